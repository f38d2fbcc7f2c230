import { candidate, firstOf, type Place, type Shape, sentence } from './candidate.js';

/** `…我们称为X`, `…这就是X`: the explanation comes first, the term closes it. */
export const naming: Shape = (place) => {
  const { plain, start, end } = place.clauses[place.at]!;
  const cue = firstOf(plain, place.phrases.naming, start, end);
  if (!cue || /[又也亦]/u.test(plain[cue.start - 1] ?? '')) return [];
  const stop = firstOf(
    plain,
    ['，', ',', '。', '；', ';', '（', '(', '：', '！'],
    cue.end + 1,
    Math.min(end, cue.end + 30),
  );
  if (!stop && end - cue.end > 24) return [];
  return candidate(
    place,
    'naming',
    { start: cue.end, end: stop?.start ?? end },
    explained(place, cue.start - start),
  );
};

/** The sentence itself, and the one before it where it says too little before the term. */
function explained({ clauses, at }: Place, said: number) {
  const before = clauses[at - 1];
  return said < 6 && before ? [sentence(before), sentence(clauses[at]!)] : [sentence(clauses[at]!)];
}
