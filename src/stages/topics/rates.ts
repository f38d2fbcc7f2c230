import { shipped } from '../../shipped.js';

/** `lexicon/topics-rates.json`, written by `tools/fit-topics.mjs`. */
export interface Rates {
  /** For concepts without an entry: the mean of all. */
  unknown: number;
  /** By concept id; only concepts that talks of three dates name have one. */
  concepts: Readonly<Record<string, number>>;
}

/** The file's name. */
export const topicsRates = 'topics-rates.json';

/** How often editors tagged a talk that names a concept with it, 0 to 1, drawn to the mean where talks are few. */
export function rateOf(id: string, { unknown, concepts }: Rates = shipped<Rates>(topicsRates)): number {
  return Object.hasOwn(concepts, id) ? concepts[id]! : unknown;
}
