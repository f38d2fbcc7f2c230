import type { Page, Revision } from './answer.js';
import type { Session } from './session.js';

/** Who undid a revision, and by which. */
export interface Reverted {
  by: string;
  revision: number;
  timestamp: string;
}

/** SHA-1 of the empty text: what stood before a page was made. */
const empty = 'da39a3ee5e6b4b0d3255bfef95601890afd80709';
const props = 'ids|timestamp|size|sha1|user|tags';
const undoing = new Set(['mw-undo', 'mw-rollback', 'mw-manual-revert']);

/** A revision and the page that it is of; undefined where it is gone with its page. */
async function revisionOf(session: Session, id: number): Promise<[Revision, Page] | undefined> {
  const { query } = await session.ask({ action: 'query', prop: 'revisions', revids: id, rvprop: props });
  const [page] = query?.pages ?? [];
  const [revision] = page?.revisions ?? [];
  return page && revision && [revision, page];
}

/**
 * Looks through what came after a revision: the text before it was restored, or it was undone at once by a person, and
 * nobody brought it back. `us`: our own edits undo nothing.
 */
export function undone(
  ours: Revision,
  before: string | undefined,
  later: readonly Revision[],
  us: string,
): Reverted | undefined {
  let found: Reverted | undefined;
  for (const one of later) {
    const isUndo = one.parentid === ours.revid && one.tags.some((tag) => undoing.has(tag));
    if (one.sha1 !== undefined && one.sha1 === ours.sha1) found = undefined;
    else if (one.user !== us && (isUndo || (one.sha1 !== undefined && one.sha1 === before))) {
      found ??= { by: one.user ?? '', revision: one.revid, timestamp: one.timestamp };
    }
  }
  return found;
}

/** Whether a person undid a revision of ours, wherever its page stands by now, as far as the next 500 revisions say. */
export async function reverted(session: Session, id: number): Promise<Reverted | undefined> {
  const [ours, page] = (await revisionOf(session, id)) ?? [];
  if (!ours || !page) return undefined;
  const parameters = { prop: 'revisions', titles: page.title, rvprop: props, rvdir: 'newer', rvstartid: id };
  const { query } = await session.ask({ action: 'query', ...parameters, rvlimit: 'max' });
  const later = (query?.pages?.[0]?.revisions ?? []).filter(({ revid }) => revid !== id);
  if (later.length === 0) return undefined;
  const before = ours.parentid === 0 ? empty : (await revisionOf(session, ours.parentid))?.[0].sha1;
  return undone(ours, before, later, await session.name());
}
