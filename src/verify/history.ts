import { dirname, join } from 'node:path';
import { firstLine } from '../errors.js';
import { keepHeapSmall } from '../memory/heap.js';
import { ledgersName } from '../output/names.js';
import type { People } from '../privacy/cast.js';
import { peopleOfDays } from '../privacy/pseudonymize.js';
import { type History, openHistory, transcriptsOf } from '../read/history.js';
import type { Ledger } from '../schema/ledger.js';
import type { Note, Source } from '../schema/note.js';
import type { Transcript } from '../transcript.js';
import { type Fault, type Report, reporter } from './fault.js';
import { checkLedger, checkListed } from './ledger.js';
import { type DayHeld, ledgersAlong } from './ledgers.js';
import type { FindLog } from './logs.js';
import { type Beside, checkKept, type LogReader, provable, readOne, shownOf } from './read.js';

/** What is asked of a history: its notes by the ordinal at which their day begins, and whether its ledgers are to be held against the log. */
export interface Asked {
  folder: string;
  /** The file of its ledgers, which may not be there. */
  ledgers: string;
  isNamed: boolean;
  /** A source of its notes, as long as no ledger was read. */
  source?: Source;
  notes: Map<number, string[]>;
}

/** Gathers what is asked of histories, so that each is read once. */
export function historiesAsked() {
  const asked = new Map<string, Asked>();
  const of = (ledgers: string): Asked => {
    const found: Asked = asked.get(ledgers) ?? {
      folder: dirname(ledgers),
      ledgers,
      isNamed: false,
      notes: new Map(),
    };
    asked.set(ledgers, found);
    return found;
  };
  return {
    isLedger(file: string): boolean {
      if (!file.endsWith('.jsonl')) return false;
      of(file).isNamed = true;
      return true;
    },
    isNote({ sources: [source] }: Note, file: string): boolean {
      if (!source?.history) return false;
      const one = of(join(dirname(file), ledgersName({ source: { ...source, encoding: '' } })));
      one.source ??= source;
      const { first } = source.history;
      one.notes.set(first, [...(one.notes.get(first) ?? []), file]);
      return true;
    },
    all: () => [...asked.values()],
  };
}

/** What verifying a history needs beside. */
export interface Verifying {
  find: FindLog;
  key?: string;
  faults: Fault[];
  beside: Beside;
  edits?: string;
}

/** Verifies a note against logs and ledgers, as `verifyNote` does. */
export type VerifyNote = (
  note: Note,
  file: string,
  context: { beside: Beside; log: LogReader; edits?: string },
  report: Report,
) => void;

const firstOf = ({ plain }: DayHeld) => plain.source.history!.first;

/** Gives the logs of a note's sources out of the days that are held. */
function readerOf(days: readonly DayHeld[], key: string | undefined, people: People | undefined): LogReader {
  return (source, { pseudonymized }, _, at, report) => {
    if (pseudonymized !== undefined && !provable(pseudonymized, key, report)) return undefined;
    const day = days.find((one) => firstOf(one) === source.history?.first);
    if (!day) return void report('source', `${at}/history/first`);
    if (day.plain.source.sha256 !== source.sha256) report('log-changed', `${at}/sha256`);
    checkKept(source, day.plain, at, report);
    return shownOf(day.plain, source, pseudonymized && key, people);
  };
}

/** Checks the ledger of a day against its messages and against the notes that stand beside it. */
function checkDay({ plain, ledger, report }: DayHeld, log: LogReader, files: Beside['notes']): void {
  if (!ledger) return;
  const { source, pseudonymized, notes } = ledger;
  const reading = { encoding: source.encoding, pseudonymized };
  const same = { ...source, history: plain.source.history };
  const shown = log(same, reading, '', '/source', report);
  if (shown) checkLedger(ledger, shown.tree, report);
  checkListed(
    ledger,
    files.filter(({ id }) => notes.includes(id)),
    report,
  );
}

