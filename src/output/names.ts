import { createHash } from 'node:crypto';
import { remembered } from '../memory/remembered.js';
import { unknownGroup } from '../note/unknown.js';
import type { Ledger } from '../schema/ledger.js';
import type { Note } from '../schema/note.js';
import { clip } from '../slug.js';

/** What Windows or a shell takes amiss, controls, and marks that turn the direction of writing. */
const unsafe = /[<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Cc}|\p{Surrogate}/gu;
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;
/** Bytes of a name that leave room for a suffix under the 255 of most file systems. */
const limit = 180;

/**
 * A name that every file system takes. One that had to be changed ends in six digits of its hash, so
 * that two names never become one.
 */
export function safeName(name: string): string {
  const whole = name.normalize('NFC');
  const plain = whole.replace(unsafe, '-').replace(/^[.\s]+|(?<![.\s])[.\s]+$/gu, '');
  const short = clip(reserved.test(plain) ? `_${plain}` : plain, limit);
  if (short === whole && short !== '') return short;
  return `${short || '_'}-${createHash('sha256').update(whole).digest('hex').slice(0, 6)}`;
}

/** The folder, below the output folder, that takes what comes from a group's logs. */
export const folderOf: (group: string) => string = remembered((group) => safeName(group || unknownGroup));

/** The file name of a log's ledger: that of the log, its last extension replaced; `stdin` for a log without a name. */
export function ledgerName({ source }: Pick<Ledger, 'source'>): string {
  const last = source.path.split('/').at(-1)!;
  const file = last === '-' ? 'stdin' : last;
  return `${safeName(file.replace(/(?<=.)\.[^.]*$/u, ''))}.ledger.json`;
}

/** The file name of the ledgers of a history, one a line. */
export const ledgersName = (ledger: Pick<Ledger, 'source'>): string => `${ledgerName(ledger)}l`;

/** The ledger, by name or path, that a log had while it was read in the other way: as a history, or as one day's log. */
export const otherLedger = (name: string): string => (name.endsWith('l') ? name.slice(0, -1) : `${name}l`);

/** The file name of a note without its extension: date, slug, six digits of the key. */
export function noteStem({ id, date, slug }: Pick<Note, 'id' | 'date' | 'slug'>): string {
  return `${date}-${slug}.${id.slice(-8, -2)}`;
}

/** The file name of a note's edits: its id, so that it stays when the title changes. */
export function editsName(id: string): string {
  const group = id.slice(0, -'-0000-00-00-01234567'.length);
  return `${safeName(group)}${id.slice(group.length)}.edits.json`;
}
