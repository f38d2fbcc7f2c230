import { bare } from '../../language/text.js';
import type { DiscussionRules } from '../../lexicon.js';
import type { Pair } from '../../transcript.js';
import type { Substance } from './substance.js';

/** What speaks for a discussion, by the names of `lexicon/discussions.json`. */
export interface Evidence {
  /** Persons with at least two of the messages. */
  people: number;
  messages: number;
  /** Questions with an answer of some length. */
  pairs: number;
  /** Concepts of the taxonomy that two of the messages name. */
  concepts: number;
  /** Share of the messages that name a concept. */
  named: number;
  /** Share of the messages that follow another person's. */
  turns: number;
  /** Share of the messages that are not by the person who types most. */
  others: number;
}

function countsOf<T>(values: Iterable<T>): number[] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()];
}

const lengthOf = ({ answers }: Pair) =>
  answers.reduce((sum, { spans }) => sum + spans.reduce((own, { text }) => own + bare(text).length, 0), 0);

/** Weighs messages of one subject with the question-answer pairs among them. */
export function evidenceOf(subject: readonly Substance[], pairs: readonly Pair[], answer: number): Evidence {
  const people = countsOf(subject.map(({ person }) => person));
  const { length } = subject;
  return {
    people: people.filter((count) => count >= 2).length,
    messages: length,
    pairs: pairs.filter((pair) => lengthOf(pair) >= answer).length,
    concepts: countsOf(subject.flatMap(({ concepts }) => concepts)).filter((count) => count >= 2).length,
    named: subject.filter(({ concepts }) => concepts.length > 0).length / length,
    turns:
      subject.filter(({ person }, index) => index > 0 && subject[index - 1]!.person !== person).length /
      length,
    others: 1 - Math.max(...people) / length,
  };
}

/** The sum of the weighted evidence; below `enough`, or where one thing is less than the least, there is no discussion. */
export function scoreOf(evidence: Evidence, { full, weights }: DiscussionRules): number {
  let sum = 0;
  for (const name of Object.keys(weights) as (keyof typeof weights)[])
    sum += weights[name] * Math.min(1, evidence[name] / full[name]);
  return Math.round(sum * 1000) / 1000;
}

/** Whether the evidence makes a discussion. */
export function isDiscussion(evidence: Evidence, rules: DiscussionRules): boolean {
  const least = Object.entries(rules.least) as [keyof Evidence, number][];
  return least.every(([name, bound]) => evidence[name] >= bound) && scoreOf(evidence, rules) >= rules.enough;
}
