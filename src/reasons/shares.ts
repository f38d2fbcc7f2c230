/** What one feature adds to a score. */
export interface Share {
  feature: string;
  share: number;
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** Shares rounded as notes round, without those that come to nothing, the weightiest first. */
export function weightiest(shares: Iterable<readonly [feature: string, share: number]>): Share[] {
  return [...shares]
    .map(([feature, share]) => ({ feature, share: rounded(share) }))
    .filter(({ share }) => share !== 0)
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share) || (a.feature < b.feature ? -1 : 1));
}

/** The shares of a weighted sum; `bias` is one of them. */
export function sharesOf(
  features: Readonly<Record<string, number>>,
  weights: Readonly<Record<string, number>>,
  bias = 0,
): Share[] {
  const own = Object.entries(features).map(([name, value]) => [name, (weights[name] ?? 0) * value] as const);
  return weightiest([['bias', bias], ...own]);
}
