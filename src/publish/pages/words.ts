import { type Words, wordsOf } from '../../markdown/words.js';
import type { Note } from '../../schema/note.js';
import type { Collection } from '../engine/collection.js';

/** The words of pages that belong to no single talk. */
export interface PageWords {
  /** Those of a note's page, in the same language. */
  note: Words;
  index: string;
  talks: string;
  speakers: string;
  topics: string;
  glossary: string;
  aliases: string;
  broader: string;
  narrower: string;
  definitions: string;
  /** Beside a definition of the taxonomy. */
  lexicon: string;
  term: string;
  unknownDate: string;
  day: string;
  group: string;
  /** Of the page that leads to all others, where `index` alone might mean anything. */
  map: string;
  kind: string;
}

/** The names that these pages share with those of notes. */
const shared = (language: Note['language']) => {
  const note = wordsOf(language);
  return { note, topics: note.topics, glossary: note.glossary };
};

const hans: PageWords = {
  ...shared('zh-Hans'),
  index: '目录',
  talks: '分享',
  speakers: '讲者',
  aliases: '又称',
  broader: '上位',
  narrower: '下位',
  definitions: '分享中的说法',
  lexicon: '词典释义',
  term: '术语',
  unknownDate: '日期不详',
  day: '日期',
  group: '群',
  map: '讲录',
  kind: '类别',
};

const hant: PageWords = {
  ...hans,
  ...shared('zh-Hant'),
  index: '目錄',
  speakers: '講者',
  kind: '類別',
  aliases: '又稱',
  definitions: '分享中的說法',
  lexicon: '詞典釋義',
  term: '術語',
  unknownDate: '日期不詳',
  map: '講錄',
};

const english: PageWords = {
  ...shared('en'),
  index: 'Contents',
  talks: 'Talks',
  speakers: 'Speakers',
  aliases: 'Also',
  broader: 'Broader',
  narrower: 'Narrower',
  definitions: 'As talks put it',
  lexicon: 'Definition',
  term: 'Term',
  unknownDate: 'Date unknown',
  day: 'Date',
  group: 'Group',
  map: 'Contents',
  kind: 'Kind',
};

const words: Record<Note['language'], PageWords> = { 'zh-Hans': hans, 'zh-Hant': hant, en: english };

/** The words for a collection, in its language. */
export const pageWordsOf = ({ language }: Pick<Collection, 'language'>): PageWords => words[language];
