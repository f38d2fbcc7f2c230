import { type Candidate, candidate, firstOf, type Shape, sentence } from './candidate.js';

/** `…分为X、Y和Z`: the kinds of a thing, weak evidence that each is explained elsewhere. */
export const kinds: Shape = (place) => {
  const clause = place.clauses[place.at]!;
  const { plain, start, end } = clause;
  const cue = firstOf(plain, place.phrases.kinds, start, end);
  if (!cue) return [];
  const list =
    /^[^，,。；;（(：\n]{2,60}/u.exec(plain.slice(cue.end, Math.min(end, cue.end + 60)))?.[0] ?? '';
  const found: Candidate[] = [];
  for (const part of list.matchAll(/[^、和与及]{2,20}/gu)) {
    if (part[0].length === list.length) break;
    const from = cue.end + part.index;
    found.push(...candidate(place, 'kinds', { start: from, end: from + part[0].length }, [sentence(clause)]));
  }
  return found;
};
