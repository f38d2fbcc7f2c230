import type { Note } from '../schema/note.js';
import { shipped } from '../shipped.js';

/** Frequent characters that only one of the two scripts writes; each string pairs with the other by place. */
const { simplified, traditional } = shipped<Record<'simplified' | 'traditional', string>>('scripts.json');

const only = (own: string, other: string) =>
  new Set([...own].filter((character) => !other.includes(character)));
const hans = only(simplified, traditional);
const hant = only(traditional, simplified);

/**
 * The language of a lecture by simple shares: English where fewer than a third of its units are Han
 * characters (a unit is a Han character or a word of Latin letters); else traditional Chinese where
 * characters that only it writes outnumber those that only simplified Chinese writes.
 */
export function languageOf(texts: readonly string[]): Note['language'] {
  let han = 0;
  let balance = 0;
  let latin = 0;
  for (const text of texts) {
    latin += text.match(/\p{Script=Latin}+/gu)?.length ?? 0;
    for (const character of text) {
      if (/\p{Script=Han}/u.test(character)) han++;
      if (hans.has(character)) balance--;
      if (hant.has(character)) balance++;
    }
  }
  if (han * 2 < latin) return 'en';
  return balance > 0 ? 'zh-Hant' : 'zh-Hans';
}
