/** How telling a character pair is, squared: the rarer among the messages, the more. */
export type Rarity = (gram: string) => number;

/** Rarity by the number of messages that hold a pair. */
export function rarityOf(grams: readonly Set<string>[]): Rarity {
  const seen = new Map<string, number>();
  for (const set of grams) for (const gram of set) seen.set(gram, (seen.get(gram) ?? 0) + 1);
  const of = (count: number) => Math.log((grams.length + 1) / (count + 0.5)) ** 2;
  const known = new Map([...seen].map(([gram, count]) => [gram, of(count)]));
  const unseen = of(0);
  return (gram) => known.get(gram) ?? unseen;
}

/** Share of what `small` says that `large` says too, weighed by rarity; between 0 and 1. */
export function shared(small: Set<string>, large: Set<string>, rarity: Rarity): number {
  let all = 0;
  let both = 0;
  for (const gram of small) {
    const weight = rarity(gram);
    all += weight;
    if (large.has(gram)) both += weight;
  }
  return all ? both / all : 0;
}

/** How much two sets of pairs share in all, as a logarithm. */
export function massOf(a: Set<string>, b: Set<string>, rarity: Rarity): number {
  let sum = 0;
  for (const gram of a) if (b.has(gram)) sum += rarity(gram);
  return Math.log2(1 + sum) / 8;
}

/** Likeness of two sets of character pairs, weighed by rarity; between 0 and 1. */
export function likeness(a: Set<string>, b: Set<string>, rarity: Rarity): number {
  if (!a.size || !b.size) return 0;
  return Math.sqrt(shared(a, b, rarity) * shared(b, a, rarity));
}
