import { answersIn } from '../../pairs.js';
import type { Pair as LabelPair } from '../../schema/labels.js';
import type { Case } from '../day.js';
import { jaccard } from '../likeness.js';
import type { Matched } from '../matched.js';
import type { Measured } from '../notes.js';

/** A pair as the messages that ask and those that answer. */
export type Pair = Pick<LabelPair, 'q' | 'a'>;

/** Question and answers must each have so much in common (messages in both by messages in either). */
export const common = 0.5;

/** The pairs of a note as the label writes them. */
export function pairsOf(note: Pick<Measured, 'qa'> | undefined): Pair[] {
  return (note?.qa ?? []).map((pair) => ({ q: pair.question.messages, a: answersIn(pair) }));
}

/** Question-answer pairs. */
export function questionsOf({ label, note }: Case): Matched<Pair, Pair> {
  const same: [Pair, Pair][] = [];
  const missed: Pair[] = [];
  const extra = pairsOf(note);
  for (const want of label.qa) {
    const at = extra.findIndex(
      (have) => jaccard(have.q, want.q) >= common && jaccard(have.a, want.a) >= common,
    );
    if (at < 0) missed.push(want);
    else same.push([want, ...extra.splice(at, 1)] as [Pair, Pair]);
  }
  return { same, missed, extra };
}
