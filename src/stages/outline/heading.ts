import type { Marker } from '../../language/markers.js';
import type { OutlineWords } from '../../lexicon.js';
import type { Label } from './label.js';
import type { Piece } from './pieces.js';

/** A heading before it has a level. Offsets are into the view's text of its piece. */
export interface Heading {
  piece: Piece;
  /** Index of the piece in the lecture. */
  index: number;
  marker: Marker | null;
  title: { start: number; end: number };
  /** Where its body begins. */
  body: number;
  origin: 'typed' | 'spoken';
  /** The rule that decided, for `explain`. */
  rule: string;
  /** How sure it is (0 to 1), as the model says it. */
  score?: number;
}

/** Least width of a title, in Han characters. */
export const leastTitle = 2;

/** The heading's title as it stands in the decoded text. */
export const titleOf = ({ piece, title }: Heading): string => piece.view.text.slice(title.start, title.end);

/** The piece's text behind its marker. */
export const textOf = (piece: Piece) => piece.view.text.slice(piece.marker?.end ?? piece.start, piece.end);
const offsetOf = (piece: Piece) => piece.marker?.end ?? piece.start;

/** Takes a spoken lead off a title: 我们聊聊, 首先介绍下. */
function withoutLead(text: string, words: OutlineWords): number {
  const lead = words.leads.find((phrase) => text.startsWith(phrase) && text.length > phrase.length + 1);
  return lead ? lead.length : 0;
}

/** The heading that a label of a piece makes; `index` is filled in when the lecture is read. */
export function headingFrom(piece: Piece, label: Label, words: OutlineWords, rule: string): Heading {
  const offset = offsetOf(piece);
  const text = textOf(piece);
  const lead = withoutLead(text.slice(label.start, label.end), words);
  return {
    piece,
    index: -1,
    marker: piece.marker,
    origin: 'typed',
    rule,
    title: { start: offset + label.start + lead, end: offset + label.end },
    body: offset + label.body,
  };
}

/** Whether a title reads like a sentence: it begins or is strung together like one. */
export const sentence = (title: string, words: OutlineWords) =>
  words.notHeading.some((word) => title.startsWith(word)) ||
  words.sentenceWords.some((word) => title.includes(word));

/** Whether nothing but the heading stands in its piece; a spoken one has its sentence for body. */
export function isBare({ piece, body, title, origin }: Heading): boolean {
  const rest = piece.view.text.slice(origin === 'spoken' ? title.end : body, piece.end).trim();
  return origin === 'spoken' ? rest.length <= 6 : rest === '';
}
