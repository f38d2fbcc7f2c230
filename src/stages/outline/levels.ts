import type { OutlineWords } from '../../lexicon.js';
import { agendaOf } from './agenda.js';
import { type Heading, titleOf } from './heading.js';
import type { Piece } from './pieces.js';

/**
 * Ranks of the styles: a style of smaller rank stands above one of greater rank where neither was seen before. The
 * order is that of Chinese official documents (一、（一）1.（1）), spoken and unnumbered headings set among them.
 */
const ranks: Record<string, number> = {
  agenda: 0,
  part: 1,
  hash: 1.5,
  han: 2,
  hanParen: 3,
  number: 4,
  bare: 4,
  spoken: 4,
  plain: 4.2,
  point: 4.3,
  dotted: 4.5,
  numberParen: 6,
  inParens: 7,
  circled: 8,
  letter: 9,
  inner: 9.5,
};

interface Open {
  style: string;
  shape: string;
  rank: number;
  ordinal: number | null;
  level: number;
}

const arabic = new Set(['number', 'bare', 'numberParen']);

function styleOf({ marker, origin, rule }: Heading): string {
  if (marker) return marker.style;
  if (rule === 'outline.inner') return 'inner';
  return origin === 'spoken' ? 'spoken' : 'plain';
}

/** A deeper `##` ranks below `#`. */
const rankOf = ({ marker }: Heading, style: string) =>
  ranks[style]! + (marker?.style === 'hash' ? (marker.close - marker.start) / 20 : 0);

/** Index of the open heading that the next one is a sibling of, or -1. */
function sibling(stack: Open[], style: string, shape: string, ordinal: number | null): number {
  const next = stack.findLastIndex(
    (open) =>
      ordinal !== null &&
      open.ordinal === ordinal - 1 &&
      (open.shape === shape || (arabic.has(style) && arabic.has(open.style))),
  );
  return next >= 0 ? next : stack.findLastIndex((open) => open.shape === shape);
}

/** Pops the open headings until the parent of the next one is on top. */
function toParent(
  stack: Open[],
  heading: Heading,
  style: string,
  shape: string,
  rank: number,
  adjacent: boolean,
): void {
  const { marker } = heading;
  if (marker?.style === 'dotted') {
    while (stack.length && stack.at(-1)!.level >= marker.path.length) stack.pop();
    return;
  }
  const first = marker?.ordinal === 1;
  if (adjacent && style === 'plain' && stack.at(-1)?.style === 'plain') return;
  const at = sibling(stack, style, shape, marker?.ordinal ?? null);
  if (first && adjacent && rank > 2 && stack.at(-1)!.shape !== shape) return;
  if (at >= 0) stack.length = at;
  else while (stack.length && stack.at(-1)!.rank >= rank) stack.pop();
}

/** Whether nothing stands between a heading and the one before it. */
function follows(before: Heading | undefined, heading: Heading): boolean {
  if (!before) return false;
  const rest = before.piece.view.text.slice(before.body, before.piece.end).trim();
  return rest === '' && heading.index === before.index + 1;
}

/** Gives each heading its level (from 1): by the style's place among those open, numbers in sequence being siblings. */
export function levelsOf(headings: Heading[], pieces: Piece[], words: OutlineWords): number[] {
  const stack: Open[] = [];
  const agenda = agendaOf(pieces, headings, words);
  return headings.map((heading, index) => {
    const listed = agenda.has(heading);
    const style = listed ? 'agenda' : styleOf(heading);
    const shape = listed ? style : (heading.marker?.shape ?? style);
    const rank = rankOf(heading, style);
    const title = titleOf(heading);
    if (!heading.marker && words.topWords.some((word) => title === word)) stack.length = 0;
    else toParent(stack, heading, style, shape, rank, follows(headings[index - 1], heading));
    const under = stack.at(-1)?.level ?? 0;
    const level = Math.min(6, style === 'dotted' ? heading.marker!.path.length : under + 1);
    stack.push({ style, shape, rank, ordinal: heading.marker?.ordinal ?? null, level });
    return level;
  });
}
