type Child = Node | string | null;
type Values = Record<string, string | number | boolean | ((event: Event) => void) | undefined>;

/**
 * An element with attributes, listeners (`onclick`) and children. Texts become text nodes, so that nothing of a
 * log is ever read as HTML.
 */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  values: Values = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(values)) {
    if (typeof value === 'function') node.addEventListener(key.slice(2), value);
    else if (typeof value === 'boolean') node.toggleAttribute(key, value);
    else if (value !== undefined) node.setAttribute(key, String(value));
  }
  node.append(...children.filter((child) => child !== null));
  return node;
}

/** A button; `label` is read out where the text is a sign only. */
export function button(
  text: string,
  onclick: () => void,
  values: Values = {},
  label?: string,
): HTMLButtonElement {
  const named = label === undefined ? {} : { 'aria-label': label, title: label };
  return el('button', { type: 'button', ...named, ...values, onclick }, text);
}

/** An element of the page, by id. */
export function byId(id: string): HTMLElement {
  const node = document.getElementById(id);
  if (!node) throw new Error(`no #${id}`);
  return node;
}
