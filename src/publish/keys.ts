import { hash } from 'node:crypto';
import type { PageKey } from '../markdown/keys.js';
import type { Content } from './target.js';

/** Hash of a content: the same content, the same hash. */
export const hashOf = (content: Content): string => hash('sha256', content as string, 'hex');

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
