import type { Lexicon } from '../../lexicon.js';
import type { Marker } from '../../language/markers.js';
import { isImage } from '../talks/session.js';
import { type Label, labelOf, width } from './label.js';
import type { Piece } from './pieces.js';
import { spokenIn } from './spoken.js';

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
}

export type OutlineWords = Lexicon['outline'];

/** Least width of a body that makes the label before it a heading; after a colon any body does. */
const leastBody = 8;
const leastTitle = 2;

const textOf = (piece: Piece) => piece.view.text.slice(piece.marker?.end ?? piece.start, piece.end);
const offsetOf = (piece: Piece) => piece.marker?.end ?? piece.start;

/** Takes a spoken lead off a title: 我们聊聊, 首先介绍下. */
function withoutLead(text: string, words: OutlineWords): number {
  const lead = words.leads.find((phrase) => text.startsWith(phrase) && text.length > phrase.length + 1);
  return lead ? lead.length : 0;
}

function headingFrom(piece: Piece, label: Label, words: OutlineWords, rule: string): Heading {

  const offset = offsetOf(piece);
  const text = textOf(piece);
  const lead = withoutLead(text.slice(label.start, label.end), words);
  return {
    piece, index: -1, marker: piece.marker, origin: 'typed', rule,
    title: { start: offset + label.start + lead, end: offset + label.end }, body: offset + label.body,
  };
}

/** Whether the piece after this one begins deeper text rather than the next item of a bare list. */
function deeper(piece: Piece, next: Piece | undefined): boolean {
  return next?.marker !== null && next?.marker !== undefined && next.marker.shape !== piece.marker!.shape;
}

function bareSibling(piece: Piece, next: Piece | undefined): boolean {
  if (!next?.marker || next.marker.shape !== piece.marker!.shape) return false;
  const label = labelOf(textOf(next));
  return next.message !== piece.message ? label !== null && label.body >= textOf(next).length : true;
}

const sentence = (title: string, words: OutlineWords) =>
  words.notHeading.some((word) => title.startsWith(word)) || words.sentenceWords.some((word) => title.includes(word));

const ordinalWord = /^第[一二三四五六七八九十0-9]{1,2}.?$/u;

/** `第一类：商户发起的退款` is one title: an ordinal word before a colon is read together with what follows. */
function joined(text: string, label: Label): Label {
  if (!ordinalWord.test(text.slice(label.start, label.end)) || label.body >= text.length) return label;
  const rest = labelOf(text.slice(label.body));
  return rest ? { start: label.start, end: label.body + rest.end, body: label.body + rest.body, by: rest.by } : label;
}

/** The label of a numbered piece; a spoken lead (首先介绍下…，) or an ordinal word lets a comma end it. */
function numberedLabel(piece: Piece, words: OutlineWords): Label | null {
  const text = textOf(piece);
  const { style } = piece.marker!;
  const led = words.leads.some((lead) => text.startsWith(lead));
  const label = style === 'part' || style === 'point' ? labelOf(text, true) : (labelOf(text) ?? (led ? labelOf(text, true) : null));
  return label && joined(text, label);
}

const isListUnit = (piece: Piece, words: OutlineWords) => words.listUnits.some((unit) => piece.marker!.shape === `part${unit}`);

/** `第一个背景：` names its part with the ordinal: the whole is the title and there is no marker. */
function named(piece: Piece, label: Label, words: OutlineWords): Heading {
  const heading = headingFrom(piece, label, words, 'outline.marker');
  const short = piece.marker!.style === 'point' && label.by === 'colon' && label.end - label.start <= 3;
  return short ? { ...heading, marker: null, title: { start: piece.marker!.start, end: heading.title.end } } : heading;
}

/** Whether a numbered label is a running sentence; siblings that were headings make that less likely. */
function runsOn(text: string, label: Label, words: OutlineWords, sibling: boolean): boolean {
  const title = text.slice(label.start, label.end).trim();
  if (sibling || words.leads.some((lead) => title.startsWith(lead))) return false;
  if (label.by === 'colon' || label.by === 'question') return words.notHeading.some((word) => title.startsWith(word));
  return sentence(title, words) && width(title) > 8;
}

/** Reads a numbered piece as a heading, or null for an item of a list. `sibling`: the one before it in its series was a heading. */
function numbered(piece: Piece, before: Piece | undefined, next: Piece | undefined, words: OutlineWords, sibling: boolean): Heading | null {
  const text = textOf(piece);
  const { style } = piece.marker!;
  const label = numberedLabel(piece, words);
  if (!label) return null;
  const title = text.slice(label.start, label.end).trim();
  if (width(title) < leastTitle && !/\p{Script=Han}/u.test(title)) return null;
  if (isListUnit(piece, words) && (width(title) > 10 || label.by === 'comma')) return null;
  if (style === 'point' && sentence(title, words)) return null;
  if (style === 'hash' || style === 'part' || style === 'point') return named(piece, label, words);
  const body = text.slice(label.body).trim();
  if (runsOn(text, label, words, sibling)) return null;
  if (body) {
    const enoughBody = label.by === 'colon' || label.by === 'question' || width(body) >= leastBody;
    return enoughBody ? headingFrom(piece, label, words, 'outline.runin') : null;
  }
  const listed = before?.message === piece.message && before.marker !== null && before.marker.style === style && !sibling;
  if (deeper(piece, next) && !listed) return headingFrom(piece, label, words, 'outline.parent');
  if (listed || bareSibling(piece, next)) return null;
  const last = next === undefined || next.message !== piece.message;
  return last && next !== undefined ? headingFrom(piece, label, words, 'outline.line') : null;
}

