import { dirname } from 'node:path';
import { editsFileOf, readEdits } from './edits/files.js';
import { expandInputs } from './inputs.js';
import { joinedTree } from './join/tree.js';
import { gather, startsOf } from './note/sources.js';
import type { Edits } from './schema/edits.js';
import type { Ledger } from './schema/ledger.js';
import type { Note } from './schema/note.js';
import type { Transcript } from './transcript.js';
import { checkConcepts } from './verify/concepts.js';
import { type Fault, type FaultCode, type Report, reporter } from './verify/fault.js';
import { checkAgainst, checkLedger, checkListed } from './verify/ledger.js';
import { logFinder } from './verify/logs.js';
import { checkNote } from './verify/note.js';
import { checkPage } from './verify/page.js';
import { type Beside, firstLine, folders, logReader, readOne } from './verify/read.js';

export type { Fault, FaultCode };

/** What `verify` looked at, and what it found. */
export interface Verification {
  notes: number;
  ledgers: number;
  faults: Fault[];
}

type LogReader = ReturnType<typeof logReader>;

/** Verifies a ledger against its log and what stands beside it. */
export function verifyLedger(
  ledger: Ledger,
  file: string,
  beside: Beside,
  log: LogReader,
  report: Report,
): void {
  const { source } = ledger;
  const transcript = log(source, source.encoding, file, '/source', report);
  if (transcript) checkLedger(ledger, transcript, report);
  checkListed(ledger, beside.notes, report);
}

/** The edits of a note; unreadable ones are a fault. */
function editsOf(note: Note, file: string, folder: string | undefined, report: Report): Edits | undefined {
  const { group } = note.sources[0]!;
  const found = editsFileOf({ id: note.id, group }, dirname(file), folder);
  try {
    return found === undefined ? undefined : readEdits(found);
  } catch (error) {
    return void report('edits-unreadable', '', firstLine(error));
  }
}

/** The ledgers of a note's logs, in their order, as one whose ordinals run on; undefined where one is missing. */
function ledgerFor(note: Note, { ledgers }: Beside): Ledger | undefined {
  const own = note.sources.map(({ path }) =>
    ledgers.find((one) => one.source.path === path && one.notes.includes(note.id)),
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

/** The messages of a note's logs, as one transcript; undefined where one cannot be read. */
function transcriptFor(
  note: Note,
  file: string,
  { log, encoding }: { log: LogReader; encoding?: string },
  report: Report,
): Transcript | undefined {
  const trees = note.sources.map((source, index) =>
    log(source, index === 0 ? encoding : undefined, file, `/sources/${index}`, report),
  );
  if (trees.some((tree) => tree === undefined)) return undefined;
  return trees.length === 1 ? trees[0] : joinedTree(trees as Transcript[]);
}

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
  const transcript = transcriptFor(note, file, { log, encoding: ledger?.source.encoding }, report);
  if (transcript) checkNote(flat, transcript, editsOf(note, file, folder, report), report);
  checkConcepts(note, report);
  checkPage(note, file, report);
}

/**
 * Verifies notes and ledgers (files, folders, patterns) against their logs, and against each other: every
 * span, every derived text, every message accounted for. `logs` are folders to look for the logs in;
 * without, the working folder and those above each note. Edits lie beside a note, or below `edits`.
 */
export function verify(
  paths: readonly string[],
  { logs = [], edits }: { logs?: readonly string[]; edits?: string } = {},
): Verification {
  const faults: Fault[] = [];
  const { inputs, errors } = expandInputs(paths, ['**/*.json']);
  for (const { code, file = '', message } of errors) {
    if (code === 'folder-without-logs') reporter(file, faults)('nothing', '');
    else reporter(file, faults)('unreadable', '', message);
  }
  const log = logReader(logFinder(logs));
  const besideOf = folders();
  const count = { notes: 0, ledgers: 0 };
  for (const { file, folder } of inputs) {
    const read = readOne(file, folder === undefined, faults);
    if (!read) continue;
    const beside = besideOf(dirname(file));
    const report = reporter(file, faults);
    if ('note' in read) verifyNote(read.note, file, { beside, log, edits }, report);
    else verifyLedger(read.ledger, file, beside, log, report);
    count['note' in read ? 'notes' : 'ledgers']++;
  }
  return { ...count, faults };
}
