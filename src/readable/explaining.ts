import type { Definitions } from '../schema/definitions.js';
import type { Entry, Span } from '../schema/note.js';
import { shipped } from '../shipped.js';

const { connectives } = shipped<Definitions>('definitions.json');

/** What stands between a term and what is said of it: closing quotes, a remark in brackets, a colon, comma or dash. */
const between =
  /^[”"’'》】」』]{0,2}(?:\s?[（(]([^（()）\n]{1,60})[）)])?\s{0,2}(?:[：:，,]|[-—–]{1,3})\s{0,20}(?=\S)/u;
/** Quotes that may stand before the term where it opens its definition. */
const quotes = /^[“"‘'《【「『\s]{0,2}$/u;
/** The number of an item, or what joins a definition to the sentence before, right before the term or a comma. */
const joining = new RegExp(
  `^(?:[（(]?[0-9一二三四五六七八九十]{1,3}[)）、.．]|[①-⑳]|${connectives.join('|')})[，,\\s]{0,2}`,
  'u',
);
/** Words between such a one and the term that still speak of the term alone (`而这个`). */
const NEAR = 3;
/** A mark that hands on to what the definition leaves out. */
const handing = /(?<=\p{Script=Han}|[）)”"》\p{N}])\s?[；;，,、]$/u;

/** Length of a connective before a term that stands at `at`; 0 where the sentence is not the term's own. */
function joiningLength(text: string, at: number): number {
  const length = joining.exec(text)?.[0].length ?? 0;
  const isNear = at >= length && at - length <= NEAR;
  return isNear || /[，,]/u.test(text.slice(length - 1, length)) ? length : 0;
}

/** The first span without the term that it begins with, and without what joins it to the sentence before. */
function opened(span: Span, at: number, end: number, aliases: readonly Span[]): Span {
  const own = joiningLength(span.text, at);
  const cut = between.exec(span.text.slice(end));
  const isTold = cut?.[1] === undefined || aliases.some(({ text }) => text === cut[1]!.trim());
  const isOpening = at >= own && quotes.test(span.text.slice(own, at));
  return { ...span, text: span.text.slice(cut && isTold && isOpening ? end + cut[0].length : own) };
}

/** Where a definition has its term: the place that the entry names, or its first words. */
function termIn(first: Span, { term, message, source = 0, start, end }: Entry): { at: number; end: number } {
  const isWithin = first.message === message && (first.source ?? 0) === source && start >= first.start;
  if (isWithin) return { at: start - first.start, end: end - first.start };
  return first.text.startsWith(term) ? { at: 0, end: term.length } : { at: -1, end: 0 };
}

/**
 * The spans of a definition as they read behind their term: without the term once more, where they begin with it, without
 * a connective to the sentence before, and ended where they hand on to the next. A remark in brackets goes with the term
 * only if it is one of the entry's other names, which are told beside the term.
 */
export function explaining(entry: Entry): Span[] {
  const [first, ...others] = entry.definition;
  if (!first) return [];
  const { at, end } = termIn(first, entry);
  const spans = at < 0 ? [first, ...others] : [opened(first, at, end, entry.aliases), ...others];
  const last = spans.at(-1)!;
  return [...spans.slice(0, -1), { ...last, text: last.text.trimEnd().replace(handing, '。') }];
}

const placesOf = ({ definition }: Entry) =>
  definition.map(({ message, source = 0, start, end }) => `${source}:${message}:${start}-${end}`).join(' ');

/** Entries that stand beside each other and are told by the very same words, together; with their place in the note. */
export function toldTogether(glossary: readonly Entry[]): [Entry, number][][] {
  const groups: [Entry, number][][] = [];
  glossary.forEach((entry, index) => {
    const before = groups.at(-1)?.[0]?.[0];
    const isSame = before?.definition.length && placesOf(before) === placesOf(entry);
    if (isSame) groups.at(-1)!.push([entry, index]);
    else groups.push([[entry, index]]);
  });
  return groups;
}
