import { type Names, names } from '../names.js';
import type { Entry, Note } from '../schema/note.js';

/** The words that a page adds to the note's own. */
export interface Words extends Readonly<Names['parts'] & Names['marks']> {
  others: (count: number) => string;
  announced: string;
  messages: string;
  /** Terms, as one text, that may not be defined in the lecture. */
  doubtful(terms: string): string;
  /** How many hints a page leaves out. */
  more(count: number): string;
  /** What a term belongs to. */
  broader(label: string): string;
  /** A picture of which only its sender is known. */
  pictureOf(nick: string): string;
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
  doubtful: (terms) => `讲座里可能没有解释这些术语：${terms}`,
  more: (count) => `另有 ${count} 处，列在 JSON 笔记的 review 里`,
  broader: (label) => `属于${label}`,
  pictureOf: (nick) => `${nick}发的图`,
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
  doubtful: (terms) => `講座裡可能沒有解釋這些術語：${terms}`,
  more: (count) => `另有 ${count} 處，列在 JSON 筆記的 review 裡`,
  broader: (label) => `屬於${label}`,
  pictureOf: (nick) => `${nick}發的圖`,
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
  doubtful: (terms) => `These terms may not be defined in the lecture: ${terms}`,
  more: (count) => `${count} more in the JSON note, under review`,
  broader: (label) => `part of ${label}`,
  pictureOf: (nick) => `picture sent by ${nick}`,
  privacy: 'Privacy',
  hidden: 'nicks are replaced by pseudonyms; phone numbers, addresses and the like are left out',
  but: (kept) => `; kept: ${kept}`,
  unknown: 'unknown',
};

/** The words for a note's language. */
export function wordsOf(language: Note['language']): Words {
  return { 'zh-Hans': hans, 'zh-Hant': hant, en: english }[language];
}
