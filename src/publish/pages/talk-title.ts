import type { CollectedTalk } from '../engine/collection.js';
import { legalName } from '../legal-name.js';
import type { PageWords } from './words.js';

/** A talk's title, or what stands for one. */
export const talkTitle = ({ title, kind }: Pick<CollectedTalk, 'title' | 'kind'>, words: PageWords): string =>
  title || (kind === 'talk' ? words.note.untitled : words.note.unnamed);

/** A talk's day; undefined where its log does not say. */
export const dayOf = ({ date }: Pick<CollectedTalk, 'date'>): string | undefined =>
  date.startsWith('0000') ? undefined : date;

/** What a talk's file is called, without its ending: the day, where the log says it, and the title. */
export function talkFile(talk: Pick<CollectedTalk, 'date' | 'slug'>): string {
  const day = dayOf(talk);
  return `${day === undefined ? '' : `${day}-`}${legalName(talk.slug, 'talk')}`;
}
