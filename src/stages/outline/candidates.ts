import { anyOf } from '../../language/patterns.js';
import type { HeadingKind, OutlineWords } from '../../lexicon.js';
import { kept } from '../../memory/remembered.js';
import { isImage } from '../message.js';
import { type Heading, headingFrom, leastTitle, textOf } from './heading.js';
import { type Label, labelOf, width } from './label.js';
import type { Piece } from './pieces.js';
import { type Spoken, transitionsIn } from './transitions.js';

/** A heading that a piece may make, and what its title was cut by. */
export interface Candidate {
  heading: Heading;
  kind: HeadingKind;
  by: Label['by'] | 'paren' | 'bracket' | 'rule';
  /** Whether what parts title and body is wide: a line's end or two blanks. */
  gap: boolean;
  spoken?: Spoken;
}

/** Of these candidates one at most is a heading. */
export interface Choice {
  index: number;
  options: Candidate[];
}

/** Widest title that a clause gives, and characters in which its end is looked for. */
const clause = { width: 22, characters: 60 };
/** Least width of an unmarked title that white space ends; of one that announces its text (流程如下). */
const leastSpaced = 3;
const leastAnnounced = 4;
/** Parts of one piece that are looked at beside its first. */
const mostParts = 12;

/** What may end a clause; a colon between digits is a time or a ratio. */
const clauseEnd = /[，,。；;！!？?\n（(]|\s{2}|[：:](?![0-9])|(?<![0-9])[：:]/u;

/** Whether a title, or an enumeration that it is part of, goes on behind a remark in brackets that begins at `open`. */
function goesOnBehind(text: string, open: number): boolean {
  const length = text.slice(open, open + clause.characters).search(/[）)]/u);
  return length > 0 && /[\p{L}\p{N}、]/u.test(text[open + length + 1] ?? '');
}

/** The first clause as a label: it ends at a comma or an opening bracket where `labelOf` reads on. */
function clauseOf(text: string): { label: Label; by: Candidate['by'] } | null {
  let start = 0;
  while (start < text.length && /[\s\-–—。，、；：:?？【]/u.test(text[start]!)) start++;
  const length = text.slice(start, start + clause.characters).search(clauseEnd);
  if (length < 1) return null;
  const end = start + length;
  if (width(text.slice(start, end)) > clause.width) return null;
  const char = text[end]!;
  const paren = char === '（' || char === '(';
  if (paren && goesOnBehind(text, end)) return null;
  const by = paren ? 'paren' : /[：:]/u.test(char) ? 'colon' : /[，,]/u.test(char) ? 'comma' : 'stop';
  return { label: { start, end, body: paren ? end : end + 1, by: 'comma' }, by };
}

/** What a title says at its end to announce its text: 流程如下. */
function withoutTail(text: string, label: Label, words: OutlineWords): Label {
  const title = text.slice(label.start, label.end);
  const tail = words.tails.find((one) => title.endsWith(one) && title.length > one.length + 1);
  return tail ? { ...label, end: label.end - tail.length } : label;
}

const isGap = (text: string, label: Label) => /\s{2,}|\n/u.test(text.slice(label.end, label.body));

