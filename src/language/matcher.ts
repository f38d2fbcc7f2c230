import { type Folded, fold } from './fold.js';

/** A label found in a text: `text.slice(start, end)` is how it stands there. */
export interface Match<T> {
  start: number;
  end: number;
  /** What was registered under the label, in the order of registration. */
  values: T[];
}

interface Node<T> {
  next: Map<number, Node<T>>;
  values: T[];
}

const isLatin = (unit: string | undefined) => unit !== undefined && /[\p{Script=Latin}\p{N}]/u.test(unit);

/** Whether a label that is Latin (or a digit) at one of its ends stands at a word boundary there. */
function bounded(text: string, start: number, end: number): boolean {
  if (isLatin(text[start]) && isLatin(text[start - 1])) return false;
  return !(isLatin(text[end - 1]) && isLatin(text[end]));
}

function longestAt<T>(root: Node<T>, folded: Folded, from: number): { end: number; values: T[] } | undefined {
  let node: Node<T> | undefined = root;
  let best: { end: number; values: T[] } | undefined;
  for (let i = from; i < folded.text.length; i++) {
    node = node.next.get(folded.text.charCodeAt(i));
    if (!node) break;
    if (node.values.length > 0 && folded.ends[i]! >= 0 && bounded(folded.text, from, i + 1)) {
      best = { end: i + 1, values: node.values };
    }
  }
  return best;
}

function search<T>(root: Node<T>, text: string): Match<T>[] {
  const folded = fold(text);
  const found: Match<T>[] = [];
  for (let i = 0; i < folded.text.length; ) {
    const best = folded.starts[i]! >= 0 ? longestAt(root, folded, i) : undefined;
    if (!best) {
      i++;
      continue;
    }
    found.push({ start: folded.starts[i]!, end: folded.ends[best.end - 1]!, values: best.values });
    i = best.end;
  }
  return found;
}

/**
 * Finds labels in texts whatever their width, case and script (see `fold`): from left to right, the longest first,
 * without overlaps. Labels of one character are left out, they would be found everywhere.
 */
export function matcherOf<T>(
  entries: Iterable<readonly [label: string, value: T]>,
): (text: string) => Match<T>[] {
  const root: Node<T> = { next: new Map(), values: [] };
  for (const [label, value] of entries) {
    const text = fold(label).text;
    if (text.length < 2) continue;
    let node = root;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const next: Node<T> = node.next.get(unit) ?? { next: new Map(), values: [] };
      node.next.set(unit, next);
      node = next;
    }
    if (!node.values.includes(value)) node.values.push(value);
  }
  return (text) => search(root, text);
}
