import { fail } from '../errors.js';
import { own } from '../memory/own.js';
import type { Message } from '../transcript.js';
import { formatOf, headLength, mostLines } from './chatlog.js';
import { matterFinder, type Released } from './day-matter.js';
import type { Format, LogScanner } from './formats.js';
import { type Line, lineSplitter } from './lines.js';
import { firstOccurrence, lateRise, messageMaker, type RawMessage, secondsOf } from './messages.js';
import { dateOf, dayAfter } from './source.js';
import { isBlank } from './space.js';
import { type Warning, warning } from './warnings.js';

/** One day of a history. */
export interface DayOfLog {
  /** As the front matter above it states it, else counted from the day before; null where nothing is stated. */
  date: string | null;
  frontMatter: Record<string, string>;
  warnings: Warning[];
  /** Ordinals count from 0 each day, and so do equal messages: all is as in a log of this day alone. */
  children: Message[];
  /** Ordinal of its first message in the whole log. */
  first: number;
  /** Tells days of one date apart: those stated are numbered first, those counted after them. */
  again: number;
  /** Its date was counted from the day before. */
  counted: boolean;
  /** Name of the log's format. */
  format: string;
}

/** A time that falls by more seconds begins a new day; in the 477 real logs, each of one day, times never fall. */
const nextDay = 2 * 3600;

const ownValues = (values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [own(key), own(value)]));

/** How many days of a log have each date by what states it. */
export type StatedDays = Map<string | null, number>;

/** Opens days one after the other, with date and place. */
function calendar({ named, stated: all = new Map() }: Dating, format: string) {
  const seen = { stated: new Map() as StatedDays, counted: new Map(all) };
  let previous: DayOfLog | undefined;
  return (stated: string | null): DayOfLog => {
    const date = stated ?? (previous ? previous.date && dayAfter(previous.date) : named);
    const counted = stated === null && previous !== undefined;
    const alike = counted ? seen.counted : seen.stated;
    const again = alike.get(date) ?? 0;
    alike.set(date, again + 1);
    const warnings = counted && !previous!.counted ? [warning('date-counted')] : [];
    const first = previous ? previous.first + previous.children.length : 0;
    previous = { date, frontMatter: {}, warnings, children: [], first, again, counted, format };
    return previous;
  };
}

/** Makes the messages of the days under one front matter; `turn` opens the next one. */
function dayMaker(turn: () => DayOfLog) {
  let make: ((raw: RawMessage) => Message) | undefined;
  let latest = 0;
  return (raw: RawMessage, day: DayOfLog): Message => {
    const seconds = secondsOf(raw.time);
    const falls = make !== undefined && seconds < latest - nextDay;
    const isLate = make !== undefined && seconds > latest + lateRise;
    if (falls || !make) {
      const { first, again } = falls ? turn() : day;
      make = messageMaker(firstOccurrence({ history: { first, messages: 0, again } }));
    }
    if (!isLate) latest = seconds;
    return make({ ...raw, sender: own(raw.sender), text: own(raw.text) });
  };
}

/** What dates the days of a log: the day that its name states, for the first one where no front matter does. */
interface Dating {
  named: string | null;
  /** Known once the log was read: without, `again` and keys of counted days are none to keep. */
  stated?: StatedDays;
}

/**
 * The days of a log that comes in pieces of decoded text, cut anywhere: a front matter begins one, and so does a time that
 * falls by hours. Each is read as a log of that day alone, but for lines and offsets, which count from the log's beginning.
 *
 * @throws JiangluError as `readTranscript`
 */
export function* daysIn(
  pieces: Iterable<string>,
  { file, ...dating }: { file: string } & Dating,
): Generator<DayOfLog> {
  const ready: DayOfLog[] = [];
  const lines = lineSplitter(file);
  let head: string | undefined = '';
  let reader: ReturnType<typeof dayReader> | undefined;
  const take = (taken: Iterable<Line>) => {
    for (const line of taken) reader!.push(line);
  };
  const begin = () => {
    const format = formatOf(head!.slice(0, headLength), file);
    const open = calendar(dating, format.name);
    reader = dayReader(format, { file, open, done: (day) => ready.push(day) });
    take(lines.push(head!));
    head = undefined;
  };
  for (const piece of pieces) {
    if (head === undefined) take(lines.push(piece));
    else {
      head += piece;
      if (head.length >= headLength) begin();
    }
    yield* ready.splice(0);
  }
  if (head !== undefined) begin();
  take(lines.end());
  reader!.end();
  yield* ready;
}

interface Days {
  file: string;
  open(stated: string | null): DayOfLog;
  done(day: DayOfLog): void;
}

/** What stands under one front matter, or under none. */
interface Part {
  scanner: LogScanner;
  day: DayOfLog;
  lines: number;
  /** Number of the first line of the day that is open. */
  from: number;
  /** The first line with a NUL. */
  nul?: number;
}

/** Takes lines and gives days, each when the next one begins. */
function dayReader(format: Format, { file, open, done }: Days) {
  const finder = matterFinder(format.isHeader);
  let part: Part | undefined;
  let number = 1;

  /** Another day begins under the same front matter. */
  function turn(): DayOfLog {
    done(part!.day);
    part!.day = open(null);
    part!.from = number;
    return part!.day;
  }

  function begin(date: string | null): Part {
    const maker = dayMaker(turn);
    const emit = (message: Message) => part!.day.children.push(message);
    const make = (raw: RawMessage) => maker(raw, part!.day);
    const scanner = format.scanner({ file, emit, make, quotedFall: nextDay });
    part = { scanner, day: open(date), lines: 0, from: number };
    return part;
  }

  function scan(line: Line) {
    part ??= begin(null);
    number = line.number;
    part.lines++;
    if (number - part.from >= mostLines)
      throw fail('too-many-lines', { file, line: number, limit: mostLines });
    if (part.nul === undefined && line.text.includes('\0')) part.nul = number;
    part.scanner.push(line);
  }

  function close() {
    const { scanner, nul } = part!;
    scanner.end();
    const { day } = part!;
    const matter = scanner.frontMatter;
    day.frontMatter = ownValues(matter ?? {});
    if (nul !== undefined) day.warnings.push(warning('nul-characters', nul));
    day.warnings.push(...scanner.warnings, ...dateOf('', matter ?? {}).warnings);
    if (day.children.length === 0 && matter) day.warnings.push(warning('log-without-messages'));
    done(day);
    part = undefined;
  }

  function take({ lines, date }: Released) {
    const { number: at, offset } = lines[0]!;
    if (date !== undefined && part) {
      scan({ text: '', number: at, offset, ended: false });
      close();
    }
    if (date !== undefined) begin(date);
    for (const line of lines) if (part || !isBlank(line.text)) scan(line);
  }

  return {
    push(line: Line) {
      for (const one of finder.push(line)) take(one);
    },
    end() {
      for (const one of finder.end()) take(one);
      if (!part) begin(null);
      close();
    },
  };
}