/** The history of a source; undefined where it is not there or cannot be read. */
function historyOf(source: Source, ledger: Ledger | undefined, file: string, find: FindLog, report: Report) {
  const found = find(source, file, ledger?.pseudonymized !== undefined);
  if (!found) return void report('log-missing', '/0/source', source.path);
  try {
    return openHistory(found.path, { encoding: ledger?.source.encoding });
  } catch (error) {
    return void report('log-unreadable', '/0/source', firstLine(error));
  }
}

/** A history with the path that its sources give it, and with its people where nicks are hidden. */
interface Opened {
  path: string;
  history: History;
  people?: People;
}

/** Opens what is asked of by its first ledger, else by a note's source; undefined where nothing can be held against the log. */
function opened(asked: Asked, ledger: Ledger | undefined, { find, key, faults }: Verifying) {
  const report = reporter(asked.ledgers, faults);
  const source = ledger?.source ?? asked.source;
  const history = source && historyOf(source, ledger, asked.ledgers, find, report);
  if (!source || !history) return undefined;
  const hidden = ledger?.pseudonymized;
  if (hidden !== undefined && !provable(hidden, key, report)) return undefined;
  keepHeapSmall();
  const people = hidden === undefined ? undefined : peopleOfDays(() => transcriptsOf(history));
  return { path: source.path, history, people };
}

/** Days one after the other, each with the one after it, if any. */
function* pairsOf(history: History, held: (plain: Transcript) => DayHeld): Generator<DayHeld[]> {
  let before: DayHeld | undefined;
  for (const plain of transcriptsOf(history)) {
    const day = held(plain);
    if (before) yield [before, day];
    before = day;
  }
  if (before) yield [before];
}

/** What checking the notes of a day needs. */
type Noted = Verifying & Pick<Opened, 'people'> & { verifyNote: VerifyNote };

/** Checks the notes whose day is the first of those held. */
function checkNotes(days: readonly DayHeld[], files: readonly string[], context: Noted): void {
  const { key, people, beside, edits, faults, verifyNote } = context;
  const around = { ledgers: days.flatMap(({ ledger }) => ledger ?? []), notes: beside.notes };
  for (const file of files) {
    const read = readOne(file, true, []);
    if (!read || !('note' in read)) continue;
    const log = readerOf(days, key, people);
    verifyNote(read.note, file, { beside: around, log, edits }, reporter(file, faults));
  }
}

/** Reports the notes that no ledger lists. */
function checkUnlisted(path: string, listed: ReadonlySet<string>, files: Beside['notes'], report: Report) {
  const unlisted = files.filter((one) => one.source === path && !listed.has(one.id));
  for (const id of new Set(unlisted.map((one) => one.id)))
    report('notes', '', `${id} is there but not listed`);
}

/**
 * Verifies a history: its days and their ledgers are gone through side by side, each note is held against its day and the
 * one after it, so that no more than two are in memory. The first part of a ledger's pointer is its line, from 0. Gives the
 * number of ledgers.
 */
export function verifyHistory(asked: Asked, context: Verifying, verifyNote: VerifyNote): number {
  const { key, faults, beside } = context;
  const { ledgers: file, isNamed, notes } = asked;
  const report: Report = isNamed ? reporter(file, faults) : () => {};
  const ledgers = ledgersAlong(file, report);
  const found: Opened | undefined = opened(asked, ledgers.start(), context);
  if (!found) return 0;
  const { path, history, people } = found;

  const held = (plain: Transcript) => {
    const day = ledgers.of(plain);
    if (isNamed) checkDay(day, readerOf([day], key, people), beside.notes);
    return day;
  };
  for (const days of pairsOf(history, held)) {
    const first = firstOf(days[0]!);
    checkNotes(days, notes.get(first) ?? [], { ...context, people, verifyNote });
    if (days[0]!.plain.children.length) notes.delete(first);
  }
  ledgers.end();
  for (const one of [...notes.values()].flat()) reporter(one, faults)('source', '/sources/0/history/first');
  checkUnlisted(path, ledgers.listed, beside.notes, report);
  return isNamed ? ledgers.count() : 0;
}
