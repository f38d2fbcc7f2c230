import { foldCharacters } from './fold.js';

/** A label found in a text: `text.slice(start, end)` is how it stands there. */
export interface Found<T> {
  start: number;
  end: number;
  value: T;
}

interface Node<T> {
  next: Map<number, Node<T>>;
  value?: T;
  /** The label is of Latin letters and digits at this end: it must not stand within a longer word. */
  bounded?: boolean;
}

/** Finds labels in a text. */
export interface Finder<T> {
  /** From left to right, the longest first, without overlaps. */
  all(text: string): Found<T>[];
  /** The longest that begins at an offset. */
  at(text: string, start: number): Found<T> | undefined;
}

const isLatin = (unit: string | undefined) => unit !== undefined && /[\p{Script=Latin}\p{N}]/u.test(unit);
/** A label in Latin letters or digits alone is part of a longer word or number there, and not found in it. */
const isWord = (label: string) => /^[\p{Script=Latin}\p{N}\p{P}]+$/u.test(label);

/** Of a longer label the beginning is looked for, in UTF-16 units: real nicks have up to 40. */
const longestLabel = 128;

/** Labels to be found whatever their width, case, script and white space; of two that are alike the first counts. */
export function finderOf<T>(entries: Iterable<readonly [label: string, value: T]>): Finder<T> {
  const root: Node<T> = { next: new Map() };
  for (const [label, value] of entries) {
    const text = foldCharacters(label).text.slice(0, longestLabel);
    let node = root;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const next: Node<T> = node.next.get(unit) ?? { next: new Map() };
      node.next.set(unit, next);
      node = next;
    }
    if (node === root || node.value !== undefined) continue;
    node.value = value;
    node.bounded = isWord(text);
  }
  const longest = (folded: ReturnType<typeof foldCharacters>, text: string, from: number) => {
    let best: (Found<T> & { next: number }) | undefined;
    let node: Node<T> | undefined = root;
    const start = folded.starts[from]!;
    for (let i = from; i < folded.text.length; i++) {
      node = node.next.get(folded.text.charCodeAt(i));
      if (!node) break;
      const end = folded.ends[i]!;
      if (node.value === undefined || end < 0 || (node.bounded && !standsAlone(text, start, end))) continue;
      best = { start, end, value: node.value, next: i + 1 };
    }
    return best;
  };
  return {
    all(text) {
      const folded = foldCharacters(text);
      const found: Found<T>[] = [];
      for (let i = 0; i < folded.text.length; ) {
        const best = folded.starts[i]! >= 0 ? longest(folded, text, i) : undefined;
        if (best) found.push({ start: best.start, end: best.end, value: best.value });
        i = best?.next ?? i + 1;
      }
      return found;
    },
    at(text, start) {
      const slice = text.slice(start, start + 2 * longestLabel);
      const folded = foldCharacters(slice);
      const best = folded.starts[0] === 0 ? longest(folded, slice, 0) : undefined;
      return best && { start: start + best.start, end: start + best.end, value: best.value };
    },
  };
}

/** Whether no Latin letter or digit touches a slice that begins, or ends, with one. */
function standsAlone(text: string, start: number, end: number): boolean {
  if (isLatin(text[start]) && isLatin(text[start - 1])) return false;
  return !(isLatin(text[end - 1]) && isLatin(text[end]));
}
