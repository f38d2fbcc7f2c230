import { isHan } from '../../language/grams.js';
import { isSlip } from '../../language/slips.js';

/** So many words are offered for one at most, as by a store. */
const most = 8;

const latin = /[a-z]+/gu;
const goesOn = /[\p{L}\p{N}\p{M}]/u;
const isHeld = (character: string | undefined) =>
  character !== undefined && goesOn.test(character) && !isHan(character);

/** The Latin words of a folded text that may be meant by a mistyped one, each once, as `latinWordsOf` has them. */
export function latinWordsIn(folded: string): string[] {
  const words = new Set<string>();
  for (const { 0: word, index } of folded.matchAll(latin)) {
    const long = word.length >= 4 && word.length <= 32;
    if (long && !isHeld(folded[index - 1]) && !isHeld(folded[index + word.length])) words.add(word);
  }
  return [...words];
}

/** Finds words that one may be meant for, the most frequent first; the words, each once an entry, are asked for when they are needed. */
export function alikeAmong(words: () => readonly string[]): (word: string) => string[] {
  let known: Map<string, number> | undefined;
  return (word) => {
    if (!known) {
      known = new Map();
      for (const one of words()) known.set(one, (known.get(one) ?? 0) + 1);
    }
    return [...known]
      .filter(([one]) => Math.abs(one.length - word.length) < 2 && one !== word && isSlip(one, word))
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, most)
      .map(([one]) => one);
  };
}
