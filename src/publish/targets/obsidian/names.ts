import type { CollectedTalk } from '../../engine/collection.js';
import { legalName } from '../../legal-name.js';
import { dayOf, talkTitle } from '../../pages/talk-title.js';
import type { PageWords } from '../../pages/words.js';

/** What is legal in names of files but acts inside links: maths, code, templates, highlights. */
const acting = /[$`{}]+|={2,}|~{2,}|_{2,}/gu;

const inert = (text: string): string => text.replace(acting, ' ');

/** The name of a page of a kind, in the folder of that kind; `fallback` where nothing of the words is left. */
export const pageName = (folder: string, words: string, fallback: string): string =>
  `${folder}/${legalName(inert(words), fallback)}.md`;

/** The name of a talk's page: its day, so that the folder is in order, and its title. */
export function talkName(talk: CollectedTalk, words: PageWords): string {
  const day = dayOf(talk);
  const title = talkTitle(talk, words);
  return pageName(words.talks, day === undefined ? title : `${day} ${title}`, words.note.untitled);
}

/** A name without folder and extension. */
export const baseName = (name: string): string => name.replace(/^.*\//u, '').replace(/\.md$/iu, '');

/** A nested tag for a topic: tags hold letters, digits, `-` and `_` only, and `/` between their levels. */
export function topicTag(label: string): string | undefined {
  const word = label.replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-').replace(/^-+|-+$/gu, '');
  return word === '' ? undefined : `topic/${word}`;
}
