import { fail } from '../../errors.js';
import { heads } from './heads.js';
import { type Session, told } from './session.js';

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

/** Gives a page another title; the old one leads there. */
export async function move(session: Session, from: string, to: string, reason: string): Promise<Moved> {
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
