import { bare } from '../../language/text.js';
import { type Span, spanOf } from '../../transcript.js';
import type { Clause } from './clauses.js';
import type { DefinitionPhrases } from './phrases.js';
import { partsOf, type Slice, termIn } from './term.js';

/** A place where the lecture may define a term. */
export interface Candidate {
  /** Id of the shape that found it. */
  shape: string;
  message: number;
  start: number;
  end: number;
  definition: Span[];
  aliases: Span[];
  clause: Clause;
}

/** What a shape reads: the clauses of the lecture in order, and the one it stands at. */
export interface Place {
  clauses: Clause[];
  at: number;
  phrases: DefinitionPhrases;
}

/** One way in which people define: finds the terms that are defined by it at one clause. */
export type Shape = (place: Place) => Candidate[];

/** A definition of fewer characters says nothing. */
const LEAST = 2;
/** A definition shorter than this is continued by the sentence that follows. */
const SHORT = 10;
/** What is no longer before a blank may be a title, and the blank its end. */
const TITLE = 12;
/** No definition is longer, unless its one sentence is. */
const LONG = 300;

/** The sentence that begins at `start` in a clause; with the next one where it says too little. */
export function sentenceFrom({ clauses, at }: Place, start: number, said = start): Span[] {
  const { message } = clauses[at]!;
  const { end, last } = wholeOf(clauses, at, start);
  const next = clauses[last + 1];
  if (end - said >= SHORT) {
    const own = spanOf(message, start, end);
    return next && /[，,]$/u.test(own.text) && !isEntry(next) ? [own, sentence(next)] : [own];
  }
  if (!next || isEntry(next)) return end > said ? [spanOf(message, start, end)] : [];
  if (next.message !== message)
    return [spanOf(message, start, end), sentence(next)].slice(end > said ? 0 : 1);
  const more = wholeOf(clauses, last + 1, start).end;
  return [spanOf(message, start, more <= start + LONG ? more : end)];
}

/** Accounting entries (`借：… 贷：…`) show how a thing is booked and are no part of its definition. */
const isEntry = ({ plain, start }: Clause) => /^[借贷]\s?[：:]/u.test(plain.slice(start, start + 4));

/** A clause that a blank ended goes on after it where no mark closed the sentence and nothing new is headed there. */
function goesOn({ message, plain, start, end }: Clause, next: Clause | undefined): boolean {
  if (!next || next.message !== message || next.marked || isEntry(next)) return false;
  if (end - start <= TITLE || /[。！？!?；;：:]$/u.test(plain.slice(end - 1, end))) return false;
  if (/^\S{1,12}(?:[：:\d]|—|--)/u.test(plain.slice(next.start, next.start + 14))) return false;
  return next.start - end === 1 && plain[end] !== '\n';
}

/** Where the sentence ends that begins in a clause, and the last clause of it. */
function wholeOf(clauses: Clause[], at: number, start: number): { end: number; last: number } {
  let last = at;
  while (goesOn(clauses[last]!, clauses[last + 1]) && clauses[last + 1]!.end <= start + LONG) last++;
  return { end: clauses[last]!.end, last };
}

/** A whole clause as a span. */
export function sentence({ message, start, end }: Clause): Span {
  return spanOf(message, start, end);
}

/** The candidates for the terms in a slice; none where it holds no term or nothing defines it. */
export function candidate(
  place: Place,
  shape: string,
  slice: Slice,
  definition: Span[],
  more: Slice[] = [],
): Candidate[] {
  const clause = place.clauses[place.at]!;
  const { message, plain } = clause;
  if (bare(definition.map(({ text }) => text).join('')).length < LEAST) return [];
  return partsOf(plain, slice).flatMap((part) => {
    const term = termIn(plain, part, place.phrases);
    if (!term) return [];
    const names = [...(term.inside ? [term.inside] : []), ...more].filter(
      ({ start, end }) => end - start > 1 && end - start <= 60,
    );
    const aliases = names.map(({ start, end }) => spanOf(message, start, end));
    return [{ shape, message: message.id, start: term.start, end: term.end, definition, aliases, clause }];
  });
}

/** Index of the first of some words in a text before `limit`, the longest where several begin there. */
export function firstOf(text: string, words: string[], from: number, limit: number): Slice | undefined {
  const part = text.slice(from, limit);
  let best: Slice | undefined;
  for (const word of words) {
    const at = part.indexOf(word);
    if (at < 0) continue;
    const found = { start: from + at, end: from + at + word.length };
    if (!best || found.start < best.start || (found.start === best.start && found.end > best.end))
      best = found;
  }
  return best;
}
