import { termKinds } from '../store/record.js';
import { passageKinds } from '../store/store.js';

/** All reasons to tell something of a query. */
export const noticeCodes = [
  'cut',
  'many',
  'or',
  'read-as',
  'nowhere',
  'empty',
  'no-filter',
  'only-not',
  'value',
  'not-filter',
  'repeated',
  'overruled',
  'topic',
  'speaker',
  'group',
  'period',
  'concept',
  'kind',
  'no-terms',
] as const;

/** Why something of a query is told to who asked. */
export type NoticeCode = (typeof noticeCodes)[number];

/** What of a query was not heeded, or leaves nothing to be found. */
export interface Notice {
  code: NoticeCode;
  /** The part of the query; of `cut` and `many` how much of it counts. */
  about: string;
  /** Of `value`: what the filter takes. */
  takes?: 'kind' | 'period';
  /** Of `read-as`: what it was taken for. */
  meant?: string;
  message: string;
}

/** Kinds that `kind:` takes, as typed. */
export const kindsTaken: readonly string[] = [...termKinds, ...passageKinds];

const values = {
  kind: `one of ${kindsTaken.join(', ')}`,
  period: 'a day, a month or a year, as 2018-04-30',
} as const;

type More = Pick<Notice, 'takes' | 'meant'>;

const messages: Record<NoticeCode, (about: string, more: More) => string> = {
  cut: (about) => `only the first ${about} characters are searched for`,
  many: (about) => `only the first ${about} parts are searched for`,
  or: (about) => `OR before or after ${about} is ignored: it joins words that are to be there`,
  'read-as': (about, { meant = '' }) => `${about}, which is nowhere, was read as ${meant}`,
  nowhere: (about) => `${about} is in no entry: the rest is searched for`,
  empty: () => 'the query has no word to search for',
  'no-filter': (about) => `${about} is searched for as text: there is no such filter`,
  'only-not': () => 'a query needs a word that is there, beside those that are not',
  value: (about, { takes = 'kind' }) =>
    `${about} is searched for as text: this filter takes ${values[takes]}`,
  'not-filter': (about) => `${about} is ignored: only words can be left out`,
  repeated: (about) => `of several filters of a kind the last one counts, ${about}`,
  overruled: (about) => `${about} of the query is ignored: the filter given beside it counts`,
  topic: (about) => `no talk has the topic ${about}`,
  speaker: (about) => `no speaker is called ${about}`,
  group: (about) => `no talk is from a group ${about}`,
  period: (about) => `no talk is from these days: ${about}`,
  concept: (about) => `no concept is called ${about}`,
  kind: (about) => `no term is of the kind ${about}`,
  'no-terms': (about) => `${about} is a filter of terms, and terms are not looked for`,
};

/** Tells something of a query. */
export function notice(code: NoticeCode, about: string, more: More = {}): Notice {
  return { code, about, ...more, message: messages[code](about, more) };
}
