/** A text for comparing: NFKC, lower case, without punctuation, symbols and white space. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');
}

/** How often each pair of neighbouring UTF-16 units stands in a plain text; a shorter text is its own pair. */
function pairsOf(text: string): Map<string, number> {
  const bare = plain(text);
  const pairs = new Map<string, number>();
  const count = Math.max(1, bare.length - 1);
  for (let i = 0; i < count; i++) {
    const pair = bare.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

const sum = (counts: Iterable<number>) => [...counts].reduce((all, one) => all + one, 0);

/** Dice coefficient of the neighbouring pairs of two texts, 0 to 1. */
export function dice(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  const same = sum([...a].map(([pair, count]) => Math.min(count, b.get(pair) ?? 0)));
  return (2 * same) / (sum(a.values()) + sum(b.values()));
}

/** Whether two terms count as one: equal, or one holds the other and is at most twice as long. */
export function sameTerm(one: string, other: string): boolean {
  const [short, long] = [plain(one), plain(other)].sort((a, b) => a.length - b.length) as [string, string];
  return short === long || (short.length >= 2 && long.includes(short) && long.length <= 2 * short.length);
}

/** How many of some messages are among others. */
export function shared(some: readonly number[], others: readonly number[]): number {
  const set = new Set(others);
  return some.filter((id) => set.has(id)).length;
}

/** Messages in both by messages in either, 0 to 1. */
export function jaccard(one: readonly number[], other: readonly number[]): number {
  return shared(one, other) / (new Set([...one, ...other]).size || 1);
}
