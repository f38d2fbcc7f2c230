import { dirname } from 'node:path';
import { editsFileOf, editsFor, readEdits } from './edits/files.js';
import { firstLine } from './errors.js';
import { expandInputs } from './inputs.js';
import { joinedTree } from './join/tree.js';
import { gather, startsOf } from './note/sources.js';
import type { Edits } from './schema/edits.js';
import type { Ledger } from './schema/ledger.js';
import type { Note } from './schema/note.js';
import type { Transcript } from './transcript.js';
import { checkConcepts } from './verify/concepts.js';
import { type Fault, type FaultCode, type Report, reporter } from './verify/fault.js';
import { historiesAsked, verifyHistory } from './verify/history.js';
import { checkAgainst, checkLedger, checkListed } from './verify/ledger.js';
import { logFinder } from './verify/logs.js';
import { checkNote } from './verify/note.js';
import { checkPage } from './verify/page.js';
import { type Beside, folders, type LogReader, logReader, readOne, type Shown } from './verify/read.js';

export type { Fault, FaultCode };

/** What `verify` looked at, and what it found. */
export interface Verification {
  notes: number;
  ledgers: number;
  faults: Fault[];
}

/** Verifies a ledger against its log and what stands beside it. */
export function verifyLedger(
  ledger: Ledger,
  file: string,
  beside: Beside,
  log: LogReader,
  report: Report,
): void {
  const { source, pseudonymized } = ledger;
  const shown = log(source, { encoding: source.encoding, pseudonymized }, file, '/source', report);
  if (shown) checkLedger(ledger, shown.tree, report);
  checkListed(ledger, beside.notes, report);
}

/**
 * The edits of a note; unreadable ones are a fault. Those of a pseudonymized note may have been made for the plain one,
 * and bear its id.
 */
function editsOf(
  note: Note,
  shown: readonly Shown[],
  { file, folder, report }: { file: string; folder: string | undefined; report: Report },
): Edits | undefined {
  const { group } = note.sources[0]!;
  try {
    const found = editsFileOf({ id: note.id, group }, dirname(file), folder);
    if (found !== undefined) return readEdits(found);
    if (!note.pseudonymized) return undefined;
    const { plain, edits } = shown[0]!;
    const all = editsFor(plain, [...(folder === undefined ? [] : [folder]), dirname(file)]);
    return all.map(edits).find((one) => one.note === note.id);
  } catch (error) {
    return void report('edits-unreadable', '', firstLine(error));
  }
}

/** The ledgers of a note's logs, in their order, as one whose ordinals run on; undefined where one is missing. */
function ledgerFor(note: Note, { ledgers }: Beside): Ledger | undefined {
  const own = note.sources.map(({ path, history }) =>
    ledgers.find(
      ({ source, notes }) =>
        source.path === path && source.history?.first === history?.first && notes.includes(note.id),
    ),
  );
  if (own.some((one) => one === undefined)) return undefined;
  const starts = startsOf(note);
  const runs = own.flatMap((ledger, index) =>
    ledger!.runs.map((run) => ({
      ...run,
      first: run.first + starts[index]!,
      last: run.last + starts[index]!,
    })),
  );
  return { ...own[0]!, runs };
}

/** A note's logs; undefined where one cannot be read. */
function logsFor(
  note: Note,
  file: string,
  { log, encoding }: { log: LogReader; encoding?: string },
  report: Report,
): Shown[] | undefined {
  const { pseudonymized } = note;
  const found: Shown[] = [];
  for (const [index, source] of note.sources.entries()) {
    const reading = { pseudonymized, ...(index === 0 && { encoding }) };
    const shown = log(source, reading, file, `/sources/${index}`, report);
    if (shown) found.push(shown);
    else if (pseudonymized) return undefined;
  }
  return found.length === note.sources.length ? found : undefined;
}

/** The messages of a note's logs, as one transcript. */
const transcriptOf = (shown: readonly Shown[]): Transcript =>
  shown.length === 1 ? shown[0]!.tree : joinedTree(shown.map(({ tree }) => tree));

/** Verifies a note against its logs, their ledgers, its edits and its page. */
export function verifyNote(
  note: Note,
  file: string,
  { beside, log, edits: folder }: { beside: Beside; log: LogReader; edits?: string },
  report: Report,
): void {
  const ledger = ledgerFor(note, beside);
  const flat = gather(note);
  if (ledger) checkAgainst(flat, ledger, report);
  else report('ledger-missing', '/id');
  const shown = logsFor(note, file, { log, encoding: ledger?.source.encoding }, report);
  if (shown) checkNote(flat, transcriptOf(shown), editsOf(note, shown, { file, folder, report }), report);
  checkConcepts(note, report);
  checkPage(note, file, report);
}

/**
 * Verifies notes and ledgers (files, folders, patterns) against their logs, and against each other: every
 * span, every derived text, every message accounted for. `logs` are folders to look for the logs in;
 * without, the working folder and those above each note. Edits lie beside a note, or below `edits`. Pseudonymized ones
 * need the `key` that made them: the log is pseudonymized again, and they are held against that.
 */
export function verify(
  paths: readonly string[],
  { logs = [], edits, key }: { logs?: readonly string[]; edits?: string; key?: string } = {},
): Verification {
  const faults: Fault[] = [];
  const { inputs, errors } = expandInputs(paths, ['**/*.json', '**/*.ledger.jsonl']);
  for (const { code, file = '', message } of errors) {
    if (code === 'folder-without-logs') reporter(file, faults)('nothing', '');
    else reporter(file, faults)('unreadable', '', message);
  }
  const find = logFinder(logs);
  const log = logReader(find, key);
  const besideOf = folders();
  const histories = historiesAsked();
  const count = { notes: 0, ledgers: 0 };
  for (const { file, folder } of inputs) {
    if (histories.isLedger(file)) continue;
    const read = readOne(file, folder === undefined, faults);
    if (!read) continue;
    count['note' in read ? 'notes' : 'ledgers']++;
    if ('note' in read && histories.isNote(read.note, file)) continue;
    const beside = besideOf(dirname(file));
    const report = reporter(file, faults);
    if ('note' in read) verifyNote(read.note, file, { beside, log, edits }, report);
    else verifyLedger(read.ledger, file, beside, log, report);
  }
  for (const asked of histories.all())
    count.ledgers += verifyHistory(
      asked,
      { find, key, faults, beside: besideOf(asked.folder), edits },
      verifyNote,
    );
  return { ...count, faults };
}