const hasAny = (text: string, phrases: string[]) => phrases.some((phrase) => text.includes(phrase));

/** Points for and against a short unnumbered text being a heading. */
function plainPoints(title: string, label: Label, words: OutlineWords): number {
  let points = 0;
  if (label.by === 'colon') points += 1;
  if (words.sectionWords.some((word) => title.endsWith(word))) points += 1;
  if (width(title) <= 12) points += 0.5;
  if (words.notHeading.some((word) => title.startsWith(word)) || title.includes('如下')) points -= 2;
  if (hasAny(title, words.sentenceWords)) points -= 2.5;
  if (/[，,、@]/u.test(title) || !/\p{Script=Han}{2}/u.test(title)) points -= 1;
  return points;
}

/** What a short line must reach, alone or before text of its own; a line that ends a label by one space needs more. */
const enough = { line: 1.4, runin: 1.4, colon: 2.4 };

/** An unnumbered heading: a short line of its own, or a label set off from its text. `bonus` is for one among many. */
function plain(piece: Piece, next: Piece | undefined, words: OutlineWords, bonus: number): Heading | null {
  const text = textOf(piece);
  const label = labelOf(text);
  if (!label) return null;
  const title = text.slice(label.start, label.end).trim();
  if (width(title) < leastTitle || width(title) > 20) return null;
  const body = text.slice(label.body).trim();
  const question = /^(?:什么是|什么叫|为什么|如何|怎么)/u.test(title) && label.by === 'question';
  if (question && piece.start === 0) return headingFrom(piece, label, words, 'outline.question');
  const points = plainPoints(title, label, words);
  if (!body) {
    if (!next || (label.by === 'end' && width(title) > 14)) return null;
    const picture = next.message !== piece.message && isImage(next.message) ? 0.5 : 0;
    const leads = next.message === piece.message ? 0.5 : 0;
    return points + picture + leads + bonus + 0.5 >= enough.line ? headingFrom(piece, label, words, 'outline.plain') : null;
  }
  if (piece.start !== 0) return null;
  const gap = /\s{2,}|\n/u.test(text.slice(label.end, label.body));
  if (label.by === 'space' && gap) return points + 0.5 >= enough.runin ? headingFrom(piece, label, words, 'outline.label') : null;
  const known = words.sectionWords.some((word) => title.endsWith(word));
  if (label.by === 'space' || label.by === 'colon' || label.by === 'question') {
    return known && width(title) >= 4 && points + (label.by === 'colon' ? 0 : 1) >= enough.colon ? headingFrom(piece, label, words, 'outline.label') : null;
  }
  return null;
}

/** So many unnumbered headings in a lecture make a further one likelier, by this much. */
const habit = { count: 4, bonus: 0.5 };

/** Labels set off by wide white space inside a text: `…  产品特点  （1）…`. */
function inner(piece: Piece, from: number, words: OutlineWords): Heading[] {
  const text = piece.view.text.slice(0, piece.end);
  const found: Heading[] = [];
  for (const match of text.slice(from).matchAll(/(?<=\s{2})(\p{Script=Han}{3,10})[：:]?(?=\s{2,}|\s*$)/gu)) {
    const title = match[1]!;
    if (!words.sectionWords.some((word) => title.endsWith(word)) || sentence(title, words)) continue;
    const start = from + match.index;
    found.push({ piece, index: -1, marker: null, origin: 'typed', rule: 'outline.inner', title: { start, end: start + title.length }, body: start + match[0].length });
  }
  return found;
}

/** Reads the pieces of a lecture in order and gives its headings, levels not yet decided. */
export function headingsIn(pieces: Piece[], words: OutlineWords): Heading[] {
  const read = (bonus: number) => {
    const found: Heading[] = [];
    const series = new Map<string, number>();
    pieces.forEach((piece, index) => {
      if (isImage(piece.message)) return;
      const [before, next] = [pieces[index - 1], pieces[index + 1]];
      const last = piece.marker ? series.get(piece.marker.shape) : undefined;
      const sibling = last !== undefined && (piece.marker!.ordinal ?? 0) > last;
      const heading = piece.marker ? numbered(piece, before, next, words, sibling) : (spokenIn(piece, words) ?? plain(piece, next, words, bonus));
      const all = [...(heading ? [heading] : []), ...inner(piece, heading?.body ?? piece.marker?.end ?? piece.start, words)];
      for (const one of all) found.push({ ...one, index });
      if (heading?.marker) series.set(heading.marker.shape, heading.marker.ordinal ?? 0);
      else if (piece.marker) series.delete(piece.marker.shape);
    });
    return found;
  };
  const found = read(0);
  return found.filter((heading) => heading.rule === 'outline.plain').length >= habit.count ? read(habit.bonus) : found;
}
