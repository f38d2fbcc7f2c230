import type { Entry, Note } from '../schema/note.js';

/** The words that a page adds to the note's own. */
export interface Words {
  untitled: string;
  unnamed: string;
  speaker: string;
  people: string;
  others: (count: number) => string;
  host: string;
  time: string;
  announced: string;
  nextDay: string;
  source: string;
  messages: string;
  message: string;
  outline: string;
  lead: string;
  lecture: string;
  questions: string;
  said: string;
  question: string;
  answer: string;
  topics: string;
  glossary: string;
  review: string;
  /** How many hints a page leaves out. */
  more(count: number): string;
  restricted: string;
  privacy: string;
  hidden: string;
  /** Whose nicks stay. */
  but(kept: string): string;
  unknown: string;
  kind: Record<Entry['kind'], string>;
  colon: string;
  comma: string;
  open: string;
  close: string;
}

const chinese = { colon: '：', comma: '、', open: '（', close: '）' };

const hans: Words = {
  ...chinese,
  untitled: '未命名的分享',
  unnamed: '未命名的讨论',
  speaker: '讲者',
  people: '参与',
  others: (count) => `等 ${count} 人`,
  host: '主持',
  time: '时间',
  announced: '预告',
  nextDay: '次日 ',
  source: '来源',
  messages: '条消息',
  message: '消息',
  outline: '大纲',
  lead: '导言',
  lecture: '正文',
  questions: '问答',
  said: '其余发言',
  question: '问',
  answer: '答',
  topics: '主题',
  glossary: '术语',
  review: '待核对',
  more: (count) => `还有 ${count} 处，见笔记的 review`,
  restricted: '讲者要求不要外传',
  privacy: '隐私',
  hidden: '昵称已换成化名，电话、邮箱等已略去',
  but: (kept) => `；保留：${kept}`,
  unknown: '未知',
  kind: { risk: '风险', concept: '概念', organization: '机构', regulation: '法规' },
};

const hant: Words = {
  ...chinese,
  untitled: '未命名的分享',
  unnamed: '未命名的討論',
  speaker: '講者',
  people: '參與',
  others: (count) => `等 ${count} 人`,
  host: '主持',
  time: '時間',
  announced: '預告',
  nextDay: '翌日 ',
  source: '來源',
  messages: '則訊息',
  message: '訊息',
  outline: '大綱',
  lead: '導言',
  lecture: '正文',
  questions: '問答',
  said: '其餘發言',
  question: '問',
  answer: '答',
  topics: '主題',
  glossary: '術語',
  review: '待核對',
  more: (count) => `還有 ${count} 處，見筆記的 review`,
  restricted: '講者要求不要外傳',
  privacy: '隱私',
  hidden: '暱稱已換成化名，電話、電郵等已略去',
  but: (kept) => `；保留：${kept}`,
  unknown: '未知',
  kind: { risk: '風險', concept: '概念', organization: '機構', regulation: '法規' },
};

const english: Words = {
  untitled: 'Untitled talk',
  unnamed: 'Untitled discussion',
  speaker: 'Speaker',
  people: 'People',
  others: (count) => ` (${count} in all)`,
  host: 'Host',
  time: 'Time',
  announced: 'announced',
  nextDay: 'next day ',
  source: 'Source',
  messages: 'messages',
  message: 'message',
  outline: 'Outline',
  lead: 'Introduction',
  lecture: 'Lecture',
  questions: 'Questions',
  said: 'Also said',
  question: 'Q',
  answer: 'A',
  topics: 'Topics',
  glossary: 'Glossary',
  review: 'To review',
  more: (count) => `${count} more under the note’s review`,
  restricted: 'The speaker asks that this not be passed on',
  privacy: 'Privacy',
  hidden: 'nicks are replaced by pseudonyms; phone numbers, addresses and the like are left out',
  but: (kept) => `; kept: ${kept}`,
  unknown: 'unknown',
  kind: { risk: 'risk', concept: 'concept', organization: 'organization', regulation: 'regulation' },
  colon: ': ',
  comma: ', ',
  open: ' (',
  close: ')',
};

/** The words for a note's language. */
export function wordsOf(language: Note['language']): Words {
  return { 'zh-Hans': hans, 'zh-Hant': hant, en: english }[language];
}
