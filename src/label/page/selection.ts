import type { Quote } from '../../schema/edits.js';

/** A text without the white space around it, its offset moved along. */
function trimmed(key: string, text: string, start: number): Quote | undefined {
  const lead = text.length - text.trimStart().length;
  const inner = text.trim();
  return inner === '' ? undefined : { key, text: inner, start: start + lead };
}

/** The text of the message that a node stands in. */
function textAround(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>('.text') ?? null;
}

/** What is selected within one message; undefined where nothing is, or where it runs through several. */
export function selected(): Quote | undefined {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  const node = textAround(range.startContainer);
  if (!node) return undefined;
  const inside = range.cloneRange();
  // Three clicks select up to the beginning of what comes next.
  if (textAround(range.endContainer) !== node) inside.setEnd(node, node.childNodes.length);
  if (inside.toString().trim() !== range.toString().trim()) return undefined;
  const before = document.createRange();
  before.setStart(node, 0);
  before.setEnd(inside.startContainer, inside.startOffset);
  return trimmed(node.dataset.key!, inside.toString(), before.toString().length);
}

const marker = /^[\s#]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s*|[①-⑳]\s*)?/u;
const end = /[。：:；;，,！!？?\n]/u;

/** The label that a message begins with, for those who select nothing: its first words, without a number. */
export function labelOf(key: string, text: string): Quote | undefined {
  const start = marker.exec(text)?.[0].length ?? 0;
  const rest = text.slice(start);
  const stop = rest.search(end);
  return trimmed(key, stop < 0 ? rest : rest.slice(0, stop), start);
}

const stops = /[。！？!?；;\n]/u;

/** The sentence of a text around a quote. */
export function sentenceOf({ key, text: inner, start = 0 }: Quote, text: string): Quote {
  let [from, to] = [start, start + inner.length];
  while (from > 0 && !stops.test(text[from - 1]!)) from--;
  while (to < text.length && !stops.test(text[to]!)) to++;
  return trimmed(key, text.slice(from, to), from)!;
}
