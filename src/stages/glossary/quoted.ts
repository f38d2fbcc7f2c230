import { type Candidate, candidate, type Shape, sentence } from './candidate.js';

const marks = /[“"【「‘]([^“”"【】「」‘’\n，。]{2,20})["”】」’]/gu;

/** `“X”`, `【X】` within a sentence: a term set off by its marks. */
export const quoted: Shape = (place) => {
  const clause = place.clauses[place.at]!;
  const found: Candidate[] = [];
  for (const mark of clause.plain.slice(clause.start, clause.end).matchAll(marks)) {
    const start = clause.start + mark.index + 1;
    found.push(...candidate(place, 'quoted', { start, end: start + mark[1]!.length }, [sentence(clause)]));
  }
  return found;
};
