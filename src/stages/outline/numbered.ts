import type { OutlineWords } from '../../lexicon.js';
import { type Heading, headingFrom, leastTitle, sentence, textOf } from './heading.js';
import { type Label, labelOf, width } from './label.js';
import type { Piece } from './pieces.js';

/** Least width of a body that makes the label before it a heading; after a colon any body does. */
const leastBody = 8;

/** Whether the piece after this one begins deeper text rather than the next item of a bare list. */
function deeper(piece: Piece, next: Piece | undefined): boolean {
  return next?.marker !== null && next?.marker !== undefined && next.marker.shape !== piece.marker!.shape;
}

function bareSibling(piece: Piece, next: Piece | undefined): boolean {
  if (!next?.marker || next.marker.shape !== piece.marker!.shape) return false;
  const label = labelOf(textOf(next));
  return next.message !== piece.message ? label !== null && label.body >= textOf(next).length : true;
}

const ordinalWord = /^第[一二三四五六七八九十0-9]{1,2}.?$/u;

/** `第一类：商户发起的退款` is one title: an ordinal word before a colon is read together with what follows. */
function joined(text: string, label: Label): Label {
  if (!ordinalWord.test(text.slice(label.start, label.end)) || label.body >= text.length) return label;
  const rest = labelOf(text.slice(label.body));
  return rest
    ? { start: label.start, end: label.body + rest.end, body: label.body + rest.body, by: rest.by }
    : label;
}

/** The label of a numbered piece; a spoken lead (首先介绍下…，) or an ordinal word lets a comma end it. */
function numberedLabel(piece: Piece, words: OutlineWords): Label | null {
  const text = textOf(piece);
  const { style } = piece.marker!;
  const led = words.leads.some((lead) => text.startsWith(lead));
  const label =
    style === 'part' || style === 'point'
      ? labelOf(text, true)
      : (labelOf(text) ?? (led ? labelOf(text, true) : null));
  return label && joined(text, label);
}

const isListUnit = (piece: Piece, words: OutlineWords) =>
  words.listUnits.some((unit) => piece.marker!.shape === `part${unit}`);

/** `第一个背景：` names its part with the ordinal: the whole is the title and there is no marker. */
function named(piece: Piece, label: Label, words: OutlineWords): Heading {
  const heading = headingFrom(piece, label, words, 'outline.marker');
  const short = piece.marker!.style === 'point' && label.by === 'colon' && label.end - label.start <= 3;
  return short
    ? { ...heading, marker: null, title: { start: piece.marker!.start, end: heading.title.end } }
    : heading;
}

/** Whether a numbered label is a running sentence; siblings that were headings make that less likely. */
function runsOn(text: string, label: Label, words: OutlineWords, sibling: boolean): boolean {
  const title = text.slice(label.start, label.end).trim();
  if (title.includes('@')) return true;
  if (/^第.{1,3}[：:]/u.test(title)) return false;
  if (sibling || words.leads.some((lead) => title.startsWith(lead))) return false;
  if (label.by === 'colon' || label.by === 'question')
    return words.notHeading.some((word) => title.startsWith(word));
  return sentence(title, words) && width(title) > 8;
}

/** `第二部分` alone: a heading without a title. */
function untitled(piece: Piece): Heading {
  const at = piece.marker!.start;
  return {
    piece,
    index: -1,
    marker: piece.marker,
    origin: 'typed',
    rule: 'outline.marker',
    title: { start: at, end: at },
    body: piece.end,
  };
}

/** Reads a numbered piece as a heading, or null for an item of a list. `sibling`: the one before it in its series was a heading. */
export function numbered(
  piece: Piece,
  before: Piece | undefined,
  next: Piece | undefined,
  words: OutlineWords,
  sibling: boolean,
): Heading | null {
  const text = textOf(piece);
  const { style } = piece.marker!;
  const label = numberedLabel(piece, words);
  if (!label) return style === 'part' && text.trim() === '' ? untitled(piece) : null;
  const title = text.slice(label.start, label.end).trim();
  if (width(title) < leastTitle) return null;
  if (isListUnit(piece, words) && (width(title) > 10 || label.by === 'comma')) return null;
  if (style === 'point' && sentence(title, words)) return null;
  if (style === 'hash' || style === 'part' || style === 'point') return named(piece, label, words);
  const body = text.slice(label.body).trim();
  if (runsOn(text, label, words, sibling)) return null;
  if (body) {
    const enoughBody = label.by === 'colon' || label.by === 'question' || width(body) >= leastBody;
    return enoughBody ? headingFrom(piece, label, words, 'outline.runin') : null;
  }
  const listed =
    before?.marker?.shape === piece.marker!.shape &&
    (before.marker.ordinal ?? 0) < (piece.marker!.ordinal ?? 0) &&
    !sibling;
  if (deeper(piece, next) && !listed) return headingFrom(piece, label, words, 'outline.parent');
  if (listed || bareSibling(piece, next)) return null;
  const last = next === undefined || next.message !== piece.message;
  return last && next !== undefined ? headingFrom(piece, label, words, 'outline.line') : null;
}
