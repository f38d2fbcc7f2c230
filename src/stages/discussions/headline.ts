import { deriveTitle } from '../../derive.js';
import type { Concepts } from '../../language/concepts.js';
import { anyOf } from '../../language/patterns.js';
import { bare } from '../../language/text.js';
import type { DiscussionRules } from '../../lexicon.js';
import { kept } from '../../memory/remembered.js';
import { type Message, type Pair, type Span, spanOf } from '../../transcript.js';

/** Characters of a question that can head a page. */
const length = { least: 6, most: 40 };

/** The sentences of a message that ask, as spans without mention and mark. */
function asked(message: Message): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of message.text.slice(0, 1000).matchAll(/[。！!？?；;\n]/gu)) {
    if (/[？?]/u.test(match[0])) spans.push(spanOf(message, start, match.index));
    start = match.index + 1;
  }
  return spans;
}

const known = new WeakMap<DiscussionRules, RegExp>();

/** What a question begins with that is no part of it: 请问一下. */
const courtesiesOf = ({ courtesies: { asks, asked } }: DiscussionRules) =>
  new RegExp(`^[\\s，,]{0,3}(?:${anyOf(asks)})(?:${anyOf(asked)})?(?=[\\s，,：:]|\\p{Script=Han})`, 'u');

/** A question without the mention and the courtesy that it begins with. */
function core(span: Span, rules: DiscussionRules): Span {
  const mention = /^\s*[@＠][^\s?？@]{1,60}\s?/u.exec(span.text)?.[0].length ?? 0;
  const courtesies = kept(known, rules, courtesiesOf);
  const polite = courtesies.exec(span.text.slice(mention))?.[0].length ?? 0;
  let from = mention + polite;
  while (from < span.text.length && /[\s，,：:]/u.test(span.text[from]!)) from++;
  return { ...span, start: span.start + from, text: span.text.slice(from) };
}

/** Characters of answers beyond which a question is worth no more, and what each concept in its words is worth. */
const worth = { answers: 120, concept: 60 };

function weightOf(span: Span, { answers }: Pair, concepts: Concepts): number {
  const length = answers.reduce(
    (sum, { spans }) => sum + spans.reduce((own, { text }) => own + bare(text).length, 0),
    0,
  );
  const named = new Set(concepts.find(span.text).map(({ values }) => values[0]!.id)).size;
  return named ? Math.min(length, worth.answers) + Math.min(named, 2) * worth.concept : 0;
}

/** The first places of the two concepts that most messages name. */
function namedMost(ids: readonly number[], messages: readonly Message[], concepts: Concepts): Span[] {
  const places = new Map<string, { span: Span; count: number }>();
  for (const id of ids) {
    const seen = new Set<string>();
    for (const { start, end, values } of concepts.find(messages[id]!.text.slice(0, 1000))) {
      const concept = values[0]!.id;
      if (seen.has(concept)) continue;
      seen.add(concept);
      const place = places.get(concept);
      if (place) place.count++;
      else places.set(concept, { span: spanOf(messages[id]!, start, end), count: 1 });
    }
  }
  return [...places.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, 2)
    .map(({ span }) => span);
}

/**
 * What heads a discussion: the question that names concepts and is answered at length, where it is short enough for a
 * title; else the two concepts that most messages name.
 */
export function headlineOf(
  ids: readonly number[],
  pairs: readonly Pair[],
  messages: readonly Message[],
  concepts: Concepts,
  rules: DiscussionRules,
): Span[] {
  let best: { span: Span; weight: number } | undefined;
  for (const pair of pairs) {
    for (const whole of pair.question.messages.flatMap((id) => asked(messages[id]!))) {
      const span = core(whole, rules);
      if (rules.notTitle.some((start) => span.text.startsWith(start))) continue;
      const size = deriveTitle([span]).length;
      const weight = weightOf(span, pair, concepts);
      if (size >= length.least && size <= length.most && weight > (best?.weight ?? 0))
        best = { span, weight };
    }
  }
  return best ? [best.span] : namedMost(ids, messages, concepts);
}
