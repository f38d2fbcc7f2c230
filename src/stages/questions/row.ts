import type { Features } from './features.js';

/** Numbers of features without their names: going through them is much faster than through maps. */
export type Row = readonly number[];

/** Some groups of features one after another. A group has the same names in the same order each time. */
export type Groups = readonly Features[];

/** Adds the numbers of groups to those of a row. */
export function append(row: number[], groups: Groups): void {
  for (const group of groups) for (const name in group) row.push(group[name]!);
}

/** The numbers of groups. */
export function rowOf(groups: Groups): Row {
  const row: number[] = [];
  append(row, groups);
  return row;
}

/** The names that belong to the numbers of a row. */
export const namesOf = (groups: Groups): string[] => groups.flatMap((group) => Object.keys(group));
