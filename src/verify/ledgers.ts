import { existsSync } from 'node:fs';
import { firstLine } from '../errors.js';
import { linesOf, parseJson } from '../json.js';
import type { Ledger } from '../schema/ledger.js';
import type { Transcript } from '../transcript.js';
import { schemaFaults } from '../validate.js';
import type { Report } from './fault.js';

/** A day of a history with the ledger that stands for it, and what reports on that. */
export interface DayHeld {
  plain: Transcript;
  ledger?: Ledger;
  report: Report;
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

/** The ledgers of a history on the way along its days. */
export interface LedgersAlong {
  /** The next one; undefined where there is none, or it cannot be read. */
  start(): Ledger | undefined;
  /** To be called with each day in turn. */
  of(plain: Transcript): DayHeld;
  /** To be called when the days are over. */
  end(): void;
  /** Ids of the notes in all ledgers that were passed. */
  listed: ReadonlySet<string>;
  /** How many were passed. */
  count(): number;
}

/** Gives days their ledgers, those that begin where the days do: one too many or too few does not shift the rest. */
export function ledgersAlong(file: string, report: Report): LedgersAlong {
  const reportAt =
    (line: number): Report =>
    (code, pointer, detail) =>
      report(code, `/${line}${pointer}`, detail);
  const ledgers = existsSync(file) ? ledgersIn(file, reportAt) : [][Symbol.iterator]();
  let next: IteratorResult<Ledger | undefined> = ledgers.next();
  let line = 0;
  const listed = new Set<string>();
  const start = (): Ledger | undefined => next.value;

  function take(): DayHeld['ledger'] {
    const ledger = start();
    for (const id of ledger?.notes ?? []) listed.add(id);
    if (!next.done) line++;
    next = ledgers.next();
    return ledger;
  }

  function of(plain: Transcript): DayHeld {
    const { first } = plain.source.history!;
    for (let place = placeOf(start()); place < first; place = placeOf(start())) {
      reportAt(line)('source', '/source/history', `no day begins at ${place}`);
      take();
    }
    const there = reportAt(line);
    if (!next.done && !(placeOf(start()) > first)) return { plain, ledger: take(), report: there };
    there('runs', '', 'no ledger of the day that begins here');
    return { plain, report: there };
  }

  function end() {
    if (!next.done) reportAt(line)('runs', '', 'the log has no further day');
  }

  return { start, of, end, listed, count: () => line };
}

/** Where a ledger says that its day begins; without a word of it NaN, which is neither before a day nor after it. */
const placeOf = (ledger: Ledger | undefined): number => ledger?.source.history?.first ?? Number.NaN;
