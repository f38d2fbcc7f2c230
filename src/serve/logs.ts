import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readJson } from '../json.js';
import { lastAsked } from '../memory/last.js';
import { ledgerName } from '../output/names.js';
import { type LogPart, type LogShelf, rolesByNote, type Unseen } from '../pages/logs.js';
import { readTranscript } from '../read/chatlog.js';
import { isLong } from '../read/long.js';
import type { Ledger } from '../schema/ledger.js';
import type { Note, Source } from '../schema/note.js';
import type { Role, Transcript } from '../transcript.js';
import { schemaFaults } from '../validate.js';
import { type FindLog, logFinder } from '../verify/logs.js';

/** Bytes of logs whose transcripts, some five times that, are kept: pages are, too, so that few logs are asked for again. */
const keptBytes = 8 << 20;

/** The ledger of a source that stands beside the note; undefined where there is none that fits. */
function ledgerOf(source: Source, noteFile: string): Ledger | undefined {
  const file = join(dirname(noteFile), ledgerName({ source: { ...source, encoding: '' } }));
  try {
    if (!existsSync(file)) return undefined;
    const ledger = readJson(file) as Ledger;
    const fits = schemaFaults('ledger', ledger).length === 0 && ledger.source.sha256 === source.sha256;
    return fits ? ledger : undefined;
  } catch {
    return undefined;
  }
}

function rolesByLedger({ runs }: Ledger): Map<number, Role> {
  const roles = new Map<number, Role>();
  for (const { role, first, last } of runs) for (let id = first; id <= last; id++) roles.set(id, role);
  return roles;
}

/** Reads logs by the hash of their bytes, the last few once. */
function reader(find: FindLog) {
  const known = lastAsked<{ log: Transcript; bytes: number }>(keptBytes, ({ bytes }) => bytes);
  return (source: Source, noteFile: string, encoding: string | undefined): Transcript | Unseen => {
    const kept = known.get(source.sha256);
    if (kept) return kept.log;
    const found = find(source, noteFile);
    if (!found) return 'noLog';
    if (source.history || isLong(found.path)) return 'longLog';
    const log = readTranscript(found.bytes, found.path, { encoding });
    if (log.source.sha256 !== source.sha256) return 'otherLog';
    known.set(source.sha256, { log, bytes: found.bytes.length });
    return log;
  };
}

/**
 * The logs below folders; without any, those that `verify` would find.
 *
 * @param base that the paths of notes count from
 */
export function logShelf(folders: readonly string[], base = '.'): LogShelf {
  const read = reader(logFinder(folders));
  const part = (note: Note, noteFile: string, source: Source, index: number): LogPart => {
    const { path } = source;
    if (note.pseudonymized) return { path, unseen: 'hidden' };
    const ledger = ledgerOf(source, noteFile);
    let log: Transcript | Unseen;
    try {
      log = source.history ? 'longLog' : read(source, noteFile, ledger?.source.encoding);
    } catch {
      log = 'noLog';
    }
    if (typeof log === 'string') return { path, unseen: log };
    const roles = ledger ? rolesByLedger(ledger) : rolesByNote(note, index);
    return {
      path,
      lines: log.children.map(({ id, time, sender, text }) => ({
        id,
        time,
        sender,
        text,
        role: roles.get(id),
      })),
    };
  };
  return {
    of: (note, file) => note.sources.map((source, index) => part(note, resolve(base, file), source, index)),
  };
}
