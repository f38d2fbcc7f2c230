import { names, roleNames } from '../../names.js';
import type { Role } from '../../transcript.js';

/** What other pages call so, too. */
const shared = (language: 'zh-Hans' | 'en') => {
  const { question, answer, questions: pairs, glossary: terms } = names[language].parts;
  return { question, answer, pairs, terms, ...names[language].kinds };
};

/** The page's words: Chinese, and English for browsers that ask for no Chinese. */
const chinese = {
  ...shared('zh-Hans'),
  page: '讲录 · 校订',
  log: '聊天记录',
  note: '笔记',
  save: '保存',
  undo: '撤销',
  saved: '已保存',
  unsaved: '有改动，未保存',
  clean: '没有改动',
  failed: '出错',
  heading: '设为小标题',
  term: '设为术语',
  definition: '作为定义',
  titleFrom: '设为题目',
  pair: '配成问答',
  lecture: '讲座',
  title: '题目',
  headings: '小标题',
  review: '先看这里',
  labels: '标注',
  topics: '话题（一行一个）',
  doubts: '疑问',
  noTalk: '这不是讲座，不写进标注',
  remove: '删除',
  deeper: '降一级',
  higher: '升一级',
  marker: '序号',
  kind: '类别',
  none: '这份记录里没有找到讲座',
  nothing: '没有',
  pick: '请先选中一条消息里的文字',
  pickPair: '请先用「问」「答」标出消息',
  oneAsker: '问题要是同一个人发的',
  noTerm: '请先设一个术语',
  keys: '键盘：↑↓ 换消息 · L 讲座 · H 小标题 · Q 问 · A 答 · 回车 配成问答 · T 术语 · D 定义 · Ctrl+S 保存 · Ctrl+Z 撤销',
  leave: '有改动没有保存',
};

const english: typeof chinese = {
  ...shared('en'),
  page: 'jianglu · corrections',
  log: 'Chat log',
  note: 'Note',
  save: 'Save',
  undo: 'Undo',
  saved: 'Saved',
  unsaved: 'Changed, not saved',
  clean: 'Nothing changed',
  failed: 'Error',
  heading: 'Make heading',
  term: 'Make term',
  definition: 'Use as definition',
  titleFrom: 'Use as title',
  pair: 'Make pair',
  lecture: 'Lecture',
  title: 'Title',
  headings: 'Headings',
  review: 'Look here first',
  labels: 'Label',
  topics: 'Topics (one a line)',
  doubts: 'Doubts',
  noTalk: 'This is no talk: leave it out of the label',
  remove: 'Remove',
  deeper: 'One level down',
  higher: 'One level up',
  marker: 'Marker',
  kind: 'Kind',
  none: 'No talk was found in this log',
  nothing: 'none',
  pick: 'Select text of one message first',
  pickPair: 'Mark messages with Q and A first',
  oneAsker: 'A question must be of one sender',
  noTerm: 'Make a term first',
  keys: 'Keys: ↑↓ move · L lecture · H heading · Q question · A answer · Enter pair · T term · D definition · Ctrl+S save · Ctrl+Z undo',
  leave: 'There are unsaved changes',
};

/** Whether the browser asks for Chinese. */
export const isChinese = navigator.languages.some((language) => language.toLowerCase().startsWith('zh'));

export const words = isChinese ? chinese : english;

/** What a role is called in the page's language. */
export const roleName = (role: Role): string => roleNames[isChinese ? 'zh' : 'en'][role];
