import { pinyin } from 'pinyin-pro';
import { foldedText, simplify } from './fold.js';
import { soundPairs, soundRow } from './sound-row.js';

const run = /\p{Script=Han}+/gu;

/** Syllables of each run of Chinese characters, without tones, `ü` as `v`; a reading fits the words around it. */
export function syllablesOf(text: string): string[][] {
  const runs = simplify(text).match(run) ?? [];
  return runs.map((one) => pinyin(one, { toneType: 'none', type: 'array', v: true }));
}

/**
 * The tokens that say how a name sounds: pairs of syllables (`xin·yong`), then pairs of initials (`x·y`). A character
 * that stands alone has its syllable; one within a word is not heard for itself, as too many sound alike.
 */
export function soundsOf(text: string): string[] {
  return syllablesOf(text).flatMap((syllables) => [
    ...soundRow(syllables),
    ...soundPairs(syllables.map((one) => one[0]!)),
  ]);
}

/** How a name is spelled in Latin letters: for lists, and for what begins with letters typed. */
export interface Spelled {
  /** Orders lists: syllables and words, parted by blanks. */
  order: string;
  /** Initials of the syllables; words stay whole. */
  initials: string;
  /** The first letter as a capital; `#` for a name that begins with none. */
  letter: string;
}

const part = /\p{Script=Han}+|[\p{L}\p{N}]+/gu;

/** The spelling of a name; scripts other than Chinese stay as they are, folded. */
export function spelledOf(name: string): Spelled {
  const parts = (foldedText(name).match(part) ?? []).map((one) => syllablesOf(one)[0] ?? one);
  const order = parts.flat().join(' ');
  return {
    order,
    initials: parts
      .map((one) => (typeof one === 'string' ? one : one.map(([first]) => first).join('')))
      .join(''),
    letter: /^[a-z]/.test(order) ? order[0]!.toUpperCase() : '#',
  };
}
