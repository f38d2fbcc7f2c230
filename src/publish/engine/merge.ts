import { diff3Merge } from 'node-diff3';

/** Two edits of one text brought together. */
export interface Merged {
  text: string;
  /** Places where both changed the same lines in different ways: those of people stand. */
  conflicts: number;
}

const linesOf = (text: string): string[] => text.split('\n');

/**
 * Merges line by line. Where people and the generator changed the same lines, the words of people stay and the generated
 * ones are left out, so that a merge never loses what somebody wrote, and never puts marks of conflicts into a page.
 */
export function mergeTexts(base: string, theirs: string, ours: string): Merged {
  if (theirs === base || theirs === ours) return { text: ours, conflicts: 0 };
  if (ours === base) return { text: theirs, conflicts: 0 };
  const regions = diff3Merge(linesOf(theirs), linesOf(base), linesOf(ours), { excludeFalseConflicts: true });
  const lines = regions.flatMap(({ ok, conflict }) => ok ?? conflict?.a ?? []);
  return { text: lines.join('\n'), conflicts: regions.filter(({ conflict }) => conflict).length };
}
