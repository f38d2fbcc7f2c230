import { createHash } from 'node:crypto';
import { fail } from '../../errors.js';
import { type Answer, type ApiError, told } from './answer.js';
import { heads } from './heads.js';
import type { Session } from './session.js';

/** A text that is to stand under a title. */
export interface Edit {
  title: string;
  /** The whole page. */
  text: string;
  summary: string;
  /** The revision that the text was made from, which must be the latest; `new` where there must be no page. */
  base: number | 'new';
  /** Marks the edit as a bot's, which hides it from lists of changes; needs that right. */
  bot?: boolean;
  minor?: boolean;
}

/** What a wiki did with an edit. */
export type Edited =
  /** `merged`: somebody saved between `base` and now, and the wiki put both together: read the page again. */
  | { kind: 'saved'; revision: number; merged: boolean }
  /** The page held this text already. */
  | { kind: 'nochange' }
  /** Somebody changed the same lines since `base`. */
  | { kind: 'conflict' }
  /** There is a page already. */
  | { kind: 'exists' }
  /** The page is gone. */
  | { kind: 'missing' }
  /** Protected, filtered (spam, abuse), a captcha, no right: `code` is the API's, `reason` for people. */
  | { kind: 'refused'; code: string; reason: string };

const hash = (algorithm: string, text: string): string => createHash(algorithm).update(text).digest('hex');

/** A text as the wiki takes it: composed, without blanks at its end (TextContent::normalizeLineEndings). */
export const asStored = (text: string): string => text.normalize('NFC').replace(/\r\n?/gu, '\n').trimEnd();

const kinds: Record<string, 'conflict' | 'exists' | 'missing'> = {
  editconflict: 'conflict',
  articleexists: 'exists',
  missingtitle: 'missing',
  pagedeleted: 'missing',
  nosuchrevid: 'missing',
};

function refusal({ code, text }: ApiError): Edited {
  const kind = kinds[code];
  return kind ? { kind } : { kind: 'refused', code, reason: told({ code, text }) };
}

/** What an answer says of an edit. */
function editedBy({ errors, edit }: Answer, base: Edit['base']): Edited {
  if (errors?.[0]) return refusal(errors[0]);
  if (edit?.result === 'Success') {
    if (edit.nochange || edit.newrevid === undefined) return { kind: 'nochange' };
    return { kind: 'saved', revision: edit.newrevid, merged: base !== 'new' && edit.oldrevid !== base };
  }
  const code = Object.keys(edit ?? {}).find((key) => key !== 'result') ?? 'failure';
  return { kind: 'refused', code, reason: code };
}

/** After an edit of which nobody knows whether it was done: what stands says so; undefined where it was not. */
async function standing(session: Session, { title, text, base }: Edit): Promise<Edited | undefined> {
  const head = (await heads(session, [title])).get(title);
  if (head === 'invalid' || head === undefined)
    return { kind: 'refused', code: 'invalidtitle', reason: title };
  if (head === 'missing') return base === 'new' ? undefined : { kind: 'missing' };
  if (head.sha1 === hash('sha1', asStored(text))) {
    return head.revision === base
      ? { kind: 'nochange' }
      : { kind: 'saved', revision: head.revision, merged: false };
  }
  if (head.revision === base) return undefined;
  return { kind: base === 'new' ? 'exists' : 'conflict' };
}

/**
 * Saves a page. An edit whose outcome is unknown (no answer, an error of the server) is never just sent again: what stands
 * decides. Throws `wiki-unreachable` where that cannot be found out.
 */
export async function edit(session: Session, wanted: Edit): Promise<Edited> {
  const { title, summary, base, bot, minor } = wanted;
  const text = wanted.text.normalize('NFC');
  const parameters = {
    action: 'edit',
    title,
    text,
    summary,
    md5: hash('md5', text),
    bot,
    watchlist: 'nochange',
    ...(minor ? { minor } : { notminor: true }),
    ...(base === 'new' ? { createonly: true } : { baserevid: base, nocreate: true }),
  };
  for (let tries = 0; tries < session.transport.attempts; tries++) {
    const outcome = await session.act(parameters);
    if (outcome.kind === 'answer') return editedBy(outcome.answer, base);
    await session.transport.pause(tries);
    const found = await standing(session, wanted);
    if (found) return found;
  }
  throw fail('wiki-unreachable', { reason: `${title} could not be saved` });
}
