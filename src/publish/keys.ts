import { hash } from 'node:crypto';
import { foldedText } from '../language/fold.js';
import { plain } from '../readable/text.js';
import type { Content, PageKey } from './target.js';

/** Hash of a content: the same content, the same hash. */
export const hashOf = (content: Content): string => hash('sha256', content as string, 'hex');

/** The key of a talk's page, by the note's id. */
export const talkKey = (id: string): PageKey => `talk:${id}`;
/** The key of a speaker's page, by the nick. */
export const speakerKey = (name: string): PageKey => `speaker:${foldedText(plain(name) || name)}`;
/** The key of a topic's page, by the id that the note gives the topic. */
export const topicKey = (id: string): PageKey => `topic:${id}`;
/** The key of a concept's page: of the taxonomy's id, else `term:` and the folded term. */
export const conceptKey = (id: string): PageKey => `concept:${id}`;
/** The key of a picture that was fetched, by its address. */
export const pictureKey = (url: string): PageKey => `picture:${hashOf(url).slice(0, 32)}`;
/** Whether a key is one of `pictureKey`. */
export const isPictureKey = (key: PageKey): boolean => key.startsWith('picture:');

/** The key of the new page that stands beside one which people edited, by the key of that one. */
export const copyKey = (key: PageKey): PageKey => `copy:${key}`;
/** The key of the page that a copy stands beside; of any other page its own. */
export const withoutCopy = (key: PageKey): PageKey => key.replace(/^copy:/u, '');

/** What marks a page that was taken away where pages cannot be: it names nobody any more. */
export const goneKey = (key: PageKey): PageKey => `gone:${hashOf(key).slice(0, 32)}`;
/** Whether a key is one of `goneKey`. */
export const isGoneKey = (key: PageKey): boolean => key.startsWith('gone:');
