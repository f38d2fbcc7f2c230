import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { linesOf, parseJson } from '../json.js';
import { keepHeapSmall } from '../memory.js';
import { ledgersName } from '../output/names.js';
import type { People } from '../privacy/cast.js';
import { peopleOfDays } from '../privacy/pseudonymize.js';
import { openHistory, transcriptsOf } from '../read/history.js';
import type { Ledger } from '../schema/ledger.js';
import type { Note, Source } from '../schema/note.js';
import type { Transcript } from '../transcript.js';
import { schemaFaults } from '../validate.js';
import { type Fault, type Report, reporter } from './fault.js';
import { checkLedger, checkListed } from './ledger.js';
import type { FindLog } from './logs.js';
import { type Beside, checkKept, firstLine, type LogReader, provable, readOne, shownOf } from './read.js';

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

/** A day of a history with the ledger that stands for it. */
interface DayHeld {
  plain: Transcript;
  ledger?: Ledger;
}

/** The ledgers of a history, one a line; one that cannot be read, or breaks its schema, is undefined. */
function* ledgersIn(file: string, reportAt: (line: number) => Report): Generator<Ledger | undefined> {
  let line = 0;
  for (const text of linesOf(file)) {
    const report = reportAt(line++);
    try {
      const value = parseJson(text, file);
      const broken = schemaFaults('ledger', value);
      for (const { pointer, reason } of broken) report('schema', pointer, reason);
      yield broken.length ? undefined : (value as Ledger);
    } catch (error) {
      report('unreadable', '', firstLine(error));
      yield undefined;
    }
  }
}

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
function checkDay({ plain, ledger }: DayHeld, log: LogReader, files: Beside['notes'], report: Report): void {
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

/**
 * Verifies a history: its days and their ledgers are gone through side by side, each note is held against its day and the
 * one after it, so that no more than two are in memory. The first part of a ledger's pointer is its line, from 0. Gives the
 * number of ledgers.
 */
export function verifyHistory(asked: Asked, context: Verifying, verifyNote: VerifyNote): number {
  const { find, key, faults, beside, edits } = context;
  const { ledgers: file, isNamed, notes } = asked;
  const report: Report = isNamed ? reporter(file, faults) : () => {};
  const reportAt =
    (line: number): Report =>
    (code, pointer, detail) =>
      report(code, `/${line}${pointer}`, detail);
  const ledgers = existsSync(file) ? ledgersIn(file, reportAt) : [][Symbol.iterator]();
  let next = ledgers.next();
  const source = (next.value as Ledger | undefined)?.source ?? asked.source;
  const history = source && historyOf(source, next.value || undefined, file, find, reporter(file, faults));
  if (!source || !history) return 0;
  const hidden = (next.value as Ledger | undefined)?.pseudonymized;
  if (hidden !== undefined && !provable(hidden, key, reporter(file, faults))) return 0;
  keepHeapSmall();
  const people = hidden === undefined ? undefined : peopleOfDays(() => transcriptsOf(history));
  const listed = new Set<string>();
  let count = 0;

  const checkNotes = (days: readonly DayHeld[]) => {
    const first = firstOf(days[0]!);
    const around = { ledgers: days.flatMap(({ ledger }) => ledger ?? []), notes: beside.notes };
    for (const one of notes.get(first) ?? []) {
      const read = readOne(one, true, []);
      if (!read || !('note' in read)) continue;
      verifyNote(
        read.note,
        one,
        { beside: around, log: readerOf(days, key, people), edits },
        reporter(one, faults),
      );
    }
    if (days[0]!.plain.children.length) notes.delete(first);
  };

  let before: DayHeld | undefined;
  for (const plain of transcriptsOf(history)) {
    const day: DayHeld = { plain, ledger: next.value || undefined };
    if (isNamed && !next.done) checkDay(day, readerOf([day], key, people), beside.notes, reportAt(count));
    if (isNamed && next.done) reportAt(count)('runs', '', 'no ledger of the day that begins here');
    for (const id of day.ledger?.notes ?? []) listed.add(id);
    if (before) checkNotes([before, day]);
    before = day;
    if (!next.done) count++;
    next = ledgers.next();
  }
  if (before) checkNotes([before]);
  if (!next.done) reportAt(count)('runs', '', 'the log has no further day');
  for (const one of [...notes.values()].flat()) reporter(one, faults)('source', '/sources/0/history/first');
  const path = source.path;
  const unlisted = beside.notes.filter((one) => one.source === path && !listed.has(one.id));
  for (const id of new Set(unlisted.map((one) => one.id)))
    report('notes', '', `${id} is there but not listed`);
  return isNamed ? count : 0;
}
