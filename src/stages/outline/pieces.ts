import { type Marker, type MarkerWords, markerAt, markerFinders } from '../../language/markers.js';
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
const starters = /[0-9０-９一二三四五六七八九十（(第①-⑳❶-❿#a-hA-HpPsScC角部阶步板]/u;
const boundary = /[\s。；;！!？?）)”】、:：…>》]/u;

type Finders = ReturnType<typeof markerFinders>;

/** Markers that may stand at a boundary of the text, in order, not yet held against each other. */
function candidates(text: string, finders: Finders): Marker[] {
  const found: Marker[] = [];
  const first = text.search(/\S/u);
  for (let i = Math.max(first, 0); i < Math.min(text.length, searched); i++) {
    if (!starters.test(text[i]!)) continue;
    if (
      i > first &&
      !boundary.test(text[i - 1]!) &&
      !/[\p{Script=Han}][0-9第]/u.test(text.slice(i - 1, i + 1))
    )
      continue;
    const marker = markerAt(text, i, finders);
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
const alwaysStrong = new Set(['part', 'point', 'hash', 'dotted', 'hanParen']);

/** Keeps the markers that open the message or run on in their series: 1, 2, 3 of one family. */
function inSeries(text: string, list: Marker[]): Marker[] {
  const first = text.search(/\S/u);
  const kept: Marker[] = [];
  list.forEach((marker, index) => {
    if (kept.length && kept.at(-1)!.end === marker.start && marker.style !== 'circled') return;
    const glued = marker.start > first && !boundary.test(text[marker.start - 1]!);
    const led =
      glued && marker.style === 'part' && /^[^，。；：\s]{2,10}$/u.test(text.slice(first, marker.start));
    const before = kept.filter((other) => family(other) === family(marker)).at(-1);
    const follows = list
      .slice(index + 1)
      .some((other) => family(other) === family(marker) && other.ordinal === (marker.ordinal ?? 0) + 1);
    const continues =
      before !== undefined &&
      before.ordinal !== null &&
      (marker.ordinal === before.ordinal + 1 || (marker.ordinal === 1 && !glued));
    const begins = marker.ordinal === 1 && (follows || (!glued && !onlyInSeries.has(marker.style)));
    if (marker.start === first || (!glued && alwaysStrong.has(marker.style)) || led || continues || begins)
      kept.push(marker);
  });
  return kept;
}

/** Cuts a message at its markers; the pieces cover it from end to end. */
export function piecesOf(message: Message, finders: Finders): Piece[] {
  const view = viewOf(message.text);
  const markers = inSeries(view.text, candidates(view.text, finders));
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
