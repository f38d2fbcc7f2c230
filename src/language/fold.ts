import traditional from 'opencc-js/dict/TSCharacters';
import { remembered } from '../memory/remembered.js';

/** A text as the matcher compares it, and where each of its UTF-16 units comes from. */
export interface Folded {
  text: string;
  /** Offset in the original at which a slice may start with this unit; -1 inside of what came from one character. */
  starts: number[];
  /** Offset in the original at which a slice may end after this unit; -1 inside of what came from one character. */
  ends: number[];
}

/** 帐 is an older spelling of 账 that logs mix with it. */
const spelling = (character: string) => (character === '帐' ? '账' : character);

/** One to one: traditional to simplified characters (OpenCC's table, read in some 5 ms). */
const simplified = new Map<string, string>([['帐', '账']]);
for (const pair of traditional.split('|')) {
  const [from, to] = pair.split(' ') as [string, string];
  simplified.set(from, spelling(to));
}

/** The first Chinese character, by code. */
const HAN = 0x3400;

/** The text in simplified characters, offset for offset: for words and phrases that are written down in simplified ones. */
export function simplify(text: string): string {
  let out = '';
  let last = 0;
  for (let i = 0; i < text.length; i++) {
    const found = text.charCodeAt(i) < HAN ? undefined : simplified.get(text[i]!);
    if (found?.length !== 1) continue;
    out += text.slice(last, i) + found;
    last = i + 1;
  }
  return last ? out + text.slice(last) : text;
}

const cluster = /\P{M}\p{M}*|\p{M}+/suy;
const wide = /[\p{Script=Han}]/u;
const narrow = /[\p{Script=Latin}\p{N}]/u;

const foldCluster = (text: string) => {
  const lower = text.normalize('NFKC').toLowerCase();
  let folded = '';
  for (const character of lower) folded += simplified.get(character) ?? character;
  return folded;
};

/** ASCII and the common Chinese characters: none is or becomes a combining mark. */
const isPlain = (unit: number) => unit < 0x80 || (unit >= HAN && unit <= 0x9fff);

/** One character with its combining marks. */
function clusterAt(text: string, start: number): string {
  const plain = isPlain(text.charCodeAt(start));
  if (plain && (start + 1 === text.length || isPlain(text.charCodeAt(start + 1)))) return text[start]!;
  cluster.lastIndex = start;
  return cluster.exec(text)![0];
}

/** The fold of a Chinese character that is not put together of others is itself or its simplified form. */
const foldOf = (character: string) =>
  character.length === 1 && isPlain(character.charCodeAt(0)) && character.charCodeAt(0) >= HAN
    ? (simplified.get(character) ?? character)
    : foldCluster(character);

const isGap = (code: number) => code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x3000;

/** A gap typed only for looks, as in `P2P 存管`; a line break is never one. */
const isSpacing = (text: string, start: number, gap: string) => {
  if (start === 0 || (gap !== ' ' && gap !== '\t' && gap !== '\u00a0' && gap !== '\u3000')) return false;
  const before = text[start - 1]!;
  const after = text[start + 1] ?? '';
  return (wide.test(before) && narrow.test(after)) || (narrow.test(before) && wide.test(after));
};

/** Adds what one piece of the original, from `start` to `end`, became. */
export function append(out: Folded, folded: string, start: number, end: number): void {
  for (let i = 0; i < folded.length; i++) {
    out.starts.push(i === 0 ? start : -1);
    out.ends.push(i === folded.length - 1 ? end : -1);
  }
  out.text += folded;
}

/**
 * NFKC, lower case, simplified characters, without single spaces between Han and Latin script. Works on one character
 * with its combining marks at a time, so that every slice of the fold that `starts` and `ends` allow is the fold of a
 * slice of the original.
 */
export function fold(text: string): Folded {
  const out: Folded = { text: '', starts: [], ends: [] };
  for (let start = 0; start < text.length; ) {
    const character = clusterAt(text, start);
    const end = start + character.length;
    if (!isSpacing(text, start, character)) append(out, foldOf(character), start, end);
    start = end;
  }
  return out;
}

const mark = /^\p{M}/u;

/** Folds of the characters of one UTF-16 unit, as they were met; `null` for combining marks, which fold with what is before. */
const folds: (string | null | undefined)[] = new Array(0x10000).fill(undefined);

const foldedAlone = (character: string): string | null => (mark.test(character) ? null : foldOf(character));

const isHalf = (unit: number) => unit >= 0xd800 && unit <= 0xdfff;

/** Units met that fold to themselves wherever they stand: most of a text, and passed over at a glance. */
const same = new Uint8Array(0x10000);

/** The text alone of a fold, character by character out of a table; a text with combining marks takes the long way. */
function textOfFold(text: string): string {
  let out = '';
  let last = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (same[unit]) continue;
    const character = isHalf(unit) ? String.fromCodePoint(text.codePointAt(i)!) : text[i]!;
    if (character.length === 1 && folds[unit] === undefined) folds[unit] = foldedAlone(character);
    const folded = character.length === 1 ? folds[unit] : foldedAlone(character);
    if (folded === null) return fold(text).text;
    const gap = isGap(unit) && isSpacing(text, i, character);
    const end = i + character.length;
    if (!isGap(unit) && !isHalf(unit) && folded === character) same[unit] = 1;
    if (gap || folded !== character) {
      out += text.slice(last, i) + (gap ? '' : folded);
      last = end;
    }
    i = end - 1;
  }
  return last === 0 ? text : out + text.slice(last);
}

/** The text alone of a fold. */
export const foldedText: (text: string) => string = remembered(textOfFold);
