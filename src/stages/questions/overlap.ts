import type { Grams } from './grams.js';

/** How telling character pairs are, and room to compare some messages with many others. */
export interface Rarity {
  /** By number of the pair, squared: the rarer among the messages, the more. */
  weights: Float64Array;
  /** The messages that others are compared with: the pairs of each have a bit in `marks`, their weight is in `whole`. */
  held: readonly Grams[];
  marks: Uint8Array;
  whole: Float64Array;
  /** The weight of what was compared last, and of what it has in common with each held message. */
  other: number;
  both: Float64Array;
}

/** Messages that can be held, at most: a message and the run after it. */
const HELD = 4;

/** Rarity by the number of messages that hold a pair, of which there are `size` different ones. */
export function rarityOf(grams: readonly Grams[], size: number): Rarity {
  const seen = new Int32Array(size);
  for (const list of grams) for (let i = 0; i < list.length; i++) seen[list[i]!]!++;
  return {
    weights: Float64Array.from(seen, (count) => Math.log((grams.length + 1) / (count + 0.5)) ** 2),
    held: [],
    marks: new Uint8Array(size),
    whole: new Float64Array(HELD),
    other: 0,
    both: new Float64Array(HELD),
  };
}

function hold(rarity: Rarity, held: readonly Grams[]): void {
  const { weights, marks, whole } = rarity;
  for (const grams of rarity.held) for (let i = 0; i < grams.length; i++) marks[grams[i]!] = 0;
  whole.fill(0);
  held.forEach((grams, at) => {
    for (let i = 0; i < grams.length; i++) {
      marks[grams[i]!]! |= 1 << at;
      whole[at]! += weights[grams[i]!]!;
    }
  });
  rarity.held = held;
}

/** Compares the pairs of a text with each of some messages, the same list for many texts; the rarity keeps the result. */
export function compare(rarity: Rarity, held: readonly Grams[], grams: Grams): void {
  if (rarity.held !== held) hold(rarity, held);
  const { weights, marks, both } = rarity;
  let all = 0;
  both.fill(0);
  for (let i = 0; i < grams.length; i++) {
    const gram = grams[i]!;
    const weight = weights[gram]!;
    all += weight;
    for (let bits = marks[gram]!, at = 0; bits > 0; bits >>= 1, at++) if (bits & 1) both[at]! += weight;
  }
  rarity.other = all;
}

/** Share of what a held message says that the text says too, weighed by rarity; between 0 and 1. */
export const shareOf = ({ whole, both }: Rarity, at = 0): number => (whole[at] ? both[at]! / whole[at]! : 0);

/** How far a held message and the text say the same, weighed by rarity; between 0 and 1. */
export const likeness = (rarity: Rarity, at = 0): number =>
  rarity.other ? Math.sqrt((shareOf(rarity, at) * rarity.both[at]!) / rarity.other) : 0;

/** How much the first of the held messages and the text share in all, as a logarithm. */
export const massOf = ({ both }: Rarity): number => Math.log2(1 + both[0]!) / 8;

/** Share of the pairs of a text that are among some, weighed by rarity; between 0 and 1. */
export function sharedWith(grams: Grams, some: Uint8Array, { weights }: Rarity): number {
  let all = 0;
  let both = 0;
  for (let i = 0; i < grams.length; i++) {
    const gram = grams[i]!;
    all += weights[gram]!;
    if (some[gram] === 1) both += weights[gram]!;
  }
  return all ? both / all : 0;
}
