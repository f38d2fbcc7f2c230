import type { OutlineModel, OutlineWords } from '../../lexicon.js';
import { isImage } from '../message.js';
import { withoutAgenda } from './agenda.js';
import { candidatesOf } from './candidates.js';
import { featuresOf, surroundingsOf } from './features.js';
import type { Heading } from './heading.js';
import { numbered } from './numbered.js';
import { pick, type Weighed } from './pick.js';
import type { Piece } from './pieces.js';
import { inner, plain } from './plain.js';
import { seriesIn } from './series.js';
import { spokenIn } from './spoken.js';

/** What became of the last piece of a series: its ordinal, its message, and whether it was a heading. */
interface Last {
  ordinal: number;
  message: number;
  heading: boolean;
}

/** Styles of which a series that began as a list in a message goes on as a list there. */
const listStyles = new Set(['number', 'bare', 'dotted', 'numberParen', 'inParens', 'circled', 'letter']);

function readNumbered(
  pieces: Piece[],
  index: number,
  series: Map<string, Last>,
  words: OutlineWords,
): Heading | null {
  const piece = pieces[index]!;
  const { shape, style, ordinal } = piece.marker!;
  const last = series.get(shape);
  const goesOn = last !== undefined && (ordinal ?? 0) > last.ordinal;
  const listed = goesOn && !last.heading && last.message === piece.message.id && listStyles.has(style);
  const heading = listed
    ? null
    : numbered(piece, pieces[index - 1], pieces[index + 1], words, goesOn && last.heading);
  series.set(shape, { ordinal: ordinal ?? 0, message: piece.message.id, heading: heading !== null });
  return heading;
}

/** Reads the pieces of a lecture in order and gives what the rules take for headings. */
export function ruledIn(pieces: Piece[], words: OutlineWords): Heading[] {
  const series = new Map<string, Last>();
  return pieces.flatMap((piece, index) => {
    if (isImage(piece.message)) return [];
    const heading = piece.marker
      ? readNumbered(pieces, index, series, words)
      : (spokenIn(piece, words) ?? plain(piece, pieces[index + 1], words));
    const from = heading?.body ?? piece.marker?.end ?? piece.start;
    return [...(heading ? [heading] : []), ...inner(piece, from, words)].map((one) => ({ ...one, index }));
  });
}

/** Everything that may be a heading, with its features; `title` is the talk's. */
export function weighed(pieces: Piece[], ruled: Heading[], title: string, words: OutlineWords): Weighed[] {
  const where = surroundingsOf(pieces, ruled.length, title, words);
  const series = seriesIn(pieces);
  return candidatesOf(pieces, ruled, words).map((choice) => ({
    ...choice,
    series: series.get(choice.index),
    options: choice.options.map((candidate) => ({
      ...candidate,
      candidate,
      features: featuresOf(choice, candidate, where),
    })),
  }));
}

/** The headings of a lecture in reading order, levels not yet decided. */
export function headingsIn(
  pieces: Piece[],
  title: string,
  words: OutlineWords,
  model: OutlineModel,
): Heading[] {
  return withoutAgenda(pick(weighed(pieces, ruledIn(pieces, words), title, words), model));
}
