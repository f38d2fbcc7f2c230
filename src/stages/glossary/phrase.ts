import { tag, type Word } from '../../language/segmenter.js';
import type { DefinitionPhrases } from './phrases.js';
import type { Slice } from './term.js';

/** How far back from its end a phrase may begin. */
const BACK = 24;
/** Words of a noun phrase by nodejieba's part of speech; a verb may be among them (`代扣协议`), not the first of them. */
const within = /^(?:n|v|eng|x|j|l|i|b|a|m|z|g|k|h|f|s|t)/u;

/** The noun phrase that ends at `end`: back to the last function word, punctuation or verb that governs it. */
export function phraseBefore(
  text: string,
  start: number,
  end: number,
  { governors }: DefinitionPhrases,
): Slice | undefined {
  const from = Math.max(start, end - BACK);
  const words = tag(text.slice(from, end));
  let first: Word | undefined;
  for (const word of words.toReversed()) {
    if (!within.test(word.tag) || !/[\p{L}\p{N}]/u.test(word.word) || governors.includes(word.word)) break;
    first = word;
  }
  if (!first) return undefined;
  return { start: from + first.start, end };
}
