import { simplify } from '../../language/fold.js';
import type { Span } from '../../transcript.js';
import type { DefinitionPhrases } from './phrases.js';

/** A label that begins a line, or stands behind a blank within one, and heads what follows: no mark parts it. */
const opens = /^([^\s，,。；;：:、？?（(）)]{2,12})[：:]/u;
const amid = /\s([^\s，,。；;：:、？?（(）)]{2,12})[：:]/gu;
/** A question that a definition begins with, and what stands behind it. */
const asked = /^[^。！？!?；;\n]{2,40}[？?]{1,3}\s{0,4}(?=\S)/u;
/** What a sentence may have before the blank and the label that begin another entry; less may be its own title. */
const LEAST = 10;

const cutTo = (span: Span, start: number, end: number): Span => ({
  ...span,
  start: span.start + start,
  end: span.start + end,
  text: span.text.slice(start, end),
});

/** The span up to the label of the next entry in its line; words that never name a term (`举例：`) head none. */
function upToNext(span: Span, isTerm: (label: string) => boolean): Span {
  for (const found of span.text.matchAll(amid)) {
    if (found.index >= LEAST && isTerm(found[1]!))
      return cutTo(span, 0, span.text.slice(0, found.index).trimEnd().length);
  }
  return span;
}

/** Without the question that announces the term (`什么是保理？`), where something follows it. */
function answering([first, ...others]: Span[], phrases: DefinitionPhrases): Span[] {
  if (!first) return [];
  const question = asked.exec(first.text);
  if (question) return [cutTo(first, question[0].length, first.text.length), ...others];
  const text = simplify(first.text);
  const announces = phrases.soCalled.some((cue) => cue.startsWith('什么') && text.startsWith(cue));
  return announces && others.length && !/是指|指的是/u.test(text) ? others : [first, ...others];
}

/**
 * The definition of a chosen term as an editor would cut it: without the question that announces it, and up to where the
 * next entry begins. The spans that the weighing read are longer; never fewer than one is left.
 */
export function trimmed(definition: Span[], phrases: DefinitionPhrases): Span[] {
  const isTerm = (label: string) => !phrases.notTerms.includes(simplify(label));
  const [first, ...others] = answering(definition, phrases);
  if (!first) return [];
  const until = others.findIndex(({ text }) => isTerm(opens.exec(text)?.[1] ?? phrases.notTerms[0]!));
  return [first, ...(until < 0 ? others : others.slice(0, until))].map((span) => upToNext(span, isTerm));
}
