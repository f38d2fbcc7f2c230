import { isSlip } from '../../language/slips.js';

/** So many words are offered for one at most, as by a store. */
const most = 8;

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
