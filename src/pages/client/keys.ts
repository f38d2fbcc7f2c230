/** What the arrow keys move between, in the order of the page. */
const stops = '.hit h2 a, .card h2 a, .card h3 a, .index a, .months .title, .told .about a:first-child';

const isTyping = (target: EventTarget | null) =>
  target instanceof Element && target.matches('input, textarea, select, [contenteditable]');

/** Whether `/` is meant as a key: no search begins with it, but one may go on with it (`ISO/IEC`). */
const isShortcut = (target: EventTarget | null, field: HTMLInputElement) =>
  target === field ? field.value === '' : !isTyping(target);

function searchField(): HTMLInputElement | null {
  return document.querySelector('main [data-search]') ?? document.querySelector('[data-search]');
}

/** Moves to the next or previous link of the list; upwards from the first back to the search. */
function move(step: 1 | -1): boolean {
  const links = [...document.querySelectorAll<HTMLElement>(stops)].filter((one) => one.offsetParent !== null);
  const at = links.indexOf(document.activeElement as HTMLElement);
  if (at < 0 && document.activeElement !== searchField() && !isTyping(document.activeElement)) {
    if (document.activeElement !== document.body) return false;
  }
  if (at === 0 && step < 0) {
    searchField()?.focus();
    return true;
  }
  const next = links[at + step];
  if (!next || (at < 0 && step < 0)) return false;
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
  return true;
}

/** `/` goes to the search, the arrows from hit to hit; Enter opens by itself. */
export function bindKeys(): void {
  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const field = searchField();
    if (key === '/' && field && isShortcut(target, field)) {
      event.preventDefault();
      field.focus();
      field.select();
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (isTyping(target) && target !== field) return;
      if (target === field && key === 'ArrowUp') return;
      if (move(key === 'ArrowDown' ? 1 : -1)) event.preventDefault();
    }
  });
}
