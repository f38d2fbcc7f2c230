import { createHash } from 'node:crypto';
import { fail } from '../../errors.js';
import type { Answer } from './answer.js';
import { type Session, told } from './session.js';

/** What a wiki did with a file. */
export type Uploaded =
  /** `name` without its namespace, as the wiki spells it. */
  | { kind: 'saved'; name: string }
  /** The same bytes stand there under this name, or another (`name`). */
  | { kind: 'same'; name: string }
  /** Another file has the name. */
  | { kind: 'exists' }
  /** Uploads are off, the type is not allowed, no right: `code` is the API's. */
  | { kind: 'refused'; code: string; reason: string };

/** The hash of the file of a name; undefined where there is none. */
async function hashOf(session: Session, name: string): Promise<string | undefined> {
  const { query } = await session.ask({
    action: 'query',
    titles: `File:${name}`,
    prop: 'imageinfo',
    iiprop: 'sha1',
  });
  return query?.pages?.[0]?.imageinfo?.[0]?.sha1;
}

function uploadedBy({ errors, upload }: Answer, name: string): Uploaded {
  if (errors?.[0]) return { kind: 'refused', code: errors[0].code, reason: told(errors[0]) };
  if (upload?.result === 'Success') return { kind: 'saved', name: upload.filename ?? name };
  const { warnings = {} } = upload ?? {};
  const [twin] = Array.isArray(warnings.duplicate) ? warnings.duplicate : [];
  if (typeof twin === 'string') return { kind: 'same', name: twin };
  if ('exists' in warnings) return { kind: 'exists' };
  const code = Object.keys(warnings)[0] ?? 'failure';
  return { kind: 'refused', code, reason: code };
}

/** Gives the wiki a file, unless it has it. */
export async function upload(
  session: Session,
  name: string,
  bytes: Uint8Array,
  comment: string,
): Promise<Uploaded> {
  const sha1 = createHash('sha1').update(bytes).digest('hex');
  for (let tries = 0; tries < session.transport.attempts; tries++) {
    const standing = await hashOf(session, name);
    if (standing !== undefined) return standing === sha1 ? { kind: 'same', name } : { kind: 'exists' };
    const file = new Blob([new Uint8Array(bytes)]);
    const outcome = await session.act({
      action: 'upload',
      filename: name,
      comment,
      file,
      watchlist: 'nochange',
    });
    if (outcome.kind === 'answer') return uploadedBy(outcome.answer, name);
    await session.transport.pause(tries);
  }
  throw fail('wiki-unreachable', { reason: `${name} could not be uploaded` });
}
