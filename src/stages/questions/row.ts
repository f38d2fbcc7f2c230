import type { Features } from './features.js';

/** Numbers of features without their names: going through them is much faster than through maps. */
export type Row = readonly number[];

/** Some groups of features one after another. A group has the same names in the same order each time. */
export type Groups = readonly Features[];

/** Writes the numbers of groups into a row, one after another from a place on. */
export function write(row: number[], from: number, groups: Groups): void {
  let place = from;
  for (const group of groups) for (const name in group) row[place++] = group[name]!;
}

/** The names that belong to the numbers of a row. */
export const namesOf = (groups: Groups): string[] => groups.flatMap((group) => Object.keys(group));
