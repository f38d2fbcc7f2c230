import type { Reason } from '../../schema/evaluation.js';
import type { ErrorClass } from '../classes.js';
import type { Draft, Found } from '../draft.js';
import { common, type Pair, pairsOf, questionsOf } from '../figures/questions.js';
import { jaccard, shared } from '../likeness.js';
import { answerReasons } from './links.js';

/** Seconds after which an answer comes late. */
const late = 600;

const told = ({ q, a }: Pair) => `${q.join(', ')} → ${a.join(', ')}`;

/** What is asked of a pair to put it into a class. */
function looksOf({ label, lecture, evidence }: Found) {
  const { children } = evidence.tree;
  const own = (id: number) => label.speakers.includes(children[id]?.sender ?? '');
  const asks = (id: number) => children[id]?.cues.some(({ kind }) => kind === 'question') ?? false;
  const clock = (id: number | undefined) => children[id ?? -1]?.clock ?? 0;
  return {
    members: ({ a }: Pair) => !a.some(own),
    unmarked: ({ q }: Pair) => !q.some((id) => asks(id) || /[?？]/u.test(children[id]?.text ?? '')),
    during: ({ q }: Pair) => q[0]! < (lecture.at(-1) ?? 0),
    late: ({ q, a }: Pair) => clock(Math.min(...a)) - clock(q.at(-1)) >= late,
  };
}

/** The class of a question that was found, with other messages than the label's. */
function differing(want: Pair, have: Pair, all: readonly Pair[]): ErrorClass {
  if (jaccard(want.q, have.q) < common) return 'qa.question-differs';
  const others = all.filter((pair) => pair !== want).flatMap(({ a }) => a);
  const lacking = want.a.filter((id) => !have.a.includes(id));
  const added = have.a.filter((id) => !want.a.includes(id));
  if (lacking.length > 0 && shared(lacking, others) === lacking.length) return 'qa.answer-shared';
  if (lacking.length === want.a.length)
    return shared(added, others) ? 'qa.answer-of-another' : 'qa.answer-wrong';
  if (added.length === 0) return 'qa.answer-too-few';
  return lacking.length === 0 ? 'qa.answer-too-many' : 'qa.answer-mixed';
}

function missedClass(one: Found, want: Pair, have: readonly Pair[]): ErrorClass {
  const looks = looksOf(one);
  const others = one.label.qa.filter((pair) => pair !== want).flatMap(({ a }) => a);
  if (have.some(({ q }) => shared(q, want.q))) return 'qa.missed-joined';
  if (have.some(({ a }) => shared(a, want.q))) return 'qa.missed-as-answer';
  if (shared(want.a, others) === want.a.length) return 'qa.missed-shared';
  if (looks.members(want)) return 'qa.missed-members';
  if (looks.unmarked(want)) return 'qa.missed-unmarked';
  if (looks.during(want)) return 'qa.missed-during';
  return looks.late(want) ? 'qa.missed-late' : 'qa.missed-plain';
}

function extraClass(one: Found, have: Pair): ErrorClass {
  const looks = looksOf(one);
  if (one.label.qa.some(({ q }) => shared(q, have.q))) return 'qa.extra-split';
  if (one.label.qa.some(({ a }) => shared(a, have.q))) return 'qa.extra-answer';
  if (looks.members(have)) return 'qa.extra-members';
  if (looks.unmarked(have)) return 'qa.extra-unmarked';
  return looks.during(have) ? 'qa.extra-during' : 'qa.extra-marked';
}

/** Takes out of `spare` the pair whose question is most like the wanted one's, if they share a message. */
function counterpart(want: Pair, spare: Pair[]): Pair | undefined {
  const likeness = spare.map(({ q }) => jaccard(q, want.q));
  const best = Math.max(0, ...likeness);
  return best > 0 ? spare.splice(likeness.indexOf(best), 1)[0] : undefined;
}

/** Pairs missed, invented, and found with other messages. */
export function questionErrors(one: Found): Draft[] {
  const { missed, extra } = questionsOf(one);
  const all = pairsOf(one.note);
  const spare = [...extra];
  const messagesOf = (...pairs: Pair[]) =>
    [...new Set(pairs.flatMap(({ q, a }) => [...q, ...a]))].sort((a, b) => a - b);
  const why = (wanted: Pair | undefined, found: Pair | undefined) => (): Reason[] =>
    answerReasons(one, wanted, found);
  const lost = missed.map((want): Draft => {
    const have = counterpart(want, spare);
    const wanted = told(want);
    if (have) {
      return {
        class: differing(want, have, one.label.qa),
        missed: 1,
        extra: 1,
        wanted,
        found: told(have),
        messages: messagesOf(want, have),
        reasons: why(want, have),
      };
    }
    return {
      class: missedClass(one, want, all),
      missed: 1,
      wanted,
      messages: messagesOf(want),
      reasons: why(want, undefined),
    };
  });
  const invented = spare.map(
    (have): Draft => ({
      class: extraClass(one, have),
      extra: 1,
      found: told(have),
      messages: messagesOf(have),
      reasons: why(undefined, have),
    }),
  );
  return [...lost, ...invented];
}
