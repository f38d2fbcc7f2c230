import { foldedText } from './fold.js';
import { eachRun, hasHalves, isHan, longest, tokensOf } from './grams.js';

/** Tokens of a text as lines for an index, parted by blanks. */
export interface Lines {
  grams: string;
  /** Each behind a mark. */
  characters: string;
  /** Words of other scripts, in their order. */
  words: string[];
}

const blank = 0x20;

/** A line that is being made, in UTF-16 units. */
interface Line {
  units: Uint16Array;
  length: number;
}

const newLine = (): Line => ({ units: new Uint16Array(1 << 14), length: 0 });

const lines = { grams: newLine(), characters: newLine() };

/** When each character was met last, by the number of the text. */
const met = new Uint32Array(0x10000);
let texts = 0;

/** Empties a line, and makes room for so many units. */
function begin(line: Line, room: number): void {
  if (line.units.length < room) line.units = new Uint16Array(room);
  line.length = 0;
}

const textOf = ({ units, length }: Line): string =>
  length === 0 ? '' : Buffer.from(units.buffer, 0, (length - 1) * 2).toString('utf16le');

function put(line: Line, first: number, second?: number): void {
  line.units[line.length++] = first;
  if (second !== undefined) line.units[line.length++] = second;
  line.units[line.length++] = blank;
}

function putWord(line: Line, word: string): void {
  for (let i = 0; i < word.length; i++) line.units[line.length++] = word.charCodeAt(i);
  line.units[line.length++] = blank;
}

function putHan(folded: string, start: number, end: number, mark: number): void {
  const { grams, characters } = lines;
  for (let i = start; i < end; i++) {
    const unit = folded.charCodeAt(i);
    if (met[unit] !== texts) put(characters, mark, unit);
    met[unit] = texts;
    if (i > start) put(grams, folded.charCodeAt(i - 1), unit);
    else if (end - start === 1) put(grams, unit);
  }
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
 * The tokens that `tokensOf` gives, as lines: put together unit by unit, without a string for each token, where most of
 * the time of cutting texts would go.
 *
 * @param mark one ASCII letter
 */
export function linesOf(text: string, mark: string): Lines {
  const folded = foldedText(text);
  if (hasHalves(folded)) return linesOfTokens(text, mark);
  for (const line of [lines.grams, lines.characters]) begin(line, 3 * folded.length + 3);
  texts = (texts + 1) >>> 0 || 1;
  if (texts === 1) met.fill(0);
  const words: string[] = [];
  eachRun(folded, (start, end, isHan) => {
    if (isHan) return putHan(folded, start, end, mark.charCodeAt(0));
    const word = folded.slice(start, Math.min(end, start + longest));
    words.push(word);
    putWord(lines.grams, word);
  });
  return { grams: textOf(lines.grams), characters: textOf(lines.characters), words };
}
