import { matcherOf } from '../../language/matcher.js';
import { kept } from '../../memory/remembered.js';
import type { ConceptLine } from '../../store/store.js';
import type { Shelf } from '../site.js';
import { allRows, onceAState } from './gathered.js';

/** A name of a concept in a text, by its place. */
export interface Named {
  start: number;
  end: number;
  /** The concept's key. */
  key: string;
}

/** Longest tooltip, in characters. */
const longestTip = 120;

type Finder = (text: string) => Named[];

/** Finds names of concepts in texts; a name that several bear is left alone, as the text does not tell which is meant. */
function finderOf(lines: readonly ConceptLine[]): Finder {
  const find = matcherOf(lines.map(({ label, key }) => [label, key] as const));
  return (text) =>
    find(text).flatMap(({ start, end, values }) =>
      values.length === 1 ? [{ start, end, key: values[0]! }] : [],
    );
}

/** The terms of a store in running text. */
export interface Terms {
  find: Finder;
  /** What a term means, in short; `''` where nobody says. */
  tip(key: string): Promise<string>;
}

const clipped = (text: string) =>
  [...text].length > longestTip ? `${[...text].slice(0, longestTip).join('')}…` : text;

/** Rows asked for at a time, and in all: more names take longer to gather than a page may. */
const rows = { page: 20_000, most: 40_000 };

const namesOf = (store: Shelf): Promise<ConceptLine[]> =>
  allRows(rows, (limit, offset) => store.concepts({ synonyms: true }, limit, offset));

async function tipOf(store: Shelf, key: string): Promise<string> {
  const text = (await store.meaning(key)) ?? '';
  return clipped(text.replace(/\s+/gu, ' ').trim());
}

/** Gives the terms of the store; its names are gathered once a state. */
export function termsOf(store: Shelf, state: () => string): () => Promise<Terms> {
  return onceAState(state, async () => {
    const find = finderOf(await namesOf(store));
    const tips = new Map<string, Promise<string>>();
    return { find, tip: (key) => kept(tips, key, (one) => tipOf(store, one)) };
  });
}
