import { type Folded, fold } from './fold.js';

/** A label found in a text: `text.slice(start, end)` is how it stands there. */
export interface Match<T> {
  start: number;
  end: number;
  /** What was registered under the label, in the order of registration. */
  values: T[];
}

/**
 * Labels unit by unit: a node is what labels begin with in common, a number from 0, the root. The ways from node to node
 * are one table of hashes and no objects, as a taxonomy has some 70,000 of them.
 */
interface Trie<T> {
  /** Slots of three numbers: a node, a unit, and the node that it leads to; 0 where the slot is free. */
  slots: Int32Array;
  /** What is registered under a node. */
  values: (T[] | undefined)[];
}

/** Room for so many units of labels: at most half of the slots are used. */
const trieFor = <T>(units: number): Trie<T> => ({
  slots: new Int32Array(3 * 2 ** Math.ceil(Math.log2(2 * units + 2))),
  values: [undefined],
});

/** Where the way from a node by a unit stands, or else may be entered. */
function slotOf(slots: Int32Array, node: number, unit: number): number {
  const last = slots.length / 3 - 1;
  const scattered = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
  let slot = (scattered ^ (scattered >>> 15)) & last;
  while (slots[3 * slot + 2] !== 0 && (slots[3 * slot] !== node || slots[3 * slot + 1] !== unit))
    slot = (slot + 1) & last;
  return 3 * slot;
}

/** The node that a text leads to, made if it is new. */
function nodeFor<T>({ slots, values }: Trie<T>, text: string): number {
  let node = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const slot = slotOf(slots, node, unit);
    if (slots[slot + 2] === 0) {
      slots[slot] = node;
      slots[slot + 1] = unit;
      slots[slot + 2] = values.push(undefined) - 1;
    }
    node = slots[slot + 2]!;
  }
  return node;
}

const isLatin = (unit: string | undefined) => unit !== undefined && /[\p{Script=Latin}\p{N}]/u.test(unit);

/** Whether a label that is Latin (or a digit) at one of its ends stands at a word boundary there. */
function bounded(text: string, start: number, end: number): boolean {
  if (isLatin(text[start]) && isLatin(text[start - 1])) return false;
  return !(isLatin(text[end - 1]) && isLatin(text[end]));
}

function longestAt<T>(
  { slots, values }: Trie<T>,
  folded: Folded,
  from: number,
): { end: number; values: T[] } | undefined {
  let node = 0;
  let best: { end: number; values: T[] } | undefined;
  for (let i = from; i < folded.text.length; i++) {
    node = slots[slotOf(slots, node, folded.text.charCodeAt(i)) + 2]!;
    if (node === 0) break;
    const here = values[node];
    if (here && folded.ends[i]! >= 0 && bounded(folded.text, from, i + 1))
      best = { end: i + 1, values: here };
  }
  return best;
}

function search<T>(trie: Trie<T>, text: string): Match<T>[] {
  const folded = fold(text);
  const found: Match<T>[] = [];
  for (let i = 0; i < folded.text.length; ) {
    const best = folded.starts[i]! >= 0 ? longestAt(trie, folded, i) : undefined;
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
  const folded = Array.from(entries, ([label, value]) => ({ text: fold(label).text, value }));
  const trie = trieFor<T>(folded.reduce((sum, { text }) => sum + text.length, 0));
  for (const { text, value } of folded) {
    if (text.length < 2) continue;
    const node = nodeFor(trie, text);
    const values = trie.values[node] ?? [];
    if (!values.includes(value)) values.push(value);
    trie.values[node] = values;
  }
  return (text) => search(trie, text);
}
