import { commonness } from '../language/commonness.js';
import { foldedText } from '../language/fold.js';
import { wordsOf } from '../language/nick/words.js';
import { foldCharacters } from './fold.js';
import type { Knowledge } from './lexicon.js';

const sign = /[\p{L}\p{So}\p{Extended_Pictographic}]/u;
/** Fewer digits may be a count, a year or an amount. */
const longNumber = /[0-9]{5}/u;
const latin = /^[\p{Script=Latin}\p{N}\p{P}]+$/u;
/** Letters of a Latin name that means somebody in running text: shorter ones are abbreviations too. */
const leastLatin = 3;
/**
 * From here on a word is an ordinary one, that means nobody where it stands in a text. Of 1,273 personal names in the
 * nicks of 477 logs the dictionary has 79; those above are words (`农业`, `石头`), those below mostly names.
 */
const ORDINARY = 0.45;

/**
 * Whether a nick can be told from other text, so that it is replaced wherever it stands: two characters or more, one of
 * them a letter, a sign or an emoji; or a long number. Of any other nick only sender and mention are replaced.
 */
export function isTelling(nick: string): boolean {
  const { text } = foldCharacters(nick);
  return [...text].length >= 2 && (sign.test(text) || longNumber.test(text));
}

/**
 * Whether a personal name, part of a nick, is replaced in running text: not where it is also a word of the language or the
 * trade, a place, a firm or a post.
 */
export function isTellingName(name: string, { people, concepts }: Knowledge): boolean {
  const folded = foldedText(name);
  if (!isTelling(name) || concepts.has(folded) || commonness(folded) >= ORDINARY) return false;
  if (latin.test(folded) && folded.replace(/[^\p{L}]/gu, '').length < leastLatin) return false;
  const { cities, known, tiles } = wordsOf(people);
  return !cities.has(folded) && !known.has(folded) && !tiles.has(folded);
}
