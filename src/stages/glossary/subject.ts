import { tag } from '../../language/segmenter.js';
import { candidate, firstOf, type Place, type Shape, sentenceFrom } from './candidate.js';

/** How far into a sentence its predicate may begin. */
const SUBJECT = 34;
/** Shapes whose words alone tell a definition: they are looked for after each comma too. */
const anywhere = new Set(['refers', 'equals', 'kindOf', 'aka']);

/** Where the parts of a clause begin: at its start and after each comma. */
function parts(place: Place): number[] {
  const { plain, start, end } = place.clauses[place.at]!;
  const found = [start];
  for (const mark of plain.slice(start, end).matchAll(/[，,：:、“（(]/gu)) found.push(start + mark.index + 1);
  return found.slice(0, 40);
}

/** `X是指…`, `X就是…`, `X是一种…`, `X，又称…`, `X负责…`: a term as the subject of a telling predicate. */
export const subject: Shape = (place) =>
  Object.entries(place.phrases.subject).flatMap(([shape, words]) =>
    (anywhere.has(shape) ? parts(place) : [place.clauses[place.at]!.start]).flatMap((from) =>
      told(place, shape, words, from),
    ),
  );

function told(place: Place, shape: string, words: string[], from: number) {
  const { plain, end, start } = place.clauses[place.at]!;
  const limit = Math.min(end, from + SUBJECT);
  for (let cue = cueOf(plain, words, from + 1, limit); cue; cue = cueOf(plain, words, cue.end, limit)) {
    if (/[，,]/u.test(plain.slice(from, cue.start).replace(/[，,]\s?$/u, ''))) return [];
    const alias =
      shape === 'aka' ? otherName(plain, cue.end, end) : from === start ? laterName(place) : undefined;
    const name = shape === 'is' || from === start ? shape : `${shape}Inside`;
    const found = candidate(
      place,
      name,
      { start: from, end: cue.start },
      sentenceFrom(place, from, cue.end),
      alias ? [alias] : [],
    );
    if (found.length) return found;
  }
  return [];
}

/** The first predicate; one of a single character counts only as a word of its own: not the 指 of 指引. */
function cueOf(plain: string, words: string[], from: number, limit: number) {
  for (let cue = firstOf(plain, words, from, limit); cue; cue = firstOf(plain, words, cue.end, limit)) {
    const { start, end } = cue;
    if (end - start > 1) return cue;
    const around = tag(plain.slice(Math.max(0, start - 4), end + 4));
    const at = Math.min(4, start);
    if (around.some((word) => word.start === at && word.end === at + 1)) return cue;
  }
  return undefined;
}

/** Another name further on in the sentence: `X是…，又称Y`. */
function laterName({ clauses, at, phrases }: Place) {
  const { plain, start, end } = clauses[at]!;
  const cue = firstOf(plain, phrases.subject.aka, start, end);
  return cue && /[，,（(]/u.test(plain[cue.start - 1] ?? '') ? otherName(plain, cue.end, end) : undefined;
}

/** The name after `又称`: up to the next mark. */
function otherName(plain: string, from: number, end: number) {
  const found = /^[\s：:为是“"]{0,3}([^\s，,。；;、）)”"（(：:]{2,30})/u.exec(plain.slice(from, end));
  return found
    ? { start: from + found[0].length - found[1]!.length, end: from + found[0].length }
    : undefined;
}
