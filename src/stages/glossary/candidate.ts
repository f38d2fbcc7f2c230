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

/** A definition shorter than this is continued by the sentence that follows. */
const SHORT = 10;
/** No definition is longer, unless its one sentence is. */
const LONG = 300;

/** The sentence that begins at `start` in a clause; with the next one of the same message where it says too little. */
export function sentenceFrom({ clauses, at }: Place, start: number, said = start): Span[] {
  const { message, end } = clauses[at]!;
  const next = clauses[at + 1];
  if (end - said >= SHORT) return [spanOf(message, start, end)];
  if (!next) return end > said ? [spanOf(message, start, end)] : [];
  if (next.message !== message)
    return [spanOf(message, start, end), sentence(next)].slice(end > said ? 0 : 1);
  return [spanOf(message, start, Math.min(next.end, start + LONG) === next.end ? next.end : end)];
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
  if (!definition.length) return [];
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
