import { remembered } from '../memory/remembered.js';
import { foldedText } from './fold.js';

const word = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu;
const han = /^\p{Script=Han}/u;

/** Longer words are cut: nobody searches for them whole, and an index should not hold them. */
export const longest = 64;

/** Whether a run is one of Chinese characters. */
export const isHan = (run: string) => han.test(run);

/** Where a character belongs: between words, in a run of Chinese characters, in a word. */
type Place = 0 | 1 | 2;

const wordly = /^[\p{L}\p{N}\p{M}]/u;
const places = new Uint8Array(0x10000);

/** Of a UTF-16 unit that is no half of a character; asked for in a table, one more than what it is. */
function placeOf(text: string, at: number): Place {
  const code = text.charCodeAt(at);
  if (places[code] === 0) {
    const character = text[at]!;
    places[code] = isHan(character) ? 2 : wordly.test(character) ? 3 : 1;
  }
  return (places[code]! - 1) as Place;
}

/** Two characters each, in their order; a lone one for itself. */
function addPairs(run: string, out: string[]): void {
  const characters = [...run];
  if (characters.length === 1) out.push(run);
  for (let i = 1; i < characters.length; i++) out.push(characters[i - 1]! + characters[i]!);
}

const half = /[\ud800-\udfff]/;

/** Tells where each run of Chinese characters and each word of a folded text without halves of characters lies. */
export function eachRun(folded: string, tell: (start: number, end: number, isHan: boolean) => void): void {
  let start = 0;
  let before: Place = 0;
  for (let i = 0; i <= folded.length; i++) {
    const place = i < folded.length ? placeOf(folded, i) : 0;
    if (place === before) continue;
    if (before) tell(start, i, before === 1);
    start = i;
    before = place;
  }
}

/** Whether a text has characters of two units, which are cut the long way. */
export const hasHalves = (text: string): boolean => half.test(text);

/** The words and runs of Chinese characters of a folded text, in its order. */
function runsOf(folded: string): string[] {
  if (hasHalves(folded)) return folded.match(word) ?? [];
  const runs: string[] = [];
  eachRun(folded, (start, end) => runs.push(folded.slice(start, end)));
  return runs;
}

/** What of a text goes into an index. */
export interface Tokens {
  /** In the order of the text: Chinese by overlapping pairs of characters, other scripts by words. */
  grams: string[];
  /** Each Chinese character once. */
  characters: string[];
}

/** Both kinds of tokens of a text, folded once. */
export function tokensOf(text: string): Tokens {
  const grams: string[] = [];
  const characters = new Set<string>();
  for (const run of runsOf(foldedText(text))) {
    if (!isHan(run)) {
      grams.push(run.slice(0, longest));
      continue;
    }
    addPairs(run, grams);
    for (const one of run) characters.add(one);
  }
  return { grams, characters: [...characters] };
}

/**
 * What of a text goes into the index, in the order of the text: Chinese by overlapping pairs of characters, so that a
 * word is found inside of longer ones and a row of pairs is the text itself; other scripts by words. Folded: width,
 * case, traditional characters (`fold.ts`).
 */
export const gramsOf = (text: string): string[] => tokensOf(text).grams;

/** Each Chinese character of a text once, folded: for searches of one character, which no pair answers. */
export const charactersOf = (text: string): string[] => tokensOf(text).characters;

/** Whether a token is one Chinese character, which stands in the index of characters and not in that of pairs. */
export function isCharacter(token: string): boolean {
  return isHan(token) && [...token].length === 1;
}

const latin = /^[a-z]{4,32}$/;

/** Words in Latin script among grams, each once: what a mistyped word may be meant for. */
export const latinWordsOf = (grams: readonly string[]): string[] => [
  ...new Set(grams.filter((gram) => latin.test(gram))),
];

/** What a name is looked up by: folded, letters and digits alone, so that `L/C`, `LC` and `l c` are one. */
export const nameKey: (text: string) => string = remembered((text) => runsOf(foldedText(text)).join(''));
