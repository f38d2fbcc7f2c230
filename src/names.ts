import type { Entry, Note } from './schema/note.js';
import type { Role } from './transcript.js';

/** What stands in a note, and what is said of it. */
type Part =
  | 'untitled'
  | 'unnamed'
  | 'speaker'
  | 'people'
  | 'host'
  | 'time'
  | 'nextDay'
  | 'source'
  | 'message'
  | 'outline'
  | 'lead'
  | 'lecture'
  | 'questions'
  | 'said'
  | 'question'
  | 'answer'
  | 'topics'
  | 'glossary'
  | 'review'
  | 'restricted';

/** Marks between words. */
type Mark = 'colon' | 'comma' | 'open' | 'close';

/** What parts of notes and kinds of terms are called, in pages, files and vocabularies alike. */
export interface Names {
  parts: Record<Part, string>;
  kinds: Record<Entry['kind'], string>;
  marks: Record<Mark, string>;
}

const marks = { colon: '：', comma: '、', open: '（', close: '）' };

/** By the language of a note. This file runs in browsers, too: it imports types alone. */
export const names: Record<Note['language'], Names> = {
  'zh-Hans': {
    parts: {
      untitled: '未命名的分享',
      unnamed: '未命名的讨论',
      speaker: '讲者',
      people: '参与',
      host: '主持',
      time: '时间',
      nextDay: '次日 ',
      source: '来源',
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
      restricted: '讲者要求不要外传',
    },
    kinds: { risk: '风险', concept: '概念', organization: '机构', regulation: '法规' },
    marks,
  },
  'zh-Hant': {
    parts: {
      untitled: '未命名的分享',
      unnamed: '未命名的討論',
      speaker: '講者',
      people: '參與',
      host: '主持',
      time: '時間',
      nextDay: '翌日 ',
      source: '來源',
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
      restricted: '講者要求不要外傳',
    },
    kinds: { risk: '風險', concept: '概念', organization: '機構', regulation: '法規' },
    marks,
  },
  en: {
    parts: {
      untitled: 'Untitled talk',
      unnamed: 'Untitled discussion',
      speaker: 'Speaker',
      people: 'People',
      host: 'Host',
      time: 'Time',
      nextDay: 'next day ',
      source: 'Source',
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
      restricted: 'The speaker asks that this not be passed on',
    },
    kinds: { risk: 'risk', concept: 'concept', organization: 'organization', regulation: 'regulation' },
    marks: { colon: ': ', comma: ', ', open: ' (', close: ')' },
  },
};

/** What roles of messages are called; they are shown beside logs only, whose pages are in these two languages. */
export const roleNames: Record<'zh' | 'en', Record<Role, string>> = {
  zh: {
    announcement: '预告',
    opening: '开场',
    lecture: '正文',
    closing: '收尾',
    question: '提问',
    answer: '回答',
    discussion: '讨论',
    signIn: '签到',
    applause: '鼓掌',
    redPacket: '红包',
    greeting: '问候',
    logistics: '会务',
    system: '系统',
    advert: '广告',
    duplicate: '重复',
    media: '图片文件',
    restriction: '勿外传',
    smallTalk: '闲聊',
  },
  en: {
    announcement: 'announcement',
    opening: 'opening',
    lecture: 'lecture',
    closing: 'closing',
    question: 'question',
    answer: 'answer',
    discussion: 'discussion',
    signIn: 'sign-in',
    applause: 'applause',
    redPacket: 'red packet',
    greeting: 'greeting',
    logistics: 'logistics',
    system: 'system',
    advert: 'advert',
    duplicate: 'duplicate',
    media: 'pictures and files',
    restriction: 'not to be passed on',
    smallTalk: 'small talk',
  },
};
