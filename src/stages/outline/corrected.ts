import type { Marker } from '../../language/markers.js';
import type { View } from '../../language/view.js';
import type { Section } from '../../transcript.js';
import type { Heading } from './heading.js';
import type { Piece } from './pieces.js';

/** What the outline is built from: headings and sections run parallel, in reading order. */
export interface Parts {
  pieces: Piece[];
  headings: Heading[];
  sections: Section[];
}

/** What stands between a title and its text. */
const gap = /^[\s：:。，,；;、】」』”]*/u;

/** The offset in a view that a place of the original text has; where an escape stands there, its beginning. */
function offsetIn(view: View, original: number): number {
  let [low, high] = [0, view.text.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (view.at(middle) < original) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a section's title stands in a view. */
const titleIn = (view: View, { span }: Section) => ({
  start: offsetIn(view, span.start),
  end: offsetIn(view, span.end),
});

/** The index of the piece in which a section's title begins. */
function pieceOf(pieces: readonly Piece[], section: Section): number {
  const inside = (piece: Piece) =>
    piece.message.id === section.message && piece.start <= titleIn(piece.view, section).start;
  return pieces.findLastIndex(inside);
}

/** Joins the pieces that a title runs through: a heading belongs to one. */
function joinedAt(pieces: readonly Piece[], section: Section): Piece[] {
  const index = pieceOf(pieces, section);
  const piece = pieces[index];
  if (!piece) return [...pieces];
  const { end } = titleIn(piece.view, section);
  let next = index + 1;
  while (pieces[next]?.message === piece.message && pieces[next]!.start < end) next++;
  if (next === index + 1) return [...pieces];
  return [...pieces.slice(0, index), { ...piece, end: pieces[next - 1]!.end }, ...pieces.slice(next)];
}

/** The marker of a section where it stands right before the title, so that it is no text of the section above. */
function markerOf({ marker, ordinal }: Section, title: number, piece: Piece): Marker | null {
  const own = piece.marker;
  if (own && own.end === title && own.start >= piece.start) return own;
  const text = piece.view.text.slice(piece.start, title).trimEnd();
  if (marker === '' || !text.endsWith(marker)) return null;
  const close = piece.start + text.length;
  const start = close - marker.length;
  return { style: 'bare', shape: 'edited', start, close, end: title, ordinal, path: [] };
}

/** The heading that an editor's section makes in its piece. */
function headingOf(section: Section, piece: Piece, index: number): Heading {
  const { view } = piece;
  const title = titleIn(view, section);
  return {
    piece,
    index,
    marker: markerOf(section, title.start, piece),
    title,
    body: Math.min(piece.end, title.end + gap.exec(view.text.slice(title.end, piece.end))![0].length),
    origin: section.origin,
    rule: 'edits.heading',
  };
}

const placeOf = ({ span }: Section) => `${span.message} ${span.start} ${span.end}`;

/** Builds the outline's parts anew around corrected sections; one whose title is as found keeps its heading. */
export function corrected({ pieces: found, headings, sections: before }: Parts, sections: Section[]): Parts {
  const known = new Map(before.map((section, index) => [placeOf(section), headings[index]!]));
  const pieces = sections
    .filter((section) => !known.has(placeOf(section)))
    .reduce<Piece[]>((list, section) => joinedAt(list, section), found);
  const placed = sections.flatMap((section) => {
    const index = pieceOf(pieces, section);
    const piece = pieces[index];
    if (!piece) return [];
    const heading = known.get(placeOf(section));
    return [{ section, heading: heading ? { ...heading, index } : headingOf(section, piece, index) }];
  });
  return {
    pieces,
    headings: placed.map(({ heading }) => heading),
    sections: placed.map(({ section }) => section),
  };
}