/** Addresses, files, Markdown and quotes. */
const noTitle = /https?:|www\.|\.(?:pdf|pptx?|docx?|xlsx?)$|[|<>`]|\]\(|^[-—_=*]{2}/iu;
/** A number first: a quantity, a time, a date. */
const quantities = new WeakMap<OutlineWords, RegExp>();
const quantityOf = ({ counters }: OutlineWords) =>
  new RegExp(`^[（(]?\\s?第?(?:[0-9０-９]|[一二三四五六七八九十两]{1,3}(?:${anyOf(counters.title)}))`, 'u');

/** Whether an unmarked text is certainly no title, whatever stands around it. */
function isNone(title: string, words: OutlineWords): boolean {
  if (noTitle.test(title) || kept(quantities, words, quantityOf).test(title)) return true;
  if (words.notHeading.some((word) => title.startsWith(word))) return true;
  if (words.sentenceWords.filter((word) => title.includes(word)).length > 1) return true;
  const rest = words.notAdverbs.reduce((text, word) => text.replaceAll(word, ''), title);
  return words.adverbs.some((word) => rest.includes(word));
}

/** An unmarked text that is one clause up to a full stop is a sentence, be it ever so short. */
const isSentence = (text: string, kind: HeadingKind) =>
  kind !== 'numbered' && /^[^，,：:？?\n]*[。！!]\s*$/u.test(text.slice(0, clause.characters));

/** The readings of a text that begins at the piece's marker, or at a part of it. */
function readings(piece: Piece, words: OutlineWords, kind: HeadingKind): Candidate[] {
  const text = textOf(piece);
  const found: Candidate[] = [];
  const add = (label: Label, by: Candidate['by']) => {
    const named = withoutTail(text, label, words);
    const said = piece.marker?.style === 'point' && kind === 'numbered' && text[named.start] === '是';
    const cut = said ? { ...named, start: named.start + 1 } : named;
    const heading = headingFrom(piece, cut, words, `outline.${kind}`);
    const title = text.slice(cut.start, cut.end).trim();
    const plain = by === 'space' ? leastSpaced : leastTitle;
    const least = kind === 'numbered' ? leastTitle : cut === label ? plain : leastAnnounced;
    if (width(title) >= least && (kind === 'numbered' || !isNone(title, words)))
      found.push({ heading, kind, by, gap: isGap(text, label) });
  };
  const label = labelOf(text);
  const bracketed = /^\s{0,40}【/u.test(text) && label !== null && text[label.end] === '】';
  if (label && !isSentence(text, kind)) add(label, bracketed ? 'bracket' : label.by);
  const first = isSentence(text, kind) ? null : clauseOf(text);
  if (first && !(first.by === 'paren' && label?.by === 'colon')) add(first.label, first.by);
  return found;
}

/** Where the parts of a piece begin that wide white space sets off. */
function partsOf(piece: Piece): number[] {
  const from = piece.marker?.end ?? piece.start;
  const text = piece.view.text.slice(from, piece.end).trimEnd();
  return [...text.matchAll(/\n\s{0,20}|\s{2,20}/gu)]
    .map((match) => from + match.index + match[0].length)
    .filter((at) => at > from && at < from + text.length && !/[-*•·>]/u.test(piece.view.text[at]!))
    .slice(0, mostParts);
}

/** A part of a piece as a piece of its own, so that it is read alike; its headings belong to the whole. */
function partHeadings(piece: Piece, at: number, words: OutlineWords): Candidate[] {
  const part: Piece = { ...piece, marker: null, start: at };
  return readings(part, words, 'inner').map((one) => ({ ...one, heading: { ...one.heading, piece } }));
}

/** The same title once; the reading that comes first stays. */
function distinct(options: Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return options.filter(({ heading: { title, marker } }) => {
    const key = `${title.start} ${title.end} ${marker?.start ?? ''}`;
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * Everything in a lecture that may be a heading, piece by piece: what the rules took for one (`ruled`), then other
 * readings of the same text, and parts that white space sets off.
 */
export function candidatesOf(pieces: Piece[], ruled: Heading[], words: OutlineWords): Choice[] {
  return pieces.flatMap((piece, index) => {
    if (isImage(piece.message) || piece.view.text.includes('```')) return [];
    const own = ruled.filter((heading) => heading.index === index);
    const kind = piece.marker ? 'numbered' : 'plain';
    const parts = partsOf(piece);
    const isInner = ({ title }: Heading) => parts.some((at) => at <= title.start);
    const byRule = (heading: Heading, of: HeadingKind): Candidate => {
      const same = readings(piece, words, kind).find((one) => one.heading.title.end === heading.title.end);
      return { heading, kind: of, by: same?.by ?? 'rule', gap: same?.gap ?? false };
    };
    const first = own
      .filter((heading) => !isInner(heading) || heading.rule !== 'outline.inner')
      .map((heading) => byRule(heading, heading.origin === 'spoken' ? 'spoken' : kind));
    const spoken = piece.marker
      ? []
      : transitionsIn(piece, words).map(
          (one): Candidate => ({
            heading: one.heading,
            kind: 'spoken',
            by: 'rule',
            gap: false,
            spoken: one.spoken,
          }),
        );
    const withSpoken = first.map((one) => {
      const same = spoken.find(({ heading }) => heading.title.end === one.heading.title.end);
      return one.kind === 'spoken' && same ? { ...one, spoken: same.spoken! } : one;
    });
    const whole = { index, options: distinct([...withSpoken, ...spoken, ...readings(piece, words, kind)]) };
    const inner = parts.map((at, k) => {
      const until = parts[k + 1] ?? piece.end;
      const rule = own.filter(
        ({ rule, title }) => rule === 'outline.inner' && title.start >= at && title.start < until,
      );
      return {
        index,
        options: distinct([
          ...rule.map((heading) => byRule(heading, 'inner')),
          ...partHeadings(piece, at, words),
        ]),
      };
    });
    return [whole, ...inner]
      .map((choice) => ({
        index,
        options: choice.options.map((one) => ({ ...one, heading: { ...one.heading, index } })),
      }))
      .filter(({ options }) => options.length > 0);
  });
}
