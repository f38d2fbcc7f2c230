import type { PageKey } from '../../../markdown/keys.js';
import { conceptKey, speakerKey, talkKey, topicKey } from '../../../markdown/keys.js';

/** Lines of a list on a page; what follows stands on further pages. */
export const linesOnPage = 200;

/** The key of a page of a list, the first without a number. */
export const listKey = (list: string, page = 1): PageKey =>
  page > 1 ? `index:${list}-${page}` : `index:${list}`;

/** The list of a kind of terms; that of risks is where the glossary begins, as in serve. */
export const kindList = (kind: string): string => (kind === 'risk' ? 'glossary' : `glossary-${kind}`);

/** The list of the terms that begin with a letter. */
export const letterList = (letter: string): string =>
  `glossary-letter-${letter === '#' ? 'other' : letter.toLowerCase()}`;

/** The key of the page that has all concepts of a domain of the taxonomy. */
export const domainKey = (scheme: string): PageKey => listKey(`taxonomy-${scheme}`);

/** Where pages of a site lead to a domain, as to the addresses of serve, which has no such page. */
export const domainPath = (scheme: string): string => `/taxonomy/${encodeURIComponent(scheme)}`;

/** The key of a file that pages load. */
export const fileKey = (name: string): PageKey => `file:${name}`;

function talksAt(asked: URLSearchParams, list: (name: string) => PageKey): PageKey | undefined {
  const [speaker, topic] = [asked.get('speaker'), asked.get('topic')];
  if (speaker !== null) return speakerKey(speaker);
  if (topic !== null) return topicKey(topic);
  return asked.has('group') || asked.has('since') ? undefined : list('talks');
}

function glossaryAt(asked: URLSearchParams, list: (name: string) => PageKey): PageKey {
  const letter = asked.get('letter');
  return list(letter === null ? kindList(asked.get('kind') ?? 'risk') : letterList(letter));
}

/** A page, with the place on it: `''`, or with `#`. */
export interface Place {
  key: PageKey;
  hash: string;
}

/** A place; or the same page in another look. */
export type Aim = Place | { look: string };

/** The page that stands for an address of serve; undefined where there is none, as for talks of a group or of some days. */
export function aimOf(address: string): Aim | undefined {
  const { pathname, searchParams: asked, hash } = new URL(address, 'http://site');
  const look = asked.get('theme');
  if (look !== null) return { look: `?theme=${encodeURIComponent(look)}` };
  const [, place = '', id] = pathname.split('/');
  const page = Math.floor(Number(asked.get('offset') ?? 0) / linesOnPage) + 1;
  const list = (name: string) => listKey(name, page);
  const own: Record<string, (name: string) => PageKey> = {
    talks: talkKey,
    concepts: conceptKey,
    taxonomy: domainKey,
    assets: fileKey,
    pictures: (name) => `picture:${name}`,
  };
  const lists: Record<string, () => PageKey | undefined> = {
    '': () => listKey('search'),
    talks: () => talksAt(asked, list),
    glossary: () => glossaryAt(asked, list),
    timeline: () => list('timeline'),
    speakers: () => listKey('speakers'),
  };
  const key = id === undefined ? lists[place]?.() : own[place]?.(decodeURIComponent(id));
  return key === undefined ? undefined : { key, hash };
}
