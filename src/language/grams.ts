import { foldedText } from './fold.js';

const word = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu;
const han = /^\p{Script=Han}/u;

/** Longer words are cut: nobody searches for them whole, and an index should not hold them. */
const longest = 64;

const isHan = (run: string) => han.test(run);

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

/** The words and runs of Chinese characters of a folded text, in its order. */
function runsOf(folded: string): string[] {
  if (half.test(folded)) return folded.match(word) ?? [];
  const runs: string[] = [];
  let start = 0;
  let before: Place = 0;
  for (let i = 0; i <= folded.length; i++) {
    const place = i < folded.length ? placeOf(folded, i) : 0;
    if (place === before) continue;
    if (before) runs.push(folded.slice(start, i));
    start = i;
    before = place;
  }
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

/** Tokens of a text as lines for an index, parted by blanks. */
export interface Lines {
  grams: string;
  /** Each behind a mark. */
  characters: string;
  /** Words of other scripts, in their order. */
  words: string[];
}

/** Room for the lines that are being made, in UTF-16 units, and when each character was met last. */
let room = new Uint16Array(1 << 14);
const met = new Uint32Array(0x10000);
let round = 0;

const blank = 0x20;

/** Text of the first units in the room from an offset on. */
const textIn = (from: number, to: number): string =>
  to > from ? Buffer.from(room.buffer, from * 2, (to - from - 1) * 2).toString('utf16le') : '';

/**
 * The same tokens as `tokensOf` gives, as lines: put together unit by unit, without a string for each token, as most of
 * the time of writing an index would go there.
 *
 * @param mark one ASCII letter
 */
export function linesOf(text: string, mark: string): Lines {
  const folded = foldedText(text);
  if (half.test(folded)) return linesOfTokens(text, mark);
  if (room.length < folded.length * 6 + 8) room = new Uint16Array(folded.length * 6 + 8);
  if (++round === 2 ** 32 - 1) met.fill((round = 1) - 1);
  const words: string[] = [];
  const head = mark.charCodeAt(0);
  const middle = folded.length * 3 + 4;
  let [grams, characters] = [0, middle];
  let start = 0;
  let before: Place = 0;
  for (let i = 0; i <= folded.length; i++) {
    const place = i < folded.length ? placeOf(folded, i) : 0;
    const unit = i < folded.length ? folded.charCodeAt(i) : 0;
    if (place === 1) {
      if (met[unit] !== round) {
        met[unit] = round;
        room[characters++] = head;
        room[characters++] = unit;
        room[characters++] = blank;
      }
      if (before === 1) {
        room[grams++] = folded.charCodeAt(i - 1);
        room[grams++] = unit;
        room[grams++] = blank;
      }
    }
    if (place === before) continue;
    if (before === 1 && i - start === 1) {
      room[grams++] = folded.charCodeAt(start);
      room[grams++] = blank;
    }
    if (before === 2) {
      const word = folded.slice(start, Math.min(i, start + longest));
      words.push(word);
      for (let at = 0; at < word.length; at++) room[grams++] = word.charCodeAt(at);
      room[grams++] = blank;
    }
    start = i;
    before = place;
  }
  return { grams: textIn(0, grams), characters: textIn(middle, characters), words };
}

function linesOfTokens(text: string, mark: string): Lines {
  const { grams, characters } = tokensOf(text);
  return {
    grams: grams.join(' '),
    characters: characters.map((one) => mark + one).join(' '),
    words: grams.filter((gram) => !isHan(gram)),
  };
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
export function nameKey(text: string): string {
  return runsOf(foldedText(text)).join('');
}
