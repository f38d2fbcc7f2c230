import { readFileSync } from 'node:fs';
import { shippedAt } from '../place.js';
import type { Search } from '../schema/search.js';

/** What queries are taken apart by. */
export interface Tables {
  /** Words that divide a Chinese query. */
  words: ReadonlySet<string>;
  /** Those of them that ask or join, and are not what anybody looks for. */
  hollow: ReadonlySet<string>;
  /** All syllables of Mandarin, without tones. */
  syllables: ReadonlySet<string>;
}

const json = (path: string) => JSON.parse(readFileSync(shippedAt(path), 'utf8'));

let read: Tables | undefined;

/** The tables of `lexicon/search.json` and `lexicon/idf.json`; read once, in some 5 ms. */
export function tables(): Tables {
  if (!read) {
    const { hollow, syllables }: Search = json('lexicon/search.json');
    read = {
      words: new Set([...Object.keys(json('lexicon/idf.json').words), ...hollow]),
      hollow: new Set(hollow),
      syllables: new Set(syllables),
    };
  }
  return read;
}
