import type { Field } from '../store/store.js';

/**
 * How much a word counts by where it stands. Chosen on the tuning half of the judged queries (docs/search-quality.md);
 * MRR moves by less than 0.01 when one of them is halved or doubled.
 */
export const fieldWeights: Readonly<Record<Field, number>> = { term: 8, heading: 5, definition: 2, body: 1 };

/** BM25 (Robertson and Zaragoza 2009, 3.1): saturation `k`, and `b`, how much a long field is held against it. */
export const bm25 = { k: 1.2, b: { term: 0.3, heading: 0.4, definition: 0.6, body: 0.6 } } as const;

/** What stands like the whole query counts more, in shares of the most that its words alone can give. */
export const exactness = {
  /** The preferred name of a concept is the query. */
  label: 3,
  /** Another name of it is. */
  name: 2.2,
  /** The title, heading or question is. */
  heading: 2,
  /** A heading begins with the query, or holds it. */
  inHeading: 0.6,
  /** A name holds it. */
  inName: 0.4,
  /** The query stands as typed in the text. */
  inText: 0.3,
} as const;

/**
 * A concept that no talk defines is known from the taxonomy alone, and a reader looks for what was taught: what its name
 * is worth where it is the query, and where it only holds it; the last, where nothing says what it means.
 */
export const untaught = { named: 0.6, alike: 0.2, bare: 0.05 } as const;

/** Entries that are looked at for each way of finding them, before the exact ranking. */
export const looked = {
  /** Best by plain BM25. */
  best: 120,
  /** Above so many, plain BM25 would look at all: then only names and headings, and the newest, are looked at. */
  frequent: 4000,
  names: 80,
  newest: 160,
  sounds: 60,
} as const;
