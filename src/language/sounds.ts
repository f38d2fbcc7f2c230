import { pinyin } from 'pinyin-pro';
import { simplify } from './fold.js';
import { soundPairs } from './sound-row.js';

const run = /\p{Script=Han}+/gu;

/** Syllables of each run of Chinese characters, without tones, `ü` as `v`; a reading fits the words around it. */
export function syllablesOf(text: string): string[][] {
  const runs = simplify(text).match(run) ?? [];
  return runs.map((one) => pinyin(one, { toneType: 'none', type: 'array', v: true }));
}

/**
 * The tokens that say how a name sounds: pairs of syllables (`xin·yong`), then single syllables, then pairs of initials
 * (`x·y`). Only rows of one kind stand directly one after the other.
 */
export function soundsOf(text: string): string[] {
  return syllablesOf(text).flatMap((syllables) => [
    ...soundPairs(syllables),
    ...syllables,
    ...soundPairs(syllables.map((one) => one[0]!)),
  ]);
}
