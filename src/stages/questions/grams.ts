/** Distinct pairs of neighbouring characters by their numbers, in the order in which they first stand in the text. */
export type Grams = Int32Array;

/** Gives each pair of characters, two UTF-16 units in one number, the next free number. */
export type GramNumbers = Map<number, number>;

/** The pairs of a text; new ones are added to `numbers`. */
export function gramsOf(plain: string, numbers: GramNumbers): Grams {
  const found = new Set<number>();
  for (let i = 0; i + 1 < plain.length; i++) {
    const pair = plain.charCodeAt(i) * 0x10000 + plain.charCodeAt(i + 1);
    const known = numbers.get(pair);
    if (known === undefined) numbers.set(pair, numbers.size);
    found.add(known ?? numbers.size - 1);
  }
  return Int32Array.from(found);
}

/** Room to mark pairs by their numbers; nothing is marked between two calls of `joined`. */
let marks = new Uint8Array(4096);

/** The pairs of some that others do not have. */
function missingIn(grams: Grams, more: Grams): Grams {
  const last = Math.max(grams.reduce(higher, 0), more.reduce(higher, 0));
  if (last >= marks.length) marks = new Uint8Array(2 * last);
  for (let i = 0; i < grams.length; i++) marks[grams[i]!] = 1;
  const added = more.filter((gram) => marks[gram] === 0);
  for (let i = 0; i < grams.length; i++) marks[grams[i]!] = 0;
  return added;
}

const higher = (a: number, b: number) => Math.max(a, b);

/** The pairs of both, each once. */
export function joined(grams: Grams, more: Grams): Grams {
  const added = missingIn(grams, more);
  if (added.length === 0) return grams;
  const all = new Int32Array(grams.length + added.length);
  all.set(grams);
  all.set(added, grams.length);
  return all;
}
