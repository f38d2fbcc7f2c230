import { wordsOf } from '../../markdown/words.js';
import type { Note } from '../../schema/note.js';
import type { ColumnId, TableId, TableWords } from './table.js';

/** What a workbook's tables and columns are called. */
export interface WorkbookWords extends TableWords {
  tables: Record<TableId, string>;
  columns: Record<ColumnId, string>;
  /** Stands at the end of a cell that was cut. */
  cut: string;
}

type Own = Omit<WorkbookWords, keyof TableWords>;

const hans: Own = {
  tables: { glossary: '术语', qa: '问答', outlines: '大纲' },
  columns: {
    term: '术语',
    aliases: '又称',
    kind: '类别',
    definition: '说法',
    concept: '概念标识',
    broader: '上位',
    question: '问题',
    asker: '提问',
    asked_message: '问题的消息',
    asked_log: '问题的记录',
    answer: '回答',
    answerer: '答者',
    heading: '标题',
    level: '层级',
    above: '所属',
    origin: '来历',
    talk: '分享标识',
    title: '分享',
    date: '日期',
    speaker: '讲者',
    message: '消息',
    log: '聊天记录',
  },
  cut: '……（单元格放不下，已截断）',
};

const hant: Own = {
  tables: { glossary: '術語', qa: '問答', outlines: '大綱' },
  columns: {
    term: '術語',
    aliases: '又稱',
    kind: '類別',
    definition: '說法',
    concept: '概念標識',
    broader: '上位',
    question: '問題',
    asker: '提問',
    asked_message: '問題的訊息',
    asked_log: '問題的記錄',
    answer: '回答',
    answerer: '答者',
    heading: '標題',
    level: '層級',
    above: '所屬',
    origin: '來歷',
    talk: '分享標識',
    title: '分享',
    date: '日期',
    speaker: '講者',
    message: '訊息',
    log: '聊天記錄',
  },
  cut: '……（儲存格放不下，已截斷）',
};

const english: Own = {
  tables: { glossary: 'Glossary', qa: 'Questions', outlines: 'Outlines' },
  columns: {
    term: 'Term',
    aliases: 'Also',
    kind: 'Kind',
    definition: 'Definition',
    concept: 'Concept id',
    broader: 'Broader',
    question: 'Question',
    asker: 'Asked by',
    asked_message: 'Question’s message',
    asked_log: 'Question’s log',
    answer: 'Answer',
    answerer: 'Answered by',
    heading: 'Heading',
    level: 'Level',
    above: 'Below',
    origin: 'Origin',
    talk: 'Talk id',
    title: 'Talk',
    date: 'Date',
    speaker: 'Speaker',
    message: 'Message',
    log: 'Log',
  },
  cut: '… (cut: too long for a cell)',
};

/** What a workbook says in a language. */
export function workbookWords(language: Note['language']): WorkbookWords {
  const { kind, comma } = wordsOf(language);
  return { kind, comma, ...{ 'zh-Hans': hans, 'zh-Hant': hant, en: english }[language] };
}
