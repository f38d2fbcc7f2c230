import type { Names } from '../names.js';
import type { Notice } from '../search/notices.js';
import type { TermKind } from '../store/record.js';
import type { EntryKind } from '../store/store.js';
import type { Role } from '../transcript.js';
import { english } from './words-en.js';
import { chinese } from './words-zh.js';

/** Languages that the pages speak. */
export type Language = 'zh' | 'en';

/** What the pages say of their own; `chinese` and `english` say the same things. */
export interface Words extends Readonly<Names['marks']> {
  lang: string;
  name: string;
  tagline: string;
  skip: string;
  menu: string;
  nav: Record<'search' | 'talks' | 'glossary' | 'timeline' | 'speakers', string>;
  theme: Record<'label' | 'light' | 'dark' | 'auto', string>;
  language: string;
  search: Record<
    | 'label'
    | 'placeholder'
    | 'go'
    | 'filters'
    | 'clear'
    | 'in'
    | 'kind'
    | 'topic'
    | 'speaker'
    | 'group'
    | 'since'
    | 'until'
    | 'any'
    | 'none'
    | 'tip'
    | 'more'
    | 'keys'
    | 'results'
    | 'recent'
    | 'defined'
    | 'unloaded',
    string
  >;
  notice: (notice: Notice) => string;
  found: (count: number, more: boolean) => string;
  entry: Record<EntryKind, string>;
  kind: Record<TermKind, string>;
  role: Record<Role | 'other', string>;
  talk: Names['parts'] &
    Record<
      | 'top'
      | 'note'
      | 'log'
      | 'noLog'
      | 'noLogHow'
      | 'longLog'
      | 'otherLog'
      | 'hidden'
      | 'picture'
      | 'noPicture'
      | 'unsafe'
      | 'back'
      | 'guessed',
      string
    >;
  message: (ordinal: number | string) => string;
  messages: (count: number) => string;
  talks: (count: number) => string;
  folded: (count: number, kinds: string) => string;
  glossary: Record<
    | 'title'
    | 'tree'
    | 'index'
    | 'fresh'
    | 'isNew'
    | 'changed'
    | 'see'
    | 'complete'
    | 'placeholder'
    | 'none'
    | 'loose'
    | 'all'
    | 'other',
    string
  >;
  concept: Record<
    | 'broader'
    | 'narrower'
    | 'related'
    | 'aliases'
    | 'taxonomy'
    | 'from'
    | 'unreviewed'
    | 'byTalks'
    | 'undefined'
    | 'scheme'
    | 'schemes',
    string
  >;
  timeline: Record<'title' | 'chart' | 'topics' | 'month' | 'table' | 'list' | 'each' | 'topicsEach', string>;
  list: Record<'newer' | 'older' | 'empty' | 'filter' | 'page' | 'date' | 'title' | 'last' | 'count', string>;
  error: Record<'missing' | 'bad' | 'method' | 'broken' | 'token' | 'host' | 'long' | 'home', string>;
  footer: string;
}

/** The words of a language. */
export const wordsOf = (language: Language): Words => ({ zh: chinese, en: english })[language];
