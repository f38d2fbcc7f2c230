import { onTyping } from './typing.js';

function addressOf(form: HTMLFormElement): URL {
  const url = new URL(form.action);
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value !== '') url.searchParams.append(name, value);
  return url;
}

/** Shows results while somebody types or filters; the address follows, so that it may be kept. */
export function bindSearch(form: HTMLFormElement): void {
  const results = document.getElementById('results');
  if (!results) return;
  let running: AbortController | undefined;

  async function show(): Promise<void> {
    running?.abort();
    running = new AbortController();
    const url = addressOf(form);
    const shown = new URL(url);
    url.searchParams.set('part', 'results');
    try {
      const answer = await fetch(url, { signal: running.signal });
      if (!answer.ok) return;
      results!.innerHTML = await answer.text();
      document.querySelector('.finder')?.classList.toggle('home', shown.search === '');
      history.replaceState(null, '', shown);
    } catch {
      // A later search took over, or nobody answers: what is shown stays, and the form still works.
    }
  }

  onTyping(form, show);
}
