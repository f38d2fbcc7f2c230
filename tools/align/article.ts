import { bare, markerShape, splitMarker } from './marker.js';
import { type Part, partOf, structural, turnOf } from './parts.js';
import { normal, pictures, sentences, unmarked } from './text.js';

/** How an editor set a heading apart: by `#`, bold on a line of its own, bold before its text. */
export type HeadingShape = 'hash' | 'bold' | 'boldRunIn';

/** A sentence, heading or picture of an article, in the article's order. */
export interface Unit {
  kind: 'heading' | 'text' | 'image';
  part: Part;
  text: string;
  /** The text as it is compared; of a picture, its name. */
  norm: string;
  /** From 1, in the article's file. */
  line: number;
  /** Of a heading: how it is set, and its rank, less being higher. */
  shape?: HeadingShape;
  rank?: number;
  /** Of the questions: which pair, and which side of it. */
  turn?: { pair: number; side: 'q' | 'a' };
}

export interface Article {
  /** The title without its date. */
  title: string;
  /** The talk's day as YYYY-MM-DD, from the title; else that of publishing. */
  date: string;
  units: Unit[];
}

/** What begins with a time was copied from the log as it came, down to the next heading: nobody edited it. */
const copied = /^\s{0,8}[0-9]{1,2}:[0-9]{2}:[0-9]{2}\s/u;

/** Longest heading, in characters that count; `corpus/edited` has none above 40 that heads anything. */
const longestHeading = 40;

function dayOf(title: string, fallback: string): { date: string; rest: string } {
  const found = /(20[0-9]{2})-?([0-9]{2})-?([0-9]{2})\s{0,4}-?\s{0,4}/u.exec(title);
  if (!found) return { date: fallback, rest: title };
  return { date: `${found[1]}-${found[2]}-${found[3]}`, rest: title.replace(found[0], '').trim() };
}

interface Heading {
  shape: HeadingShape;
  rank: number;
  title: string;
  /** The rest of the line, for a heading that runs into its text. */
  after: string;
}

function headingOf(typed: string): Heading | null {
  const line = typed.trim();
  const hash = /^(#{1,6})(?!#)(.{1,200})$/u.exec(line);
  const bold = hash ? null : /^\*\*([^*]{1,120})\*\*(.{0,2000})$/u.exec(line);
  const title = (hash ? unmarked(hash[2]!) : bold?.[1]?.trim()) ?? '';
  const length = normal(title).length;
  if (!length || length > longestHeading) return null;
  if (hash) return { shape: 'hash', rank: hash[1]!.length, title, after: '' };
  const after = bold?.[2] ?? '';
  return normal(after)
    ? { shape: 'boldRunIn', rank: 7, title, after }
    : { shape: 'bold', rank: 7, title, after: '' };
}

/** The lines after the front matter, with their numbers; and the front matter's keys. */
function body(markdown: string): { keys: Map<string, string>; lines: [number, string][] } {
  const all = markdown.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  const keys = new Map<string, string>();
  const end = all[0]?.trim() === '---' ? all.findIndex((line, at) => at > 0 && line.trim() === '---') : 0;
  for (const line of all.slice(1, Math.max(end, 1))) {
    const colon = line.indexOf(':');
    if (colon > 0)
      keys.set(
        line.slice(0, colon).trim(),
        line
          .slice(colon + 1)
          .trim()
          .replace(/^"|"$/gu, ''),
      );
  }
  const from = end > 0 ? end + 1 : 0;
  return { keys, lines: all.slice(from).map((line, at) => [from + at + 1, line]) };
}

/** What the reader knows between two lines. */
interface State {
  units: Unit[];
  /** Markers of the headings without `#`, as first seen: the later, the deeper. */
  shapes: string[];
  part: Part;
  /** The questions are over, and a heading that names no part has begun something else. */
  beyond: boolean;
  pair: number;
  side: 'q' | 'a' | null;
}

function put(state: State, kind: Unit['kind'], text: string, line: number, more: Partial<Unit> = {}): void {
  const { part, pair, side } = state;
  const turn = part === 'qa' && side && pair >= 0 ? { turn: { pair, side } } : {};
  state.units.push({ kind, part, text, norm: normal(text), line, ...turn, ...more });
}

/**
 * A heading right above a question belongs to the questions, wherever it stands; after those on the talk, it opens
 * one of the day's other subjects.
 */
function startTurn(state: State, side: 'q' | 'a'): void {
  const above = state.units.at(-1);
  const part = state.beyond && above?.kind === 'heading' ? 'chat' : 'qa';
  if (state.part !== 'qa' && above?.kind === 'heading') above.part = part;
  state.part = part;
  state.side = side;
  if (side === 'q') state.pair++;
}

function startHeading(state: State, heading: Heading, line: number): void {
  if (heading.shape === 'hash') {
    const part = partOf(heading.title, heading.rank, state.part);
    state.beyond = part === 'lecture' && (state.beyond || state.part === 'qa') && !structural(heading.title);
    state.part = part;
    state.side = null;
  }
  const { marker, rest } = splitMarker(heading.title);
  const shape = markerShape(marker);
  const ranked = heading.shape === 'hash';
  if (!ranked && !state.shapes.includes(shape)) state.shapes.push(shape);
  const rank = heading.rank + (ranked ? 0 : state.shapes.indexOf(shape) / 100);
  const title = bare(rest) || heading.title;
  if (!structural(title)) put(state, 'heading', title, line, { shape: heading.shape, rank });
}

/** Reads an article, or a rendered note, which has the same form: headings, sentences, pictures, questions. */
export function readArticle(markdown: string): Article {
  const { keys, lines } = body(markdown);
  const { date, rest } = dayOf(keys.get('title') ?? '', (keys.get('date') ?? '').slice(0, 10));
  const state: State = { units: [], shapes: [], part: 'lecture', beyond: false, pair: -1, side: null };
  for (const [number, line] of lines) {
    if (copied.test(line)) state.part = 'chat';
    const plain = unmarked(line);
    const turn = state.part === 'chat' ? null : turnOf(plain, state.part === 'qa' && state.pair >= 0);
    const heading = turn ? null : headingOf(line);
    const counts = heading && (heading.shape === 'hash' || state.part === 'lecture');
    if (turn) startTurn(state, turn.side);
    else if (counts) startHeading(state, heading, number);
    const text = turn ? turn.text : counts ? unmarked(heading.after) : plain;
    for (const sentence of sentences(text)) put(state, 'text', sentence, number);
    for (const name of pictures(line)) put(state, 'image', name, number, { norm: name });
  }
  return { title: rest, date, units: state.units };
}
