import type { OutlineWords } from '../../lexicon.js';
import { isImage } from '../message.js';
import { type Heading, headingFrom, leastTitle, sentence, textOf } from './heading.js';
import { type Label, labelOf, width } from './label.js';
import type { Piece } from './pieces.js';

const hasAny = (text: string, phrases: string[]) => phrases.some((phrase) => text.includes(phrase));

/** Points for and against a short unnumbered text being a heading. */
function plainPoints(title: string, label: Label, words: OutlineWords): number {
  let points = 0;
  if (label.by === 'colon') points += 1;
  if (words.sectionWords.some((word) => title.endsWith(word))) points += 1;
  if (width(title) <= 12) points += 0.5;
  if (words.notHeading.some((word) => title.startsWith(word)) || hasAny(title, words.ahead)) points -= 2;
  if (hasAny(title, words.sentenceWords)) points -= 2.5;
  if (/[，,、@]/u.test(title) || !/\p{Script=Han}{2}/u.test(title)) points -= 1;
  return points;
}

/** Whether a text in 【】 names something: Han characters, and no running sentence. */
const isNamed = (title: string, words: OutlineWords) =>
  /\p{Script=Han}{2}/u.test(title) && !sentence(title, words);

/** What a short line must reach, alone or before text of its own; a line that ends a label by one space needs more. */
const enough = { line: 1.4, runin: 1.4, colon: 2.4 };

/** An unnumbered heading: a short line of its own, or a label set off from its text. */
export function plain(piece: Piece, next: Piece | undefined, words: OutlineWords): Heading | null {
  const text = textOf(piece);
  const label = labelOf(text);
  if (!label) return null;
  const title = text.slice(label.start, label.end).trim();
  if (width(title) < leastTitle || width(title) > 20) return null;
  const body = text.slice(label.body).trim();
  const question = label.by === 'question' && words.asks.heads.some((word) => title.startsWith(word));
  if (question && piece.start === 0) return headingFrom(piece, label, words, 'outline.question');
  const bracketed = piece.start === 0 && text.trimStart().startsWith('【') && text[label.end] === '】';
  if (bracketed && isNamed(title, words) && next) return headingFrom(piece, label, words, 'outline.bracket');
  const points = plainPoints(title, label, words);
  if (!body) {
    if (!next || (label.by === 'end' && width(title) > 14)) return null;
    const picture = next.message !== piece.message && isImage(next.message) ? 0.5 : 0;
    const leads = next.message === piece.message ? 0.5 : 0;
    return points + picture + leads + 0.5 >= enough.line
      ? headingFrom(piece, label, words, 'outline.plain')
      : null;
  }
  if (piece.start !== 0) return null;
  const gap = /\s{2,}|\n/u.test(text.slice(label.end, label.body));
  if (label.by === 'space' && gap)
    return points + 0.5 >= enough.runin ? headingFrom(piece, label, words, 'outline.label') : null;
  const known = words.sectionWords.some((word) => title.endsWith(word));
  if (label.by === 'space' || label.by === 'colon' || label.by === 'question') {
    return known && width(title) >= 4 && points + (label.by === 'colon' ? 0 : 1) >= enough.colon
      ? headingFrom(piece, label, words, 'outline.label')
      : null;
  }
  return null;
}

/** Labels set off by wide white space inside a text: `…  产品特点  （1）…`. */
export function inner(piece: Piece, from: number, words: OutlineWords): Heading[] {
  const text = piece.view.text.slice(0, piece.end);
  const found: Heading[] = [];
  for (const match of text.slice(from).matchAll(/(?<=\s{2})(\p{Script=Han}{3,10})[：:]?(?=\s{2,}|\s*$)/gu)) {
    const title = match[1]!;
    if (!words.sectionWords.some((word) => title.endsWith(word)) || sentence(title, words)) continue;
    const start = from + match.index;
    found.push({
      piece,
      index: -1,
      marker: null,
      origin: 'typed',
      rule: 'outline.inner',
      title: { start, end: start + title.length },
      body: start + match[0].length,
    });
  }
  return found;
}
