import {
  type Marker,
  type MarkerWords,
  markerAt,
  markerFinders,
  numberBeforeDigit,
} from '../../language/markers.js';
import { type View, viewOf } from '../../language/view.js';
import type { Message } from '../../transcript.js';

/** A part of a message that begins with a marker, or the part before the first one. Offsets are into `view.text`. */
export interface Piece {
  message: Message;
  view: View;
  marker: Marker | null;
  start: number;
  end: number;
}

/** Characters of a message that are searched for markers; the rest is body. */
const searched = 6000;
const boundary = /[\s。；;！!？?）)”】、:：…>》]/u;
/** Between digits a colon makes a time or a ratio: no marker stands behind it, but for one with a mark of its own. */
const amidDigits = /^[0-9０-９](?::[0-9０-９](?![、.．)）])|：[0-9０-９]{2})/u;

type Finders = ReturnType<typeof markerFinders>;

/** Markers that may stand at a boundary of the text, in order, not yet held against each other. */
function candidates(text: string, finders: Finders): Marker[] {
  const found: Marker[] = [];
  const first = text.search(/\S/u);
  for (let i = Math.max(first, 0); i < Math.min(text.length, searched); i++) {
    if (!finders.begins.test(text[i]!)) continue;
    if (
      i > first &&
      !boundary.test(text[i - 1]!) &&
      !/[\p{Script=Han}][0-9第]/u.test(text.slice(i - 1, i + 1))
    )
      continue;
    if (i > 1 && amidDigits.test(text.slice(i - 2, i + 2))) continue;
    const marker = markerAt(text, i, finders) ?? numberBeforeDigit(text, i);
    if (!marker) continue;
    found.push(marker);
    i = Math.max(i, marker.close - 1);
  }
  return found;
}

/** Styles that stand inside a text only as part of a series that begins at 1. */
const onlyInSeries = new Set(['bare', 'letter', 'han']);

const family = (marker: Marker) =>
  marker.style === 'number' || marker.style === 'bare' ? 'number' : marker.shape;
const alwaysStrong = new Set(['part', 'point', 'dotted', 'hanParen']);
/** Styles of words (`第一种`) that a sentence may hold anywhere: behind other words they mark nothing. */
const counting = new Set(['part', 'point']);

/** Whether a marker has the next number after another of its very shape. */
const isNext = (marker: Marker, before: Marker) =>
  marker.shape === before.shape && marker.ordinal === (before.ordinal ?? Number.NaN) + 1;

/** Whether a number stands before another: `3、4 个人`, but also `4、7×24小时到账`. */
const isBeforeDigit = (marker: Marker, text: string) =>
  marker.shape === 'number、' && /[0-9０-９]/u.test(text[marker.close] ?? '');

/** Keeps the markers that open the message or run on in their series: 1, 2, 3 of one family. */
function inSeries(text: string, list: Marker[]): Marker[] {
  const first = text.search(/\S/u);
  const kept: Marker[] = [];
  list.forEach((marker, index) => {
    if (kept.length && kept.at(-1)!.end === marker.start && marker.style !== 'circled') return;
    const glued = marker.start > first && !boundary.test(text[marker.start - 1]!);
    const led =
      glued && marker.style === 'part' && /^[^，。；：\s]{2,10}$/u.test(text.slice(first, marker.start));
    if (glued && !led && counting.has(marker.style)) return;
    const before = kept.filter((other) => family(other) === family(marker)).at(-1);
    const follows = list
      .slice(index + 1)
      .some((other) => family(other) === family(marker) && other.ordinal === (marker.ordinal ?? 0) + 1);
    const continues =
      before !== undefined &&
      before.ordinal !== null &&
      (marker.ordinal === before.ordinal + 1 || (marker.ordinal === 1 && !glued));
    if (isBeforeDigit(marker, text) && marker.start > first && (glued || !before || !isNext(marker, before)))
      return;
    const tagged = marker.style === 'hash' && /\s/u.test(text[marker.start - 1] ?? '');
    const announced =
      marker.style === 'letter' && /[：:]\s*$/u.test(text.slice(Math.max(0, marker.start - 8), marker.start));
    const begins =
      marker.ordinal === 1 && (follows || announced || (!glued && !onlyInSeries.has(marker.style)));
    if (
      marker.start === first ||
      (!glued && alwaysStrong.has(marker.style)) ||
      led ||
      tagged ||
      continues ||
      begins
    )
      kept.push(marker);
  });
  return kept;
}

const arabic = new Set(['number', 'bare', 'numberParen', 'part']);

/** Whether two dotted numbers stand side by side in an outline, or one right under the other. */
function kin(a: number[], b: number[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === long.length) {
    const step = Math.abs(short.at(-1)! - long.at(-1)!);
    return step >= 1 && step <= 2 && short.slice(0, -1).every((part, i) => part === long[i]);
  }
  return long.length === short.length + 1 && short.every((part, i) => part === long[i]);
}

/**
 * `3.5` may be a price and `3 方` a quantity: a dotted or bare number counts as a marker only where the lecture holds
 * another of its series, and one before a digit where it holds the number before.
 */
function supported(marker: Marker, text: string, all: Marker[]): boolean {
  if (isBeforeDigit(marker, text)) return all.some((other) => isNext(marker, other));
  if (marker.style === 'dotted') {
    if (marker.path.some((part) => part === 0)) return false;
    return all.some(
      (other) =>
        other !== marker &&
        (other.style === 'dotted' || (marker.path.at(-1) === 1 && arabic.has(other.style))) &&
        kin(marker.path, other.path),
    );
  }
  if (marker.style !== 'bare') return true;
  return all.some(
    (other) =>
      (other.style === 'bare' || other.style === 'number') &&
      Math.abs((other.ordinal ?? 0) - marker.ordinal!) === 1,
  );
}

/** Cuts the messages of a lecture at their markers; the pieces of a message cover it from end to end. */
export function piecesOf(messages: Message[], finders: Finders): Piece[] {
  const cut = messages.map((message) => {
    const view = viewOf(message.text);
    return { message, view, markers: inSeries(view.text, candidates(view.text, finders)) };
  });
  const all = cut.flatMap(({ markers }) => markers);
  return cut.flatMap(({ message, view, markers }) => {
    const kept = markers.filter((marker) => supported(marker, view.text, all));
    return piecesBetween(message, view, kept);
  });
}

function piecesBetween(message: Message, view: View, markers: Marker[]): Piece[] {
  const pieces: Piece[] = [];
  const push = (marker: Marker | null, start: number, end: number) => {
    if (marker || view.text.slice(start, end).trim()) pieces.push({ message, view, marker, start, end });
  };
  push(null, 0, markers[0]?.start ?? view.text.length);
  markers.forEach((marker, index) => {
    push(marker, marker.start, markers[index + 1]?.start ?? view.text.length);
  });
  return pieces;
}

export { type MarkerWords, markerFinders };
