import { createHash } from 'node:crypto';
import { fail } from '../../errors.js';
import { type Answer, told } from './answer.js';
import { files } from './heads.js';
import type { Session } from './session.js';

/** A file that is to stand. */
export interface Upload {
  /** Without its namespace. */
  name: string;
  bytes: Uint8Array;
  comment: string;
  /** Wikitext of the file's page, where there is none yet. */
  text?: string;
  /** Also where people deleted a file of this name, or these bytes. */
  again?: boolean;
}

/** What a wiki did with a file. */
export type Uploaded =
  /** `name` without its namespace, as the wiki spells it. */
  | { kind: 'saved'; name: string }
  /** The same bytes stand there under this name, or another (`name`). */
  | { kind: 'same'; name: string }
  /** Another file has the name. */
  | { kind: 'exists' }
  /** People deleted a file of this name, or these bytes. */
  | { kind: 'deleted' }
  /** Uploads are off, the type is not allowed, no right: `code` is the API's. */
  | { kind: 'refused'; code: string; reason: string };

/** The hash by which a wiki knows the bytes of a file. */
export const sha1Of = (bytes: Uint8Array): string => createHash('sha1').update(bytes).digest('hex');

/** Warnings that people deleted the file before. */
const deleted = new Set(['was-deleted', 'duplicate-archive']);

function uploadedBy({ errors, upload }: Answer, name: string): Uploaded {
  if (errors?.[0]) return { kind: 'refused', code: errors[0].code, reason: told(errors[0]) };
  if (upload?.result === 'Success') return { kind: 'saved', name: upload.filename ?? name };
  const { warnings = {} } = upload ?? {};
  const [twin] = Array.isArray(warnings.duplicate) ? warnings.duplicate : [];
  if (typeof twin === 'string') return { kind: 'same', name: twin };
  if ('exists' in warnings) return { kind: 'exists' };
  const codes = Object.keys(warnings);
  if (codes.length > 0 && codes.every((code) => deleted.has(code))) return { kind: 'deleted' };
  const code = codes[0] ?? 'failure';
  return { kind: 'refused', code, reason: code };
}

/** Gives the wiki a file, unless it has it. */
export async function upload(session: Session, wanted: Upload): Promise<Uploaded> {
  const { name, bytes, comment, text, again = false } = wanted;
  const sha1 = sha1Of(bytes);
  const title = `File:${name}`;
  const about = { action: 'upload', filename: name, comment, text, watchlist: 'nochange' };
  for (let tries = 0; tries < session.transport.attempts; tries++) {
    const standing = (await files(session, [title])).get(title);
    if (standing) return standing.sha1 === sha1 ? { kind: 'same', name } : { kind: 'exists' };
    const first = await session.act({ ...about, file: new Blob([new Uint8Array(bytes)]) });
    const warned = first.kind === 'answer' ? uploadedBy(first.answer, name) : undefined;
    const filekey = first.kind === 'answer' ? first.answer.upload?.filekey : undefined;
    if (warned && !(again && warned.kind === 'deleted' && filekey !== undefined)) return warned;
    const second = warned && (await session.act({ ...about, filekey, ignorewarnings: true }));
    if (second?.kind === 'answer') return uploadedBy(second.answer, name);
    await session.transport.pause(tries);
  }
  throw fail('wiki-unreachable', { reason: `${name} could not be uploaded` });
}
