import type { Grams } from './grams.js';

/** How telling character pairs are. */
export interface Rarity {
  /** By number of the pair, squared: the rarer among the messages, the more. */
  weights: Float64Array;
  /** Room to mark pairs in while two sets are compared; all 0 otherwise. */
  marks: Uint8Array;
}

/** Rarity by the number of messages that hold a pair, of which there are `size` different ones. */
export function rarityOf(grams: readonly Grams[], size: number): Rarity {
  const seen = new Int32Array(size);
  for (const list of grams) for (const gram of list) seen[gram]!++;
  const weights = Float64Array.from(seen, (count) => Math.log((grams.length + 1) / (count + 0.5)) ** 2);
  return { weights, marks: new Uint8Array(size) };
}

/** Weight of all that a set says, and of what another says too. */
interface Weight {
  all: number;
  both: number;
}

function weigh(small: Grams, large: Grams, { weights, marks }: Rarity): Weight {
  let all = 0;
  let both = 0;
  for (let i = 0; i < large.length; i++) marks[large[i]!] = 1;
  for (let i = 0; i < small.length; i++) {
    const weight = weights[small[i]!]!;
    all += weight;
    if (marks[small[i]!] === 1) both += weight;
  }
  for (let i = 0; i < large.length; i++) marks[large[i]!] = 0;
  return { all, both };
}

const shareOf = ({ all, both }: Weight) => (all ? both / all : 0);

/** Share of what `small` says that `large` says too, weighed by rarity; between 0 and 1. */
export function shared(small: Grams, large: ReadonlySet<number>, { weights }: Rarity): number {
  let all = 0;
  let both = 0;
  for (const gram of small) {
    all += weights[gram]!;
    if (large.has(gram)) both += weights[gram]!;
  }
  return shareOf({ all, both });
}

/** How far two sets of pairs say the same, weighed by rarity. */
export interface Overlap {
  /** Share of what the first says that the second says too; between 0 and 1. */
  share: number;
  /** Likeness of the two; between 0 and 1. */
  like: number;
  /** How much they share in all, as a logarithm. */
  mass: number;
}

/** Compares two sets of pairs. */
export function overlapOf(one: Grams, other: Grams, rarity: Rarity): Overlap {
  const weight = weigh(one, other, rarity);
  const share = shareOf(weight);
  return {
    share,
    like: Math.sqrt(share * shareOf(weigh(other, one, rarity))),
    mass: Math.log2(1 + weight.both) / 8,
  };
}

/** The likeness of two sets of pairs alone. */
export const likeness = (one: Grams, other: Grams, rarity: Rarity): number =>
  overlapOf(one, other, rarity).like;
