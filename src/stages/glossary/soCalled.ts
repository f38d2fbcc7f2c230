import { candidate, firstOf, type Shape, sentenceFrom } from './candidate.js';

/** `所谓X就是…`, `什么是X？…`: a term that is announced as one. */
export const soCalled: Shape = (place) => {
  const { plain, start, end } = place.clauses[place.at]!;
  const cue = firstOf(plain, place.phrases.soCalled, start, end);
  if (!cue) return [];
  const stop = firstOf(plain, place.phrases.soCalledEnds, cue.end + 2, Math.min(end, cue.end + 30)) ?? {
    start: end,
    end,
  };
  return candidate(
    place,
    'soCalled',
    { start: cue.end, end: stop.start },
    sentenceFrom(place, cue.start, stop.end),
  );
};
