import type { Answer, Page, Revision, WikiFile } from './answer.js';
import type { Session } from './session.js';

/** Titles that one request may name, for those without a bot's right (`apihighlimits`). */
export const titlesAtOnce = 50;

/** What stands under a title. */
export interface Head {
  /** As the wiki spells it. */
  title: string;
  revision: number;
  /** The revision before; 0 for a new page. */
  parent: number;
  /** Of the revision, ISO 8601. */
  timestamp: string;
  /** In bytes of UTF-8. */
  size: number;
  /** Of the text, in hexadecimal; empty where an administrator hid it. */
  sha1: string;
  /** Who made the revision; empty where that is hidden. */
  user: string;
  /** Whether the page leads to another. */
  leads: boolean;
  /** The page that this one leads to, where that was asked. */
  redirect?: string;
  /** The wikitext; of `read` and `readRevision` only. */
  text?: string;
}

/** Of a title: its head; `missing` where no page stands under it; `invalid` where none can. */
export type Found = Head | 'missing' | 'invalid';

const headProps = 'ids|timestamp|size|sha1|user';

/** A page's revision as a head. */
export function headOf({ title, redirect }: Page, revision: Revision, target?: string): Head {
  const text = revision.slots?.main?.content;
  return {
    title,
    revision: revision.revid,
    parent: revision.parentid,
    timestamp: revision.timestamp,
    size: revision.size,
    sha1: revision.sha1 ?? '',
    user: revision.user ?? '',
    leads: redirect ?? false,
    ...(redirect && target !== undefined && { redirect: target }),
    ...(text !== undefined && { text }),
  };
}

type Query = NonNullable<Answer['query']>;

/** The answers of a query and of what it goes on with (long texts come in parts), one after the other. */
async function* queries(session: Session, parameters: Record<string, string>): AsyncGenerator<Query> {
  for (let more: Record<string, string> | undefined = {}; more; ) {
    const answer: Answer = await session.ask({ action: 'query', ...parameters, ...more });
    if (answer.query) yield answer.query;
    more = answer.continue;
  }
}

/** Titles of a request; the separator is none that a title may hold. */
const joined = (titles: readonly string[]): string => titles.map((title) => `\u001f${title}`).join('');

/** Where redirect pages lead to. */
async function targets(session: Session, titles: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  if (titles.length === 0) return found;
  for await (const { redirects = [] } of queries(session, { titles: joined(titles), redirects: '1' })) {
    for (const { from, to } of redirects) found.set(from, to);
  }
  return found;
}

/** What a query tells of titles, at most fifty, by the titles as they were given. */
async function queried(
  session: Session,
  titles: readonly string[],
  asked: Record<string, string>,
): Promise<Map<string, Page | undefined>> {
  const pages = new Map<string, Page>();
  const spelled = new Map<string, string>();
  for await (const query of queries(session, { ...asked, titles: joined(titles) })) {
    for (const { from, to, fromencoded } of query.normalized ?? []) {
      spelled.set(fromencoded ? decodeURIComponent(from) : from, to);
    }
    for (const page of query.pages ?? []) pages.set(page.title, { ...pages.get(page.title), ...page });
  }
  const found = (title: string): Page | undefined => {
    const composed = title.normalize('NFC');
    return pages.get(spelled.get(title) ?? spelled.get(composed) ?? composed);
  };
  return new Map(titles.map((title) => [title, found(title)]));
}

/** What a query tells of titles, in as many requests as it takes; each part is looked at before the next is asked for. */
async function inParts<T>(
  session: Session,
  titles: readonly string[],
  asked: Record<string, string>,
  look: (pages: ReadonlyMap<string, Page | undefined>) => Promise<Map<string, T>>,
): Promise<Map<string, T>> {
  const distinct = [...new Set(titles)];
  const found = new Map<string, T>();
  for (let from = 0; from < distinct.length; from += titlesAtOnce) {
    const part = await queried(session, distinct.slice(from, from + titlesAtOnce), asked);
    for (const [title, one] of await look(part)) found.set(title, one);
  }
  return found;
}

function headsIn(
  session: Session,
  titles: readonly string[],
  props: string,
  follow = true,
): Promise<Map<string, Found>> {
  const asked = { prop: 'revisions|info', rvprop: props, rvslots: 'main' };
  return inParts(session, titles, asked, async (pages) => {
    const leading = [...pages.values()].flatMap((page) => (page?.redirect ? [page.title] : []));
    const to = await targets(session, follow ? [...new Set(leading)] : []);
    const found = (page: Page | undefined): Found => {
      if (!page || page.invalid) return 'invalid';
      const revision = page.revisions?.[0];
      return revision ? headOf(page, revision, to.get(page.title)) : 'missing';
    };
    return new Map([...pages].map(([title, page]) => [title, found(page)]));
  });
}

/**
 * What stands under titles, by the titles as they were given; one request for fifty, and to `follow` one more where some
 * lead on.
 */
export const heads = (
  session: Session,
  titles: readonly string[],
  follow = true,
): Promise<Map<string, Found>> => headsIn(session, titles, headProps, follow);

/** The same with the texts. */
export const read = (session: Session, titles: readonly string[]): Promise<Map<string, Found>> =>
  headsIn(session, titles, `${headProps}|content`);

/** The files that stand under titles, which are those of their pages (`File:…`); a title that leads on gives the file there. */
export const files = (session: Session, titles: readonly string[]): Promise<Map<string, WikiFile>> =>
  inParts(session, titles, { prop: 'imageinfo', iiprop: 'sha1|url' }, async (pages) => {
    const found = new Map<string, WikiFile>();
    for (const [title, page] of pages) {
      const file = page?.imageinfo?.[0];
      if (file) found.set(title, file);
    }
    return found;
  });

/** One revision with its text; undefined where there is none (any more), or its text is hidden. */
export async function readRevision(session: Session, id: number): Promise<Head | undefined> {
  const parameters = {
    prop: 'revisions',
    revids: String(id),
    rvprop: `${headProps}|content`,
    rvslots: 'main',
  };
  const { query } = await session.ask({ action: 'query', ...parameters });
  const [page] = query?.pages ?? [];
  const [revision] = page?.revisions ?? [];
  return page && revision?.slots?.main?.content !== undefined ? headOf(page, revision) : undefined;
}

/** Where the last move of a page away from a title led; undefined where the wiki's log knows of none. */
export async function movedTo(session: Session, title: string): Promise<string | undefined> {
  const parameters = { list: 'logevents', letype: 'move', letitle: title, lelimit: 1, leprop: 'details' };
  const { query } = await session.ask({ action: 'query', ...parameters });
  return query?.logevents?.[0]?.params?.target_title;
}
