import { onTyping } from '../client/typing.js';

const { lang, dataset } = document.documentElement;

/** The folder of the site, from the page. */
const root = dataset.root ?? '';

/** Loads a script of the site; scripts that are elements work where `fetch` and modules are forbidden, as from files. */
function loaded(name: string): Promise<void> {
  return new Promise((done, fail) => {
    const script = document.createElement('script');
    script.src = `${root}assets/${name}`;
    script.onload = () => done();
    script.onerror = () => {
      script.remove();
      fail(new Error(`${name} is not there`));
    };
    document.head.append(script);
  });
}

async function made() {
  await Promise.all([loaded('find.js'), loaded('search.js')]);
  const { jiangluFinder, jiangluIndex } = globalThis;
  if (!jiangluFinder || !jiangluIndex) throw new Error('the search is not whole');
  return jiangluFinder(jiangluIndex, lang);
}

let finder: ReturnType<typeof made> | undefined;

/** The search, loaded once; what failed is tried again. */
function finding(): ReturnType<typeof made> {
  finder ??= made().catch((error) => {
    finder = undefined;
    throw error;
  });
  return finder;
}

/** What a form asks for; fields without a value are left out. */
function givenBy(form: HTMLFormElement): URLSearchParams {
  const given = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value.trim() !== '') given.append(name, value);
  return given;
}

/** Puts into a form what an address asks for; a choice that is not offered is added. */
function fill(form: HTMLFormElement, given: URLSearchParams): void {
  for (const [name, value] of given) {
    const field = form.elements.namedItem(name);
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue;
    if (field instanceof HTMLSelectElement && ![...field.options].some((one) => one.value === value))
      field.add(new Option(value, value));
    field.value = value;
    const folded = field.closest('details');
    if (folded) folded.open = true;
  }
}

/** The address follows what is asked, so that it may be kept; some browsers let no page of files change its own. */
function follow(given: URLSearchParams): void {
  const query = given.toString();
  try {
    history.replaceState(null, '', query === '' ? location.pathname : `?${query}`);
  } catch {
    // The address stays as it was.
  }
}

/** Searches in the page: as somebody types or filters, and what the address asks for at first. */
export function bindStillSearch(form: HTMLFormElement): void {
  const results = document.getElementById('results');
  if (!results) return;
  const before = [...results.childNodes];
  let last = 0;

  function tellUnloaded(): void {
    const told = document.createElement('p');
    told.className = 'none';
    told.setAttribute('role', 'alert');
    told.textContent = results!.dataset.unloaded ?? '';
    results!.replaceChildren(told);
  }

  async function show(given: URLSearchParams): Promise<void> {
    const turn = ++last;
    follow(given);
    document.querySelector('.finder')?.classList.toggle('home', given.size === 0);
    if (given.size === 0) return results!.replaceChildren(...before);
    results!.ariaBusy = 'true';
    try {
      const found = await (await finding()).results(given, root);
      if (turn !== last) return;
      if (found === '') results!.replaceChildren(...before);
      else results!.innerHTML = found;
    } catch (error) {
      console.error(error);
      if (turn === last) tellUnloaded();
    } finally {
      if (turn === last) results!.ariaBusy = null;
    }
  }

  onTyping(form, () => show(givenBy(form)));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    show(givenBy(form));
  });
  results.addEventListener('click', (event) => {
    const more = (event.target as Element).closest<HTMLAnchorElement>('.more a');
    if (!more || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(new URL(more.href).searchParams);
  });
  const asked = new URLSearchParams(location.search);
  if (asked.size === 0) return;
  fill(form, asked);
  show(asked);
}
