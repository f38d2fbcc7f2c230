import { type Candidate, candidate, type Shape, sentence } from './candidate.js';
import { phraseBefore } from './phrase.js';

/** How many commas of a sentence are looked at. */
const MARKS = 40;

/** `…X，也就是…`, `…X，用于…`, `…X。简单来说就是…`: a term named in passing, then glossed. */
export const gloss: Shape = (place) => {
  const { clauses, at, phrases } = place;
  const clause = clauses[at]!;
  const { plain, start, end, message } = clause;
  const found: Candidate[] = [];
  const named = (stop: number, told: number) => {
    const words = phrases.glosses.find((word) => plain.startsWith(word, told));
    const slice = words ? phraseBefore(plain, start, stop, phrases) : undefined;
    return slice && plain.slice(start, slice.start).trim() ? slice : undefined;
  };
  for (const mark of [...plain.slice(start, end).matchAll(/[，,]\s?/gu)].slice(0, MARKS)) {
    const stop = start + mark.index;
    const slice = named(stop, stop + mark[0].length);
    if (slice) found.push(...candidate(place, 'gloss', slice, [sentence(clause)]));
  }
  const next = clauses[at + 1];
  if (!next || next.message !== message) return found;
  const slice = named(end - (/[。；;]$/u.test(plain.slice(start, end)) ? 1 : 0), next.start);
  if (slice) found.push(...candidate(place, 'gloss', slice, [sentence(clause), sentence(next)]));
  return found;
};
