import type { Field } from '../store/store.js';

/**
 * How much a word counts by where it stands. A definition that mentions a word is worth no more than a text that does.
 * Set by hand: on the tuning half of the judged queries over real notes (docs/search-quality.md) MRR moves by at most
 * 0.006 and recall by 0.012 when one of them is halved or doubled (2026-11-30).
 */
export const fieldWeights: Readonly<Record<Field, number>> = { term: 8, heading: 5, definition: 1, body: 1 };

/** BM25 (Robertson and Zaragoza 2009, 3.1): saturation `k`, and `b`, how much a long field is held against it. */
export const bm25 = { k: 1.2, b: { term: 0.3, heading: 0.4, definition: 0.6, body: 0.6 } } as const;

/** What stands in the title of the talk or the headings above is there for an entry, too, and counts so much of running text. */
export const contextWeight = 0.5;

/** What stands like the words of a query that asks in a sentence, and not like all of it, counts so much. */
export const telling = 0.5;

/** What stands like the whole query counts more, in shares of the most that its words alone can give. */
export const exactness = {
  /** The preferred name of a concept is the query. */
  label: 3,
  /** Another name of it is. */
  name: 2.2,
  /** The title, heading or question is. */
  heading: 2,
  /** A speaker of the talk bears it in his nick. */
  speaker: 1.2,
  /** A heading holds the query. */
  inHeading: 0.6,
  /** A name holds it. */
  inName: 0.4,
  /** The query stands as typed in the text. */
  inText: 0.3,
} as const;

/**
 * A concept that no talk defines is known from the taxonomy alone, and a reader looks for what was taught: what it is
 * worth where its name is the query, and where its name only holds it; first with a definition, then without any.
 */
export const untaught = { defined: { named: 0.6, alike: 0.08 }, bare: { named: 0.25, alike: 0.03 } } as const;

/** Entries that are looked at for each way of finding them, before the exact ranking. */
export const looked = {
  /** Best by plain BM25. */
  best: 40,
  /** Of concepts that talks define, and of all concepts. */
  concepts: 15,
  untaught: 10,
  /** How rare a word is is told apart up to so many entries. */
  counted: 4000,
  /** Above so many, plain BM25, some 3 µs an entry, is too slow: then only names and headings, and the newest, are looked at. */
  frequent: 1000,
  names: 60,
  newest: 40,
  sounds: 60,
} as const;
