import { decodeHTMLStrict } from 'entities';

/** A text with its HTML escapes decoded, and for each of its offsets the offset in the text it came from. */
export interface View {
  text: string;
  /** The original offset of a decoded offset; `at(text.length)` is the original length. */
  at(offset: number): number;
}

const reference = /&(?:amp;){0,2}(?:#[0-9]{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8});/giu;

/** Decodes escapes (also doubly escaped ones, `&amp;#160;`) while keeping the way back to the original offsets. */
export function viewOf(original: string): View {
  if (!original.includes('&')) return { text: original, at: (offset) => offset };
  let text = '';
  const map: number[] = [];
  let last = 0;
  const copy = (from: number, to: number) => {
    for (let i = from; i < to; i++) map.push(i);
    text += original.slice(from, to);
  };
  for (const match of original.matchAll(reference)) {
    let decoded = match[0];
    for (let round = 0; round < 3; round++) decoded = decodeHTMLStrict(decoded);
    if (decoded === match[0]) continue;
    copy(last, match.index);
    for (let i = 0; i < decoded.length; i++) map.push(match.index);
    text += decoded;
    last = match.index + match[0].length;
  }
  copy(last, original.length);
  map.push(original.length);
  return { text, at: (offset) => map[Math.min(offset, map.length - 1)]! };
}
