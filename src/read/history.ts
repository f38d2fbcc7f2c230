import { createHash } from 'node:crypto';
import { fail } from '../errors.js';
import type { Transcript } from '../transcript.js';
import { type DayOfLog, daysIn, type StatedDays } from './days.js';
import type { Encoding } from './decode.js';
import { dateOf, type Place, placeOf } from './source.js';
import { type End, inItsEncoding, Misread, piecesOf, type Text } from './text.js';
import { warning } from './warnings.js';

/** A log of many days, looked through once: what its days are told by, wherever one stands in it. */
export interface History {
  /** Where it lies as a file. */
  file: string;
  /** Names it in errors and gives group and file name. */
  path: string;
  place: Place;
  text: Text;
  format: string;
  encoding: Encoding;
  sha256: string;
  messages: number;
  /** Its last character lacks bytes. */
  cut: boolean;
  /** The latest day that it has, if any is known. */
  latest: string | null;
  /** A day of the same date that is only counted gives way to these: they have ids and keys of their own logs. */
  stated: StatedDays;
}

/** What a history is opened by. */
export interface Opening {
  path?: string;
  encoding?: string;
}

const optionsOf = (path: string, place: Place) => ({ file: path, named: dateOf(place.name, {}).date });

/**
 * Looks through a log from its first to its last byte, so that whatever makes it unreadable shows before any work is done.
 *
 * @param file where it lies
 * @throws JiangluError as `readTranscript`, but for a log of any size
 */
export function openHistory(file: string, { path = file, encoding }: Opening = {}): History {
  const place = placeOf(path);
  return inItsEncoding(file, { encoding, file: path }, (text) => {
    const sum = createHash('sha256');
    const end: End = {};
    const stated: StatedDays = new Map();
    let messages = 0;
    let latest: string | null = null;
    let stray: number | undefined;
    let format = '';
    const pieces = piecesOf(text, { see: (bytes) => sum.update(bytes), end });
    for (const day of daysIn(pieces, optionsOf(path, place))) {
      messages += day.children.length;
      ({ format } = day);
      if (!day.counted) stated.set(day.date, day.again + 1);
      if (day.date !== null && (latest === null || day.date > latest)) latest = day.date;
      stray ??= day.warnings.find(({ code }) => code === 'text-before-messages')?.line;
    }
    if (messages === 0 && stray !== undefined) throw fail('format-unknown', { file: path, line: stray });
    return {
      file,
      path,
      place,
      text,
      format,
      encoding: text.encoding,
      sha256: sum.digest('hex'),
      messages,
      cut: end.cut === true,
      latest,
      stated,
    };
  });
}

function transcriptOf(day: DayOfLog, { place, format, sha256, messages, encoding }: History): Transcript {
  const { children, date, frontMatter, warnings, first, again } = day;
  return {
    type: 'transcript',
    children,
    source: {
      path: place.path,
      format,
      group: place.group,
      sha256,
      messages: children.length,
      history: { first, messages, ...(again > 0 && { again }) },
    },
    encoding,
    date,
    frontMatter,
    warnings,
    talks: [],
  };
}

/** The days of a text that was looked through before. */
function* again(
  { text, path, place, stated }: History,
  see: (bytes: Uint8Array) => void,
): Generator<DayOfLog> {
  try {
    yield* daysIn(piecesOf(text, { see }), { ...optionsOf(path, place), stated });
  } catch (error) {
    throw error instanceof Misread ? changed(path) : error;
  }
}

const changed = (file: string) => fail('file-unreadable', { file, reason: 'it changed while it was read' });

/**
 * The days of a history, read once more: each as the log of that day alone, its source telling where in the history it
 * stands.
 *
 * @throws JiangluError `file-unreadable` where the file is no longer what was opened
 */
export function* transcriptsOf(history: History): Generator<Transcript> {
  const sum = createHash('sha256');
  let cut = history.cut;
  for (const day of again(history, (bytes) => sum.update(bytes))) {
    if (cut && day.first + day.children.length === history.messages) {
      day.warnings.unshift(warning('character-cut'));
      cut = false;
    }
    yield transcriptOf(day, history);
  }
  if (sum.digest('hex') !== history.sha256) throw changed(history.path);
}
