import type { Word } from '../../language/segmenter.js';
import type { Lexicon } from '../../lexicon.js';
import { type Concepts, conceptsOf } from './entry.js';
import { type DefinitionPhrases, phrasesOf } from './phrases.js';

/** What the stage knows before it reads a lecture. */
export interface Knowledge {
  phrases: DefinitionPhrases;
  concepts: Concepts;
  /** How rare some words are in talks, 0 to 1: the rarest of more than one character, and the commonest. */
  rarity(words: Word[]): { rarest: number; commonest: number };
}

/** All that a lexicon tells about terms. */
export function knowledgeOf(lexicon: Lexicon): Knowledge {
  const { unknown, words: table } = lexicon.idf;
  const idf = (word: string) => (Object.hasOwn(table, word) ? table[word]! : unknown) / unknown;
  return {
    phrases: phrasesOf(lexicon),
    concepts: conceptsOf(lexicon),
    rarity(words) {
      const values = words.filter(({ word }) => word.length > 1).map(({ word }) => idf(word.toLowerCase()));
      if (!values.length) return { rarest: 1, commonest: 1 };
      return { rarest: Math.max(...values), commonest: Math.min(...values) };
    },
  };
}
