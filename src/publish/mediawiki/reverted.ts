import type { Revision } from './answer.js';
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

async function sha1Of(session: Session, id: number): Promise<string | undefined> {
  if (id === 0) return empty;
  const { query } = await session.ask({ action: 'query', prop: 'revisions', revids: id, rvprop: 'ids|sha1' });
  return query?.pages?.[0]?.revisions?.[0]?.sha1;
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

/** Whether a person undid a revision of ours, as far as the next 500 revisions say. */
export async function reverted(session: Session, title: string, id: number): Promise<Reverted | undefined> {
  const parameters = {
    prop: 'revisions',
    titles: title,
    rvprop: props,
    rvdir: 'newer',
    rvstartid: id,
    rvlimit: 'max',
  };
  const { query } = await session.ask({ action: 'query', ...parameters });
  const [ours, ...later] = query?.pages?.[0]?.revisions ?? [];
  if (!ours || ours.revid !== id || later.length === 0) return undefined;
  return undone(ours, await sha1Of(session, ours.parentid), later, await session.name());
}
