import { bare } from '../../language/text.js';
import type { OutlineWords } from '../../lexicon.js';
import { likeness, pairsOf } from './alike.js';
import { type Heading, isBare, textOf, titleOf } from './heading.js';
import { width } from './label.js';
import type { Piece } from './pieces.js';

/** An agenda stands in the first so many messages of a lecture; its items are so short, a title named in it so long. */
const limits = { messages: 12, width: 26, named: 4 };
/** Share of character pairs at which a heading takes up an item; so many must, or the list is no agenda. */
const alike = { share: 0.6, items: 2 };

/** Short marked items near the start that are no headings themselves. */
function itemsOf(pieces: Piece[], taken: Set<number>): Set<string>[] {
  return pieces.flatMap((piece, index) => {
    const text = textOf(piece).trim();
    return piece.marker && !taken.has(index) && width(text) <= limits.width ? [pairsOf(text)] : [];
  });
}

/**
 * The unnumbered headings that an agenda near the start of the lecture lists beforehand, item by item or in a sentence
 * (我将从甲、乙、丙几方面介绍): they are its top level, whatever stands between them. Empty where there is no agenda.
 */
export function agendaOf(pieces: Piece[], headings: Heading[], words: OutlineWords): Set<Heading> {
  const messages = [...new Set(pieces.map((piece) => piece.message))].slice(0, limits.messages);
  const early = new Set(messages);
  const items = itemsOf(
    pieces.filter((piece) => early.has(piece.message)),
    new Set(headings.map((one) => one.index)),
  );
  const sentences = messages
    .map(({ text }) => text)
    .filter((text) => words.agenda.some((phrase) => text.includes(phrase)))
    .map(bare);
  const plain = headings.filter((heading) => !heading.marker);
  const found = plain.filter((heading) => {
    const title = titleOf(heading);
    const own = pairsOf(title);
    const named =
      bare(title).length >= limits.named && sentences.some((sentence) => sentence.includes(bare(title)));
    return named || items.some((item) => likeness(own, item) >= alike.share);
  });
  return found.length >= alike.items ? new Set(found) : new Set();
}

/** Whether a heading stands right under the one before it and goes on counting in its style. */
const goesOn = (before: Heading | undefined, own: Heading) =>
  before !== undefined &&
  isBare(before) &&
  before.marker?.shape === own.marker?.shape &&
  before.index === own.index - 1 &&
  (before.marker?.ordinal ?? 0) < (own.marker?.ordinal ?? 0);

/** Whether a later heading bears the same number in the same style and takes up the title. */
const returns = (own: Heading, later: readonly Heading[]) =>
  later.some(
    (one) =>
      one.marker?.shape === own.marker?.shape &&
      one.marker?.ordinal === own.marker?.ordinal &&
      likeness(pairsOf(titleOf(one)), pairsOf(titleOf(own))) >= alike.share,
  );

/**
 * Headings without those of a numbered agenda: a list of one style with nothing between its items, of which two at least
 * come again later under the same numbers.
 */
export function withoutAgenda(headings: Heading[]): Heading[] {
  const lists: Heading[][] = [];
  for (const heading of headings) {
    if (heading.marker && goesOn(lists.at(-1)?.at(-1), heading)) lists.at(-1)!.push(heading);
    else lists.push([heading]);
  }
  return lists.flatMap((list) => {
    const later = headings.slice(headings.indexOf(list.at(-1)!) + 1);
    const again = list.filter((heading) => heading.marker && returns(heading, later));
    return again.length >= alike.items ? [] : list;
  });
}
