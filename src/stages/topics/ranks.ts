/** Ranks go by their logarithm; the 150th of a talk counts as last. */
const LAST = 5;

/** How high each value ranks among all, 1 for the highest, equal ones alike. */
export function ranksOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => b - a);
  const places = new Map<number, number>();
  sorted.forEach((value, place) => {
    if (!places.has(value)) places.set(value, place);
  });
  return values.map((value) => 1 - Math.min(1, Math.log1p(places.get(value)!) / LAST));
}
