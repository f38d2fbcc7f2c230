import type { CollectedTalk } from '../engine/collection.js';
import type { PageWords } from './words.js';

/** A talk's title, or what stands for one. */
export const talkTitle = ({ title, kind }: Pick<CollectedTalk, 'title' | 'kind'>, words: PageWords): string =>
  title || (kind === 'talk' ? words.untitled : words.unnamed);

/** A talk's day; undefined where its log does not say. */
export const dayOf = ({ date }: Pick<CollectedTalk, 'date'>): string | undefined =>
  date.startsWith('0000') ? undefined : date;
