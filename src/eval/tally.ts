/** Counts of a figure: in labels and notes, in the notes only, in the labels only. */
export interface Tally {
  same: number;
  extra: number;
  missed: number;
}

/** Adds up. */
export function total(tallies: readonly Tally[]): Tally {
  const sum = { same: 0, extra: 0, missed: 0 };
  for (const { same, extra, missed } of tallies) {
    sum.same += same;
    sum.extra += extra;
    sum.missed += missed;
  }
  return sum;
}

/** A part of a whole, 0 where there is no whole. */
export const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Precision, recall and F1, 0 to 1. */
export function rates({ same, extra, missed }: Tally): { p: number; r: number; f1: number } {
  const p = ratio(same, same + extra);
  const r = ratio(same, same + missed);
  return { p, r, f1: ratio(2 * p * r, p + r) };
}
