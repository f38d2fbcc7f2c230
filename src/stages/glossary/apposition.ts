import { candidate, firstOf, type Shape, sentenceFrom } from './candidate.js';

const LABEL = 20;

/** `X，…` at the beginning of a line: the term is named, then explained. */
export const comma: Shape = (place) => {
  const clause = place.clauses[place.at]!;
  const mark = firstOf(clause.plain, ['，', ','], clause.start, Math.min(clause.end, clause.start + LABEL));
  if (!clause.opens || !mark) return [];
  return candidate(
    place,
    'comma',
    { start: clause.start, end: mark.start },
    sentenceFrom(place, clause.start, mark.end),
  );
};

/** A line that holds a term alone, explained by the text after it in the same message. */
export const line: Shape = (place) => {
  const clause = place.clauses[place.at]!;
  const next = place.clauses[place.at + 1];
  if (!clause.opens || !clause.closes || !next || next.message !== clause.message) return [];
  if (clause.end - clause.start > LABEL || /[。？！]$/u.test(clause.plain.slice(clause.start, clause.end)))
    return [];
  const definition = sentenceFrom({ ...place, at: place.at + 1 }, next.start);
  return candidate(place, 'line', { start: clause.start, end: clause.end }, definition);
};

/** `1）X。…`: a numbered label of its own sentence, explained by the next. */
export const runIn: Shape = (place) => {
  const clause = place.clauses[place.at]!;
  const next = place.clauses[place.at + 1];
  if (!clause.marked || clause.closes || !next || clause.end - clause.start > LABEL) return [];
  const definition = sentenceFrom({ ...place, at: place.at + 1 }, next.start);
  return candidate(place, 'runIn', { start: clause.start, end: clause.end }, definition);
};
