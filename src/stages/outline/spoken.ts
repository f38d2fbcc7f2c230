import type { Heading, OutlineWords } from './headings.js';
import type { Piece } from './pieces.js';

const cache = new WeakMap<OutlineWords, RegExp[]>();

function patterns(words: OutlineWords): RegExp[] {
  let list = cache.get(words);
  if (!list) {
    list = words.spoken.map((source) => new RegExp(source, 'u'));
    cache.set(words, list);
  }
  return list;
}

/** Where the topic part of a transition ends: at the first punctuation or white space. */
const stop = /[，。；;：:！!？?\n]|,\s|\.(?:\s|$)|\s{2,}/u;

/** A spoken transition (接下来介绍一下…) as a heading whose title is the part that names the topic; null without. */
export function spokenIn(piece: Piece, words: OutlineWords): Heading | null {
  if (piece.start !== 0) return null;
  const whole = piece.view.text.slice(0, 200);
  const skip = new RegExp(words.spokenSkip, 'u').exec(whole)?.[0].length ?? 0;
  const text = whole.slice(skip);
  for (const pattern of patterns(words)) {
    const match = pattern.exec(text);
    if (!match) continue;
    let start = match[0].length;
    while (start < text.length && /[\s，,：:“"]/u.test(text[start]!)) start++;
    const rest = text.slice(start);
    const at = rest.search(stop);
    let end = start + (at < 0 ? rest.length : at);
    for (const tail of words.spokenEnds) if (text.slice(start, end).endsWith(tail) && end - start > tail.length + 1) end -= tail.length;
    const title = text.slice(start, end).trim();
    if (title.length < 2 || title.length > 26 || words.spokenNot.some((word) => title.startsWith(word) || title === word)) return null;
    return { piece, index: -1, marker: null, title: { start: start + skip, end: start + skip + title.length }, body: 0, origin: 'spoken', rule: 'outline.spoken' };
  }
  return null;
}
