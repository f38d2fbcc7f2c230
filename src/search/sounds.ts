import { soundRow } from '../language/sound-row.js';
import { tables } from './tables.js';

/** Ways to divide what was typed that are tried, at most: `xian` is one syllable or two. */
const most = { ways: 6, letters: 60 };

/** All ways to divide letters into syllables, those of longer syllables first. */
export function waysToSay(letters: string): string[][] {
  const table = tables().syllables;
  const ways: string[][] = [];
  const walk = (at: number, said: string[]) => {
    if (ways.length >= most.ways) return;
    if (at === letters.length) ways.push(said);
    for (let to = Math.min(letters.length, at + 6); to > at; to--) {
      const one = letters.slice(at, to);
      if (table.has(one)) walk(to, [...said, one]);
    }
  };
  if (letters.length <= most.letters) walk(0, []);
  return ways;
}

/** Typed letters word by word: every way to say them all in a row. */
function waysOfWords(words: readonly string[]): string[][] {
  let ways: string[][] = [[]];
  for (const word of words) {
    const said = waysToSay(word.replaceAll('ü', 'v').replaceAll("'", ''));
    ways = ways.flatMap((way) => said.map((one) => [...way, ...one])).slice(0, most.ways);
  }
  return ways.filter((way) => way.length > 0);
}

/** What typed letters may sound like: rows of tokens of the index of sounds, with what they are. */
export interface Sound {
  why: 'pinyin' | 'initials' | 'homophone';
  /** Syllables, or letters of initials. */
  said: string[];
  row: string[];
}

/** Readings of letters: as pinyin (`xinyong fengxian`), else as initials (`xyfx`). */
export function soundsOfLetters(words: readonly string[]): Sound[] {
  if (words.length === 0 || !words.every((word) => /^[a-zü']+$/u.test(word))) return [];
  const spoken = waysOfWords(words).map((said): Sound => ({ why: 'pinyin', said, row: soundRow(said) }));
  const letters = words.join('').replaceAll("'", '');
  const initials = [...letters];
  if (initials.length < 2 || initials.length > 12) return spoken;
  return [...spoken, { why: 'initials', said: initials, row: soundRow(initials) }];
}
