import type { Edits, HeadingEdits, PairEdits, Quote, TermEdits } from '../../schema/edits.js';
import type { Entry, Pair, Section, Span } from '../../schema/note.js';

/*
 * What an editor does on the page, as changes to a file of edits. An edit that contradicts an earlier one takes
 * its place, so that the file stays as short as what it says.
 */

/** The key of a message. */
export type KeyOf = (id: number) => string;

const at = (quote: Quote) => `${quote.key} ${quote.start ?? ''} ${quote.text}`;
const isAt = (quote: Quote) => (one: { at: Quote }) => at(one.at) === at(quote);
const isNotAt = (quote: Quote) => (one: { at: Quote }) => at(one.at) !== at(quote);

/** The slice of a message as edits name it. */
export const quoteOf = ({ message, start, text }: Span, keyOf: KeyOf): Quote => ({
  key: keyOf(message),
  text,
  start,
});

const without = <T>(list: readonly T[] | undefined, one: T) => (list ?? []).filter((other) => other !== one);

/** Puts a message into the lecture, or takes it out. */
export function setLecture(edits: Edits, key: string, inside: boolean): void {
  const { add = [], drop = [] } = edits.lecture ?? {};
  const undone = inside ? drop.includes(key) : add.includes(key);
  const lecture = { add: without(add, key), drop: without(drop, key) };
  if (!undone) lecture[inside ? 'add' : 'drop'].push(key);
  edits.lecture = {
    ...(lecture.add.length && { add: lecture.add }),
    ...(lecture.drop.length && { drop: lecture.drop }),
  };
}

const headings = (edits: Edits): HeadingEdits => (edits.headings ??= {});
const pairs = (edits: Edits): PairEdits => (edits.pairs ??= {});
const terms = (edits: Edits): TermEdits => (edits.terms ??= {});

/** Sets a heading. */
export function setHeading(edits: Edits, place: Quote, level?: number): void {
  const all = headings(edits);
  all.remove = (all.remove ?? []).filter(isNotAt(place));
  all.set = [...(all.set ?? []).filter(isNotAt(place)), { at: place, ...(level !== undefined && { level }) }];
}

/** Changes level or marker of a heading: in the edit that set it, where there is one. */
export function changeHeading(edits: Edits, place: Quote, what: { level?: number; marker?: string }): void {
  const all = headings(edits);
  const own = all.set?.find(isAt(place)) ?? all.change?.find(isAt(place));
  if (own) Object.assign(own, what);
  else all.change = [...(all.change ?? []), { at: place, ...what }];
}

/** Removes a heading: the edit that set it, else the one that was found. */
export function removeHeading(edits: Edits, { span }: Section, keyOf: KeyOf): void {
  const place = quoteOf(span, keyOf);
  const all = headings(edits);
  const set = all.set?.some(isAt(place));
  all.set = (all.set ?? []).filter(isNotAt(place));
  all.change = (all.change ?? []).filter(isNotAt(place));
  if (!set) all.remove = [...(all.remove ?? []), { at: place }];
}

const shares = (keys: readonly string[]) => (one: { question: string[] }) =>
  one.question.some((key) => keys.includes(key));

/** Sets a pair. */
export function setPair(edits: Edits, question: string[], answers: string[]): void {
  const all = pairs(edits);
  all.remove = (all.remove ?? []).filter((one) => !shares(question)(one));
  all.set = [...(all.set ?? []).filter((one) => !shares(question)(one)), { question, answers }];
}

/** Removes a pair: the edit that set it, else the one that was found. */
export function removePair(edits: Edits, { question }: Pair, keyOf: KeyOf): void {
  const keys = question.messages.map(keyOf);
  const all = pairs(edits);
  const set = all.set?.some(shares(keys));
  all.set = (all.set ?? []).filter((one) => !shares(keys)(one));
  if (!set) all.remove = [...(all.remove ?? []), { question: keys }];
}

/** Sets a term. */
export function setTerm(edits: Edits, place: Quote, definition: Quote): void {
  const all = terms(edits);
  all.remove = (all.remove ?? []).filter(isNotAt(place));
  const set = { at: place, kind: 'concept' as const, definition: [definition] };
  all.set = [...(all.set ?? []).filter(isNotAt(place)), set];
}

/** The place of a glossary entry. */
export const termPlace = ({ message, start }: Entry, text: string, keyOf: KeyOf): Quote => ({
  key: keyOf(message),
  text,
  start,
});

/** Changes kind or definition of a term: in the edit that set it, where there is one. */
export function changeTerm(
  edits: Edits,
  place: Quote,
  what: { kind?: Entry['kind']; definition?: Quote[] },
): void {
  const all = terms(edits);
  const own = all.set?.find(isAt(place)) ?? all.change?.find(isAt(place));
  if (own) Object.assign(own, what);
  else all.change = [...(all.change ?? []), { at: place, ...what }];
}

/** Removes a term: the edit that set it, else the one that was found. */
export function removeTerm(edits: Edits, place: Quote): void {
  const all = terms(edits);
  const set = all.set?.some(isAt(place));
  all.set = (all.set ?? []).filter(isNotAt(place));
  all.change = (all.change ?? []).filter(isNotAt(place));
  if (!set) all.remove = [...(all.remove ?? []), { at: place }];
}
