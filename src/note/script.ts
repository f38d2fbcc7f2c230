import type { Note } from '../schema/note.js';

/** Frequent characters that only one of the two scripts writes; each string pairs with the other by place. */
const simplified =
  '们这个说来时对会过为国学经发现开关问题应产实业务东车长门间书买卖钱银账贸税汇单总报给级结认识让请谢边进还远运选话语证费资质软种线网络';
const traditional =
  '們這個說來時對會過為國學經發現開關問題應產實業務東車長門間書買賣錢銀賬貿稅匯單總報給級結認識讓請謝邊進還遠運選話語證費資質軟種線網絡';

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
