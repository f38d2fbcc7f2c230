import { pinyin } from 'pinyin-pro';
import { foldedText, simplify } from './fold.js';

const run = /\p{Script=Han}+/gu;

/** Joins the syllables of a pair; no letter, so that no word of a text looks like it. */
const joint = '·';

/** Syllables of each run of Chinese characters, without tones, `ü` as `v`; a reading fits the words around it. */
export function syllablesOf(text: string): string[][] {
  const runs = simplify(text).match(run) ?? [];
  return runs.map((one) => pinyin(one, { toneType: 'none', type: 'array', v: true }));
}

/** Overlapping pairs of a row, and before them the row's members, which are found alone. */
const pairs = (row: readonly string[]) => row.slice(1).map((one, i) => row[i]! + joint + one);

/**
 * The tokens that say how a name sounds: pairs of syllables (`xin·yong`), then single syllables, then pairs of initials
 * (`x·y`). Only rows of one kind stand directly one after the other.
 */
export function soundsOf(text: string): string[] {
  return syllablesOf(text).flatMap((syllables) => [
    ...pairs(syllables),
    ...syllables,
    ...pairs(syllables.map((one) => one[0]!)),
  ]);
}

/** Tokens of syllables in a row, as `soundsOf` has them: pairs, or the one syllable. */
export function soundRow(syllables: readonly string[]): string[] {
  return syllables.length === 1 ? [...syllables] : pairs(syllables);
}

/** How a name is spelled in Latin letters: for lists, and for what begins with letters typed. */
export interface Spelled {
  /** Orders lists: syllables and words, parted by blanks. */
  order: string;
  /** Syllables and words without anything between them. */
  pinyin: string;
  /** Initials of the syllables; words stay whole. */
  initials: string;
  /** The first letter as a capital; `#` for a name that begins with none. */
  letter: string;
}

const part = /\p{Script=Han}+|[\p{L}\p{N}]+/gu;

/** The spelling of a name; scripts other than Chinese stay as they are, folded. */
export function spelledOf(name: string): Spelled {
  const parts = (foldedText(name).match(part) ?? []).map((one) => syllablesOf(one)[0] ?? one);
  const joined = (of: (syllable: string) => string) =>
    parts.map((one) => (typeof one === 'string' ? one : one.map(of).join(''))).join('');
  const pinyin = joined((one) => one);
  return {
    order: parts.flat().join(' '),
    pinyin,
    initials: joined((one) => one[0]!),
    letter: /^[a-z]/.test(pinyin) ? pinyin[0]!.toUpperCase() : '#',
  };
}
