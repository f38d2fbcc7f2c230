import { firstLine } from '../errors.js';
import { expandInputs } from '../inputs.js';
import { readJson } from '../json.js';
import { type NoteFile, noteFiles } from '../output/notes.js';
import type { People } from '../privacy/cast.js';
import { hiddenEdits } from '../privacy/edits.js';
import { fingerprintOf } from '../privacy/key.js';
import { pseudonymize } from '../privacy/pseudonymize.js';
import { readTranscript } from '../read/chatlog.js';
import type { Edits } from '../schema/edits.js';
import type { Ledger } from '../schema/ledger.js';
import type { Note, Source } from '../schema/note.js';
import type { Transcript } from '../transcript.js';
import { schemaFaults } from '../validate.js';
import { type Fault, type Report, reporter } from './fault.js';
import type { FindLog } from './logs.js';

/** A file that fits its schema. */
export type Read = { file: string; note: Note } | { file: string; ledger: Ledger };

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

/** A log as a note or ledger shows it, and the edits that were made for its plain notes as they hold for these. */
export interface Shown {
  tree: Transcript;
  /** As it was read. */
  plain: Transcript;
  edits(edits: Edits): Edits;
}

/** How the log of a note or ledger was read, and by what key its nicks were replaced. */
export interface Reading {
  encoding?: string;
  pseudonymized?: string;
}

/** Gives the log of a source, reporting what is wrong with it. */
export type LogReader = (
  source: Source,
  reading: Reading,
  file: string,
  at: string,
  report: Report,
) => Shown | undefined;

/** Reads logs of sources, reporting what is wrong with them; each once while it is among the last. */
export function logReader(find: FindLog, key?: string): LogReader {
  const known = new Map<string, Shown>();
  return (source, { encoding, pseudonymized }, file, at, report) => {
    if (pseudonymized !== undefined && !provable(pseudonymized, key, report)) return undefined;
    const found = find(source, file, pseudonymized !== undefined);
    if (!found) return void report('log-missing', at, source.path);
    const { kept: nicks = [] } = source;
    const name = JSON.stringify([found.path, pseudonymized, nicks]);
    let shown = known.get(name);
    try {
      shown ??= shownOf(readTranscript(found.bytes, found.path, { encoding }), source, pseudonymized && key);
    } catch (error) {
      return void report('log-unreadable', at, firstLine(error));
    }
    if (known.size >= kept) known.clear();
    known.set(name, shown);
    if (shown.tree.source.sha256 !== source.sha256) report('log-changed', `${at}/sha256`, found.path);
    checkKept(source, shown.plain, at, report);
    return shown;
  };
}

/** Checks that those write in a log who are said to keep their nicks. */
export function checkKept({ kept = [] }: Source, plain: Transcript, at: string, report: Report): void {
  const senders = new Set(plain.children.map(({ sender }) => sender));
  kept.forEach((nick, index) => {
    if (!senders.has(nick)) report('kept', `${at}/kept/${index}`);
  });
}

/** Whether the key is there that replaced the nicks; reported where it is not. */
export function provable(pseudonymized: string, key: string | undefined, report: Report): boolean {
  if (key === undefined) report('key-missing', '/pseudonymized', `its fingerprint is ${pseudonymized}`);
  else if (fingerprintOf(key) !== pseudonymized)
    report('key-other', '/pseudonymized', `${pseudonymized}, not ${fingerprintOf(key)}`);
  else return true;
  return false;
}

/**
 * A log as its notes show it.
 *
 * @param people of the history that it is a day of
 */
export function shownOf(
  plain: Transcript,
  { kept }: Pick<Source, 'kept'>,
  key: string | undefined,
  people?: People,
): Shown & { plain: Transcript } {
  if (key === undefined) return { plain, tree: plain, edits: (edits) => edits };
  const hidden = pseudonymize(plain, { key, kept, people });
  return { plain, tree: hidden.tree, edits: (edits) => hiddenEdits(edits, plain, hidden) };
}
