import { anyOf } from '../../language/patterns.js';
import { bare } from '../../language/text.js';
import type { OutlineWords } from '../../lexicon.js';
import { kept } from '../../memory/remembered.js';
import { isImage } from '../message.js';
import { likeness, pairsOf } from './alike.js';
import type { Candidate, Choice } from './candidates.js';
import { textOf, titleOf } from './heading.js';
import { labelOf, width } from './label.js';
import type { Piece } from './pieces.js';

/** What a candidate looks like, by name; one that does not hold may be missing and counts 0. */
export type Features = Record<string, number>;

/** What candidates of one lecture share. */
export interface Surroundings {
  pieces: Piece[];
  title: Set<string>;
  series: Map<Piece, Series>;
  runs: Map<Piece, Run>;
  ruled: number;
  /** Character pairs of each short piece near the lecture's beginning. */
  early: { index: number; pairs: Set<string> }[];
  words: OutlineWords;
}

/** The pieces of one marker shape that go on from each other. */
interface Series {
  members: Piece[];
  /** Shares of the members that have a short label, a text behind it, and a sentence for a title. */
  labelled: number;
  bodied: number;
  sentences: number;
  /** Share of members that begin their message, and that follow the one before at once. */
  opening: number;
  adjacent: number;
}

/** Neighbouring messages of the speaker that begin with a label and a colon. */
interface Run {
  length: number;
  place: number;
  /** Members whose label ends in the same two characters. */
  suffix: number;
}

const log = (x: number) => Math.log1p(Math.max(0, x));
const has = (text: string, list: string[]) => list.some((one) => text.includes(one));
const starts = (text: string, list: string[]) => list.some((one) => text.startsWith(one));
const ends = (text: string, list: string[]) => list.some((one) => text.endsWith(one));

function shareOf(pieces: Piece[], test: (piece: Piece, index: number) => boolean): number {
  return pieces.length ? pieces.filter(test).length / pieces.length : 0;
}

/** Splits pieces of one shape where numbers begin anew. */
function seriesOf(pieces: Piece[], words: OutlineWords): Map<Piece, Series> {
  const open = new Map<string, Piece[]>();
  const all: Piece[][] = [];
  for (const piece of pieces) {
    if (!piece.marker) continue;
    const { shape, ordinal } = piece.marker;
    const run = open.get(shape);
    const last = run?.at(-1)?.marker?.ordinal ?? null;
    if (run && (ordinal === null || last === null || ordinal > last)) run.push(piece);
    else {
      const made = [piece];
      open.set(shape, made);
      all.push(made);
    }
  }
  const place = new Map(pieces.map((piece, i) => [piece, i]));
  const found = new Map<Piece, Series>();
  for (const members of all) {
    const labels = members.map((piece) => labelOf(textOf(piece)));
    const series: Series = {
      members,
      labelled: shareOf(members, (_, i) => labels[i] !== null),
      bodied: shareOf(members, (piece, i) => {
        const label = labels[i];
        return label != null && textOf(piece).slice(label.body).trim().length >= 8;
      }),
      sentences: shareOf(members, (piece) => has(textOf(piece).slice(0, 30), words.sentenceWords)),
      opening: shareOf(members, (piece) => piece.view.text.slice(0, piece.start).trim() === ''),
      adjacent: shareOf(members.slice(1), (piece, i) => place.get(piece)! - place.get(members[i]!)! === 1),
    };
    for (const piece of members) found.set(piece, series);
  }
  return found;
}

/** Runs of neighbouring unmarked pieces that begin with a label and a colon; pictures between them do not end one. */
function runsOf(pieces: Piece[]): Map<Piece, Run> {
  const found = new Map<Piece, Run>();
  let run: { piece: Piece; title: string }[] = [];
  const close = () => {
    run.forEach(({ piece, title }, place) => {
      const suffix = run.filter((one) => one.title.slice(-2) === title.slice(-2)).length - 1;
      found.set(piece, { length: run.length, place, suffix });
    });
    run = [];
  };
  for (const piece of pieces) {
    if (isImage(piece.message)) continue;
    const label = piece.marker ? null : labelOf(textOf(piece));
    if (label?.by === 'colon') run.push({ piece, title: textOf(piece).slice(label.start, label.end).trim() });
    else close();
  }
  close();
  return found;
}

