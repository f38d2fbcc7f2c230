interface Suggestion {
  text: string;
  kind: 'concept' | 'talk' | 'speaker';
  id: string;
  label?: string;
}

const rest = 100;

const addressOf = ({ kind, id }: Suggestion) => {
  if (kind === 'speaker') return `/talks?speaker=${encodeURIComponent(id)}`;
  return `/${kind === 'talk' ? 'talks' : 'concepts'}/${encodeURIComponent(id)}`;
};

function option(one: Suggestion, index: number): HTMLLIElement {
  const item = document.createElement('li');
  item.id = `suggestion-${index}`;
  item.role = 'option';
  item.ariaSelected = 'false';
  item.dataset.to = addressOf(one);
  item.append(one.text);
  if (one.label !== undefined && one.label !== one.text) {
    const see = document.createElement('span');
    see.className = 'see';
    see.append(` → ${one.label}`);
    item.append(see);
  }
  return item;
}

/** Completes names below a field: arrows choose, Enter opens, Escape closes. */
export function bindSuggest(input: HTMLInputElement): void {
  const list = document.createElement('ul');
  list.id = 'suggestions';
  list.className = 'suggestions';
  list.role = 'listbox';
  list.ariaLabel = input.ariaLabel;
  list.hidden = true;
  input.after(list);
  input.role = 'combobox';
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-autocomplete', 'list');
  input.ariaExpanded = 'false';
  let chosen = -1;
  let timer = 0;
  let running: AbortController | undefined;

  function open(isOpen: boolean): void {
    list.hidden = !isOpen;
    input.ariaExpanded = String(isOpen);
    if (!isOpen) choose(-1);
  }

  function choose(index: number): void {
    chosen = index;
    [...list.children].forEach((item, at) => {
      item.ariaSelected = String(at === index);
    });
    const item = list.children[index];
    if (item) input.setAttribute('aria-activedescendant', item.id);
    else input.removeAttribute('aria-activedescendant');
  }

  async function ask(): Promise<void> {
    running?.abort();
    running = new AbortController();
    const typed = input.value.trim();
    if (typed === '') return open(false);
    try {
      const url = `/api/v1/suggest?limit=8&q=${encodeURIComponent(typed)}`;
      const answer = await fetch(url, { signal: running.signal });
      if (!answer.ok) return open(false);
      const { suggestions } = (await answer.json()) as { suggestions: Suggestion[] };
      list.replaceChildren(...suggestions.map(option));
      choose(-1);
      open(suggestions.length > 0);
    } catch {
      // A later question took over.
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, rest);
  });
  input.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing) return;
    const count = list.children.length;
    if (event.key === 'ArrowDown') choose((chosen + 1) % count);
    else if (event.key === 'ArrowUp')
      choose((chosen + count) % (count + 1) === count ? -1 : (chosen + count) % count);
    else if (event.key === 'Escape') open(false);
    else if (event.key === 'Enter' && chosen >= 0)
      location.assign((list.children[chosen] as HTMLElement).dataset.to!);
    else return;
    event.preventDefault();
  });
  input.addEventListener('blur', () => open(false));
  list.addEventListener('mousedown', (event) => {
    const item = (event.target as Element).closest<HTMLElement>('[role=option]');
    event.preventDefault();
    if (item) location.assign(item.dataset.to!);
  });
}
