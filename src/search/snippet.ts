import { type Folded, fold } from '../language/fold.js';
import { placesOf } from './score.js';

/** A piece of a text with what was found in it: offsets in UTF-16 units of the text, ends exclusive. */
export interface Marked {
  text: string;
  marks: [start: number, end: number][];
}

/** UTF-16 units of a snippet, and how many of them may precede the first mark. */
const size = { all: 120, before: 30 };

type Range = [start: number, end: number];

const overlapping = (a: Range, b: Range) => a[0] < b[1] && b[0] < a[1];

/** Where folded texts stand in a text, in its own offsets: the longer first, none over another, in order. */
function rangesOf(folded: Folded, words: readonly string[]): Range[] {
  const ranges: Range[] = [];
  for (const word of [...new Set(words)].sort((a, b) => b.length - a.length)) {
    for (const at of placesOf(folded.text, word)) {
      const range: Range = [folded.starts[at]!, folded.ends[at + word.length - 1]!];
      if (range[0] >= 0 && range[1] >= 0 && !ranges.some((one) => overlapping(one, range)))
        ranges.push(range);
    }
  }
  return ranges.sort((a, b) => a[0] - b[0]);
}

/** A text with all places of the words, which are folded. */
export function marked(text: string, words: readonly string[]): Marked {
  return { text, marks: rangesOf(fold(text), words) };
}

/** The start of the stretch that holds most marks; of several the first. */
function bestStart(ranges: readonly Range[]): number {
  let best = 0;
  let most = 0;
  for (const [start] of ranges) {
    const held = ranges.filter((one) => one[0] >= start && one[1] <= start + size.all - size.before).length;
    if (held > most) [best, most] = [start, held];
  }
  return best;
}

const breaks = /[\n。！？!?；;]/u;

/** Moves a start back to where its sentence begins, if that is near. */
function atSentence(text: string, start: number): number {
  for (let at = start; at > Math.max(0, start - size.before); at--) if (breaks.test(text[at - 1]!)) return at;
  return start <= size.before ? 0 : start - Math.floor(size.before / 2);
}

const isLow = (unit: string | undefined) => unit !== undefined && /[\udc00-\udfff]/u.test(unit);

/** The part of a text that shows most of the words, a sentence's beginning first; cut ends show `…`. */
export function snippetOf(text: string, words: readonly string[]): Marked {
  const ranges = rangesOf(fold(text), words);
  let from = ranges.length ? atSentence(text, bestStart(ranges)) : 0;
  let to = Math.min(text.length, from + size.all);
  if (isLow(text[from])) from--;
  if (isLow(text[to])) to++;
  const before = from > 0 && !breaks.test(text[from - 1]!) ? '…' : '';
  const after = to < text.length ? '…' : '';
  const marks = ranges
    .filter(([start, end]) => start >= from && end <= to)
    .map(([start, end]): Range => [start - from + before.length, end - from + before.length]);
  return { text: (before + text.slice(from, to) + after).replaceAll('\n', ' '), marks };
}
