import { TfIdf } from 'natural/lib/natural/tfidf/index.js';
import type { Lexicon } from '../../lexicon.js';

/** How rare things are, and how much a word weighs in a talk. */
export interface Rarity {
  idf: (word: string) => number;
  conceptIdf: (id: string) => number;
  /** Natural's tf-idf of a word. */
  weight: (word: string) => number;
}

/**
 * Natural's tf-idf of the words of one talk, with the shipped idf table in place of one reckoned from a batch of
 * documents: the same talk has the same topics whatever is read beside it. The table goes into natural's own cache of
 * idf values; a word without an entry gets the table's `unknown`. (Only this file of natural is loaded: its main file
 * opens database clients.)
 */
export function rarityOf(words: string[], { unknown, words: table, concepts }: Lexicon['idf']): Rarity {
  const tfidf = new TfIdf();
  tfidf.addDocument(words);
  const idf = (word: string) => (Object.hasOwn(table, word) ? table[word]! : unknown);
  const cache: Record<string, number> = Object.create(null);
  for (const word of words) cache[word] = idf(word);
  tfidf._idfCache = cache;
  return {
    idf,
    conceptIdf: (id) => (Object.hasOwn(concepts, id) ? concepts[id]! : unknown),
    weight: (word) => tfidf.tfidf([word], 0),
  };
}
