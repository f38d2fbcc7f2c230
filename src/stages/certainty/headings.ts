import type { Lexicon, OutlineWords } from '../../lexicon.js';
import { logit } from '../../models/logistic.js';
import { eachSection } from '../../sections.js';
import type { Place, Section, Talk, Transcript } from '../../transcript.js';
import { isImage } from '../message.js';
import { sentence, textOf } from '../outline/heading.js';
import { type Label, labelOf, width } from '../outline/label.js';
import { markerFinders, type Piece, piecesOf } from '../outline/pieces.js';
import { type Features, flag, late, sizeOf } from '../questions/features.js';
import { headingStated } from './evidence.js';
import { sided } from './sided.js';

/** A heading, or a place where one may stand that was passed over, with what speaks for and against it. */
export interface HeadingCase {
  about: Place;
  found: boolean;
  stated: boolean;
  features: Features;
}

/** A part of the lecture that a heading may begin. */
interface Candidate {
  piece: Piece;
  index: number;
  label: Label | null;
  section: Section | undefined;
  place: Place;
}

/** Widest first line that is looked at as a heading. */
const longest = 30;
const styles = [
  'han',
  'hanParen',
  'number',
  'bare',
  'dotted',
  'part',
  'point',
  'numberParen',
  'circled',
  'hash',
];

const within = ({ message, start }: Place, piece: Piece) =>
  piece.message.id === message && piece.view.at(piece.start) <= start && start < piece.view.at(piece.end);

/** A place for each piece that has a label of moderate width, and for each heading found. */
function candidatesIn(pieces: readonly Piece[], sections: readonly Section[]): Candidate[] {
  const left = new Set(sections);
  return pieces.flatMap((piece, index): Candidate[] => {
    const held = [...left].filter(({ span }) => within(span, piece));
    const label = labelOf(textOf(piece), piece.marker?.style === 'part');
    const made = held.map((section) => {
      left.delete(section);
      const { message, start, end } = section.span;
      return { piece, index, label, section, place: { message, start, end } };
    });
    if (made.length || !label || isImage(piece.message)) return made;
    const offset = piece.marker?.end ?? piece.start;
    const { view } = piece;
    const start = view.at(offset + label.start);
    const end = view.at(offset + label.end);
    const wide = width(textOf(piece).slice(label.start, label.end));
    if (wide < 2 || wide > longest) return [];
    return [{ piece, index, label, section: undefined, place: { message: piece.message.id, start, end } }];
  });
}

/** How its line looks. */
function look({ piece, label, section }: Candidate, words: OutlineWords): Features {
  const text = textOf(piece);
  const title = section?.title ?? text.slice(label!.start, label!.end).trim();
  const body = label ? text.slice(label.body).trim() : text;
  return {
    marked: flag(piece.marker !== null),
    ...(piece.marker && styles.includes(piece.marker.style) && { [`style.${piece.marker.style}`]: 1 }),
    ...(label && { [`by.${label.by}`]: 1 }),
    spoken: flag(section?.origin === 'spoken'),
    bare: flag(section !== undefined && section.marker === ''),
    untitled: flag(title === ''),
    width: Math.min(width(title), longest) / longest,
    alone: flag(body === ''),
    body: sizeOf(body.length),
    first: flag(piece.start === 0),
    comma: flag(/[，,、]/u.test(title)),
    at: flag(title.includes('@')),
    latin: flag(!/\p{Script=Han}/u.test(title)),
    sentence: flag(sentence(title, words)),
    section: flag(words.sectionWords.some((word) => title.endsWith(word))),
    not: flag(words.notHeading.some((word) => title.startsWith(word))),
    asks: flag(/[?？]/u.test(title) || words.asks.holds.some((word) => title.includes(word))),
    opens: flag(/[【《“]/u.test(text.slice(0, 2))),
  };
}

/** What stands around it in the lecture. */
function around(all: readonly Candidate[], at: number, pieces: readonly Piece[], talk: Talk): Features {
  const { piece, index } = all[at]!;
  const { marker, message } = piece;
  const next = pieces[index + 1];
  const before = pieces[index - 1];
  const kin = all.filter((one) => marker && one.piece.marker?.shape === marker.shape);
  const taken = kin.filter(({ section }) => section).length;
  const step = (by: number) => kin.some((one) => one.piece.marker!.ordinal === (marker?.ordinal ?? 0) + by);
  const inMessage = pieces.filter((one) => one.message === message).length;
  const near = (offset: number) => flag(all[at + offset]?.section !== undefined);
  return {
    kin: Math.min(kin.length, 8) / 8,
    kinTaken: kin.length ? taken / kin.length : 0,
    stepBefore: flag(step(-1)),
    stepAfter: flag(step(1)),
    firstOf: flag(marker?.ordinal === 1),
    crowded: Math.min(inMessage, 6) / 6,
    nextMarked: flag(next?.marker != null),
    nextSame: flag(next?.marker != null && next.marker.shape === marker?.shape),
    nextImage: flag(next !== undefined && isImage(next.message)),
    nextOwn: flag(next?.message === message),
    nextSize: sizeOf(next ? next.end - next.start : 0),
    last: flag(next === undefined),
    beforeSize: sizeOf(before ? before.end - before.start : 0),
    beforeImage: flag(before !== undefined && isImage(before.message)),
    rest: before ? late(message.clock - before.message.clock) / 5 : 0,
    pause: next ? late(next.message.clock - message.clock) / 5 : 0,
    nearBefore: near(-1),
    nearAfter: near(1),
    place: talk.lecture.indexOf(message.id) / talk.lecture.length,
  };
}

/** The headings of a talk, and the places passed over, in reading order. */
export function headingCasesOf(tree: Transcript, talk: Talk, { outline: words }: Lexicon): HeadingCase[] {
  const messages = talk.lecture.map((id) => tree.children[id]!);
  const pieces = piecesOf(messages, markerFinders(words));
  const sections = eachSection(talk.sections).map(([, section]) => section);
  const all = candidatesIn(pieces, sections);
  const talkwide = {
    headings: Math.min(sections.length, 20) / 20,
    rate: sections.length / Math.max(1, messages.length),
    numbered: sections.length ? sections.filter(({ marker }) => marker !== '').length / sections.length : 0,
  };
  const scores = new Map(
    talk.weighed?.headings?.map(({ message, start, score }) => [`${message} ${start}`, score]),
  );
  return all.map((one, at) => {
    const found = one.section !== undefined;
    const { message, start } = one.place;
    const score = scores.get(`${message} ${start}`);
    const sure = score === undefined ? 0 : logit(score) / 5;
    const features = sided(found, { sure }, look(one, words), around(all, at, pieces, talk), talkwide);
    const stated = one.section !== undefined && headingStated(one.section);
    return { about: one.place, found, stated, features };
  });
}
