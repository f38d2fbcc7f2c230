import type { Day } from '../day.js';
import type { Tally } from '../tally.js';

/** Talks of a log: labelled and given a note, given a note only, labelled only. */
export function talksOf({ cases, spare }: Day): Tally {
  const same = cases.filter(({ note }) => note).length;
  return { same, extra: spare.length, missed: cases.length - same };
}
