import { describe } from '../errors.js';
import { expandInputs } from '../inputs.js';
import { readJson } from '../json.js';
import { type NoteFile, noteFiles } from '../output/notes.js';
import { readTranscript } from '../read/chatlog.js';
import type { Ledger } from '../schema/ledger.js';
import type { Note, Source } from '../schema/note.js';
import type { Transcript } from '../transcript.js';
import { schemaFaults } from '../validate.js';
import { type Fault, type Report, reporter } from './fault.js';
import type { FindLog } from './logs.js';

/** A file that fits its schema. */
export type Read = { file: string; note: Note } | { file: string; ledger: Ledger };

/** What an error says, without its way out. */
export const firstLine = (error: unknown) => describe(error).split('\n')[0];

/** Reads a note or ledger. A file of another kind is a fault where it was named itself, else passed over. */
export function readOne(file: string, named: boolean, faults: Fault[]): Read | undefined {
  const report = reporter(file, faults);
  let value: { kind?: unknown } | null;
  try {
    value = readJson(file) as typeof value;
  } catch (error) {
    return void report('unreadable', '', firstLine(error));
  }
  const kind = ({ ledger: 'ledger', talk: 'note', discussion: 'note' } as const)[String(value?.kind)];
  if (!kind) return named ? void report('kind', '/kind') : undefined;
  const broken = schemaFaults(kind, value);
  for (const { pointer, reason } of broken) report('schema', pointer, reason);
  if (broken.length) return undefined;
  return kind === 'note'
    ? { file, note: value as unknown as Note }
    : { file, ledger: value as unknown as Ledger };
}

/** What stands in a folder of notes. */
export interface Beside {
  ledgers: Ledger[];
  notes: NoteFile[];
}

/** Looks into folders, each once. */
export function folders(): (folder: string) => Beside {
  const known = new Map<string, Beside>();
  return (folder) => {
    let beside = known.get(folder);
    if (!beside) {
      const files = expandInputs([folder], ['*.ledger.json']).inputs;
      const reads = files.map(({ file }) => readOne(file, false, []));
      beside = {
        ledgers: reads.flatMap((read) => (read && 'ledger' in read ? [read.ledger] : [])),
        notes: noteFiles(folder),
      };
      known.set(folder, beside);
    }
    return beside;
  };
}

/** Transcripts kept at a time: the notes of one log stand together. */
const kept = 32;

/** Reads logs of sources, reporting what is wrong with them; each once while it is among the last. */
export function logReader(find: FindLog) {
  const known = new Map<string, Transcript>();
  return (
    source: Source,
    encoding: string | undefined,
    file: string,
    at: string,
    report: Report,
  ): Transcript | undefined => {
    const found = find(source, file);
    if (!found) return void report('log-missing', at, source.path);
    let transcript = known.get(found.path);
    try {
      transcript ??= readTranscript(found.bytes, found.path, { encoding });
    } catch (error) {
      return void report('log-unreadable', at, firstLine(error));
    }
    if (known.size >= kept) known.clear();
    known.set(found.path, transcript);
    if (transcript.source.sha256 !== source.sha256) report('log-changed', `${at}/sha256`, found.path);
    return transcript;
  };
}
