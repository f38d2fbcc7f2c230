import { candidate, firstOf, type Place, type Shape, sentenceFrom } from './candidate.js';

/** A label is short: of those in the labels 99 % have at most as many characters. */
const LABEL = 30;

const colons = ['：', ':'];

/** `X：…`, `X——…`: a label before its explanation. */
export const label: Shape = (place) => labelled(place, 'colon', ['：', ':', '】：', '】:']);

/** `X——…`, `X-…` with white space or a long dash. */
export const dash: Shape = (place) => labelled(place, 'dash', ['——', '—', '--', '－', '==', '=>', '→']);

/** `【X】…`: a label in brackets. */
export const bracket: Shape = (place) =>
  labelled(place, 'bracket', ['】']).filter(({ clause }) => clause.plain[clause.start] === '【');

/** `…：X：…`, `…；X：…`: a label within a line, after another label or sentence. */
export const inner: Shape = (place) => {
  const { plain, start, end, opens } = place.clauses[place.at]!;
  const first = opens ? firstOf(plain, colons, start, Math.min(end, start + LABEL)) : { end: start };
  if (!first) return [];
  const mark = firstOf(plain, colons, first.end + 1, Math.min(end, first.end + LABEL));
  if (!mark || /[，,]/u.test(plain.slice(first.end, mark.start))) return [];
  const slice = { start: first.end, end: mark.start };
  return candidate(place, 'inner', slice, sentenceFrom(place, first.end, mark.end));
};

function labelled(place: Place, shape: string, marks: string[]) {
  const clause = place.clauses[place.at]!;
  const mark = firstOf(clause.plain, marks, clause.start, Math.min(clause.end, clause.start + LABEL));
  if (!clause.opens || !mark || /\d[:：]\d/u.test(clause.plain.slice(mark.start - 1, mark.end + 1)))
    return [];
  return candidate(
    place,
    shape,
    { start: clause.start, end: mark.start },
    sentenceFrom(place, clause.start, mark.end),
  );
}
