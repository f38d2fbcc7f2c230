import { fail } from '../../errors.js';
import { told } from './answer.js';
import { edit } from './edit.js';
import { heads, read } from './heads.js';
import type { Session } from './session.js';
import { redirect } from './wikitext.js';

/** What a wiki did with a page that was to have another title. */
export type Moved =
  | { kind: 'moved' }
  | { kind: 'exists' }
  | { kind: 'missing' }
  | { kind: 'refused'; code: string; reason: string };

const kinds: Record<string, 'exists' | 'missing'> = {
  articleexists: 'exists',
  redirectexists: 'exists',
  missingtitle: 'missing',
};

/** Whether the old title leads to the new one, as after a move. */
async function isMoved(session: Session, from: string, to: string): Promise<boolean> {
  const found = await heads(session, [from, to]);
  const [old, moved] = [found.get(from), found.get(to)];
  return typeof old === 'object' && typeof moved === 'object' && old.redirect === moved.title;
}

/** A page that leads elsewhere and holds nothing else, as a move leaves one. */
const leading = /^#\p{L}{1,20}:? ?\[\[[^\]|\n]{1,300}\]\]\s{0,20}$/u;

/** Titles that former moves left to lead to a title which now leads on itself: MediaWiki follows no two in a row. */
export async function leadOn(session: Session, from: string, to: string, summary: string): Promise<void> {
  const asked = { list: 'backlinks', bltitle: from, blfilterredir: 'redirects', bllimit: 'max' };
  const { query } = await session.ask({ action: 'query', ...asked });
  const titles = query?.backlinks?.map(({ title }) => title) ?? [];
  for (const [title, head] of await read(session, titles))
    if (typeof head === 'object' && leading.test(head.text ?? ''))
      await edit(session, { title, text: redirect(to), summary, base: head.revision, bot: true });
}

/** Gives a page another title; the old one leads there, and so do those that led to the old one. */
export async function move(session: Session, from: string, to: string, reason: string): Promise<Moved> {
  const moved = await moveOnce(session, from, to, reason);
  if (moved.kind === 'moved') await leadOn(session, from, to, reason);
  return moved;
}

async function moveOnce(session: Session, from: string, to: string, reason: string): Promise<Moved> {
  for (let tries = 0; tries < session.transport.attempts; tries++) {
    const outcome = await session.act({
      action: 'move',
      from,
      to,
      reason,
      movetalk: true,
      watchlist: 'nochange',
    });
    if (outcome.kind === 'answer') {
      const [error] = outcome.answer.errors ?? [];
      if (!error) return { kind: 'moved' };
      const kind = kinds[error.code];
      return kind ? { kind } : { kind: 'refused', code: error.code, reason: told(error) };
    }
    await session.transport.pause(tries);
    if (await isMoved(session, from, to)) return { kind: 'moved' };
  }
  throw fail('wiki-unreachable', { reason: `${from} could not be moved` });
}
