import { type Names, names } from '../names.js';
import type { Entry, Note } from '../schema/note.js';

/** The words that a page adds to the note's own. */
export interface Words extends Readonly<Names['parts'] & Names['marks']> {
  others: (count: number) => string;
  announced: string;
  messages: string;
  /** How many hints a page leaves out. */
  more(count: number): string;
  privacy: string;
  hidden: string;
  /** Whose nicks stay. */
  but(kept: string): string;
  unknown: string;
  kind: Record<Entry['kind'], string>;
}

/** The names that pages share with all that shows notes. */
const shared = (language: Note['language']) => {
  const { parts, kinds, marks } = names[language];
  return { ...parts, ...marks, kind: kinds };
};

const hans: Words = {
  ...shared('zh-Hans'),
  others: (count) => `等 ${count} 人`,
  announced: '预告',
  messages: '条消息',
  more: (count) => `还有 ${count} 处，见笔记的 review`,
  privacy: '隐私',
  hidden: '昵称已换成化名，电话、邮箱等已略去',
  but: (kept) => `；保留：${kept}`,
  unknown: '未知',
};

const hant: Words = {
  ...shared('zh-Hant'),
  others: (count) => `等 ${count} 人`,
  announced: '預告',
  messages: '則訊息',
  more: (count) => `還有 ${count} 處，見筆記的 review`,
  privacy: '隱私',
  hidden: '暱稱已換成化名，電話、電郵等已略去',
  but: (kept) => `；保留：${kept}`,
  unknown: '未知',
};

const english: Words = {
  ...shared('en'),
  others: (count) => ` (${count} in all)`,
  announced: 'announced',
  messages: 'messages',
  more: (count) => `${count} more under the note’s review`,
  privacy: 'Privacy',
  hidden: 'nicks are replaced by pseudonyms; phone numbers, addresses and the like are left out',
  but: (kept) => `; kept: ${kept}`,
  unknown: 'unknown',
};

/** The words for a note's language. */
export function wordsOf(language: Note['language']): Words {
  return { 'zh-Hans': hans, 'zh-Hant': hant, en: english }[language];
}
