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

function headingOf(line: string): Heading | null {
  const hash = /^ {0,3}(#{1,6})(?!#)(.{1,200})$/u.exec(line);
  if (hash) return { shape: 'hash', rank: hash[1]!.length, title: unmarked(hash[2]!), after: '' };
  const bold = /^\s{0,8}\*\*([^*]{1,120})\*\*(.{0,2000})$/u.exec(line);
  if (bold) {
    const alone = normal(bold[2]!) === '';
    return {
      shape: alone ? 'bold' : 'boldRunIn',
      rank: 7,
      title: bold[1]!.trim(),
      after: alone ? '' : bold[2]!,
    };
  }
  return null;
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

/** Reads an article, or a rendered note, which has the same form: headings, sentences, pictures, questions. */
export function readArticle(markdown: string): Article {
  const { keys, lines } = body(markdown);
  const { date, rest } = dayOf(keys.get('title') ?? '', (keys.get('date') ?? '').slice(0, 10));
  const units: Unit[] = [];
  /** Markers of the headings without `#`, as first seen: the later, the deeper. */
  const shapes: string[] = [];
  let part: Part = 'lecture';
  let pair = -1;
  let side: 'q' | 'a' | null = null;
  for (const [number, line] of lines) {
    const put = (kind: Unit['kind'], text: string, more: Partial<Unit> = {}) => {
      const turn = part === 'qa' && side && pair >= 0 ? { turn: { pair, side } } : {};
      units.push({ kind, part, text, norm: normal(text), line: number, ...turn, ...more });
    };
    if (copied.test(line)) part = 'chat';
    const said = turnOf(unmarked(line), part === 'qa' && pair >= 0);
    if (said && part !== 'chat') {
      // A heading right above a question belongs to the questions, wherever it stands.
      const above = units.at(-1);
      if (part !== 'qa' && above?.kind === 'heading') above.part = 'qa';
      part = 'qa';
      side = said.side;
      if (side === 'q') pair++;
      for (const sentence of sentences(said.text)) put('text', sentence);
    } else {
      const heading = headingOf(line);
      const set = heading && normal(heading.title) && normal(heading.title).length <= longestHeading;
      if (heading && set && (heading.shape === 'hash' || part === 'lecture')) {
        if (heading.shape === 'hash') {
          part = partOf(heading.title, heading.rank, part);
          side = null;
        }
        const shape = markerShape(splitMarker(heading.title).marker);
        if (heading.rank >= 7 && !shapes.includes(shape)) shapes.push(shape);
        const rank = heading.rank + (heading.rank >= 7 ? shapes.indexOf(shape) / 100 : 0);
        const title = bare(splitMarker(heading.title).rest) || heading.title;
        if (!structural(title)) put('heading', title, { shape: heading.shape, rank });
        for (const sentence of sentences(unmarked(heading.after))) put('text', sentence);
      } else {
        for (const sentence of sentences(unmarked(line))) put('text', sentence);
      }
    }
    for (const name of pictures(line)) put('image', name, { norm: name });
  }
  return { title: rest, date, units };
}
