import { token } from './token.js';

/**
 * A blank behind the end of a sentence, which Chinese does not write: exports put one where a line ended. Of 79,311
 * messages in 477 real logs none has a line feed (2026-12-01).
 */
const sentence = /(?<=[。！？；][”’」』）)]?) (?=\?{0,3}[\p{L}\p{N}“‘「『（(【《])/gu;

/** A number that begins an item, behind a blank that follows words or marks, or first in the text. */
const item =
  /(?:^|(?<=[\p{Script=Han}，。；：、！？）)”]) )[（(]?([0-9]{1,2})(?:[、）)]|[.．](?!\s?[0-9]))(?=\s?[^\s])/gu;

/** UTF-16 units that a paragraph has at least on both sides of a line that ended: what is shorter stays with its neighbour. */
const least = 12;

/** Where items of a series begin: each has the number before or behind its own. */
function itemsIn(text: string): number[] {
  const found = [...text.matchAll(item)].map((match) => ({ at: match.index, number: Number(match[1]) }));
  const numbers = new Set(found.map(({ number }) => number));
  return found
    .filter(({ at, number }) => at > 0 && (numbers.has(number - 1) || numbers.has(number + 1)))
    .map(({ at }) => at);
}

/** Where sentences end with their lines, and what is left and right of it is long enough. */
function sentencesIn(text: string, items: readonly number[]): number[] {
  const found: number[] = [];
  let from = 0;
  for (const { index } of text.matchAll(sentence)) {
    from = Math.max(from, ...items.filter((at) => at < index));
    const next = Math.min(text.length, ...items.filter((at) => at > index));
    if (index - from < least || next - index < least) continue;
    found.push(index);
    from = index;
  }
  return found;
}

const isWithin = (at: number, ranges: readonly { from: number; to: number }[]) =>
  ranges.some(({ from, to }) => from <= at && at < to);

/** The lines of a text whose line breaks became blanks, parted anew; one with breaks of its own stays as it is. */
export function linesOf(text: string): string[] {
  if (text.includes('\n') || !text.includes(' ')) return [text];
  const links = [...text.matchAll(token)].map(({ index, 0: whole }) => ({
    from: index,
    to: index + whole.length,
  }));
  const items = itemsIn(text).filter((at) => !isWithin(at, links));
  const sentences = sentencesIn(text, items).filter((at) => !isWithin(at, links));
  const breaks = [...new Set([...items, ...sentences])].sort((a, b) => a - b);
  return [0, ...breaks].map((at, index) => text.slice(at, breaks[index]).trim());
}