/** Pieces near the beginning may list the sections beforehand. */
const early = { messages: 12, width: 60 };

/** Looks a lecture through for what the features of its candidates compare with. */
export function surroundingsOf(
  pieces: Piece[],
  ruled: number,
  title: string,
  words: OutlineWords,
): Surroundings {
  const first = new Set([...new Set(pieces.map((piece) => piece.message))].slice(0, early.messages));
  return {
    pieces,
    words,
    ruled,
    title: pairsOf(title),
    series: seriesOf(pieces, words),
    runs: runsOf(pieces),
    early: pieces.flatMap((piece, index) =>
      first.has(piece.message) && width(textOf(piece)) <= early.width
        ? [{ index, pairs: pairsOf(textOf(piece)) }]
        : [],
    ),
  };
}

const pointers = new WeakMap<OutlineWords, RegExp>();
const pointerOf = ({ pointing: { first, then } }: OutlineWords) =>
  new RegExp(`(?:${anyOf(first)})(?:${anyOf(then)})`, 'u');

function titleFeatures(title: string, words: OutlineWords): Features {
  const size = width(title);
  return {
    size: size / 10,
    tiny: +(size <= 3),
    short: +(size <= 8),
    long: +(size > 14),
    section: +ends(title, words.sectionWords),
    not: +starts(title, words.notHeading),
    sentence: Math.min(2, words.sentenceWords.filter((word) => title.includes(word)).length),
    comma: +/[，,]/u.test(title),
    pause: +/[、和及与]/u.test(title),
    digit: +/[0-9]/u.test(title),
    latin: (title.match(/[A-Za-z]/gu)?.length ?? 0) / (title.length || 1),
    noHan: +!/\p{Script=Han}{2}/u.test(title),
    paren: +/[（(]/u.test(title),
    at: +title.includes('@'),
    of: +title.includes('的'),
    endOf: +title.endsWith('的'),
    asks: +(starts(title, words.asks.begins) || ends(title, words.asks.ends)),
    top: +words.topWords.includes(title),
    vague: +starts(title, words.spokenNot),
    points: +kept(pointers, words, pointerOf).test(title),
    says: +has(title, words.says),
    ends: +ends(title, words.particles),
  };
}

function bodyFeatures(piece: Piece, candidate: Candidate, where: Surroundings, index: number): Features {
  const { heading, gap } = candidate;
  const rest = candidate.kind === 'spoken' ? '' : piece.view.text.slice(heading.body, piece.end).trim();
  const next = where.pieces[index + 1];
  const before = where.pieces[index - 1];
  const title = titleOf(heading);
  const nextText = next ? next.view.text.slice(next.start, next.end).trim() : '';
  const other = next !== undefined && next.message !== piece.message;
  return {
    body: log(width(rest.slice(0, 400))) / 5,
    alone: +(rest === '' && candidate.kind !== 'spoken'),
    aloneLong: +(rest === '' && width(title) > 12 && candidate.kind !== 'spoken'),
    gap: +gap,
    defines: +starts(rest, where.words.defines),
    repeats: +(rest.startsWith(title.slice(0, 4)) || nextText.startsWith(title.slice(0, 4))),
    listBehind: +/^\s{0,4}[0-9一①（(][、.)）0-9一]/u.test(rest),
    none: +!next,
    nextPicture: +(other && isImage(next.message)),
    nextMarked: +(next?.marker != null),
    nextDeeper: +(
      next?.marker != null &&
      next.marker.shape !== piece.marker?.shape &&
      next.marker.ordinal === 1
    ),
    nextSame: +(next?.marker != null && next.marker.shape === piece.marker?.shape),
    nextLong: other && !isImage(next.message) ? log(width(nextText.slice(0, 400))) / 5 : 0,
    nextLabel: +(other && !isImage(next.message) && labelOf(nextText)?.by === 'colon'),
    wait: other ? log(next.message.clock - piece.message.clock) / 5 : 0,
    pause:
      before && before.message !== piece.message ? log(piece.message.clock - before.message.clock) / 5 : 0,
    afterPicture: +(before !== undefined && isImage(before.message)),
    opens: +(
      piece.view.text.slice(0, candidate.heading.marker?.start ?? candidate.heading.title.start).trim() === ''
    ),
    place: index / (where.pieces.length || 1),
    first: +(index < 2),
    whole: log(piece.view.text.length) / 5,
  };
}

function markerFeatures(piece: Piece, where: Surroundings): Features {
  const { marker } = piece;
  const series = where.series.get(piece);
  if (!marker || !series) return {};
  const { members } = series;
  const at = members.indexOf(piece);
  const count = members.length;
  return {
    [`style-${marker.style}`]: 1,
    one: +(marker.ordinal === 1),
    count: log(count),
    lone: +(count === 1),
    firstOf: +(at === 0),
    steady: +members.every(
      (one, i) => i === 0 || (one.marker?.ordinal ?? 0) - (members[i - 1]!.marker?.ordinal ?? 0) === 1,
    ),
    labelled: series.labelled,
    bodied: series.bodied,
    sentences: series.sentences,
    opening: series.opening,
    adjacent: series.adjacent,
    full: +(series.labelled === 1 && count > 1),
  };
}

function runFeatures(piece: Piece, candidate: Candidate, where: Surroundings): Features {
  const run = candidate.by === 'colon' ? where.runs.get(piece) : undefined;
  if (!run) return {};
  return {
    run: log(run.length - 1),
    runLong: +(run.length >= 5),
    suffix: +(run.suffix > 0),
    runFirst: +(run.length > 1 && run.place === 0),
  };
}

function spokenFeatures({ spoken, kind }: Candidate, words: OutlineWords): Features {
  if (kind !== 'spoken' || !spoken) return {};
  const { lead, verb, soft, clause, last, before, end } = spoken;
  return {
    [`lead-${words.movesOn[lead] ?? 'none'}`]: 1,
    [`verb-${verb || 'none'}`]: 1,
    soft: +soft,
    led: +(lead >= 0),
    ledSoft: +(lead >= 0 && soft),
    clause: Math.min(clause, 4) / 4,
    firstClause: +(clause === 0),
    lastClause: +last,
    before: before / 10,
    endColon: +/[：:]/u.test(end),
    endComma: +/[，,]/u.test(end),
    endNone: +(end === ''),
  };
}

function likeFeatures(title: string, index: number, where: Surroundings): Features {
  const own = pairsOf(title);
  const behind = where.early.filter((one) => one.index < index);
  const best = Math.max(0, ...behind.map(({ pairs }) => likeness(own, pairs)));
  const held =
    bare(title).length >= 3 &&
    where.pieces
      .slice(0, Math.min(index, 12))
      .some(({ view }) => bare(view.text.slice(0, 400)).includes(bare(title)));
  return { agenda: best, named: +held, subject: likeness(own, where.title) };
}

/** Features of a candidate, and the kinds whose weights count for it. */
export function featuresOf({ index }: Choice, candidate: Candidate, where: Surroundings): Features {
  const piece = where.pieces[index]!;
  const title = titleOf(candidate.heading).trim();
  return {
    bias: 1,
    [`by-${candidate.by}`]: 1,
    [`rule-${candidate.heading.rule}`]: 1,
    rules: log(where.ruled) / 3,
    ...titleFeatures(title, where.words),
    ...bodyFeatures(piece, candidate, where, index),
    ...markerFeatures(piece, where),
    ...runFeatures(piece, candidate, where),
    ...spokenFeatures(candidate, where.words),
    ...likeFeatures(title, index, where),
  };
}
