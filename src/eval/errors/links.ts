import type { Decision, Weighed } from '../../reasons/questions.js';
import { ids, reason } from '../../reasons/reason.js';
import type { Reason } from '../../schema/evaluation.js';
import type { Found } from '../draft.js';
import type { Pair } from '../figures/questions.js';
import { shared } from '../likeness.js';
import { fewMessages } from '../reasons.js';

const told = (id: number, what: string, { question, score, shares }: Weighed): Reason =>
  reason(`#${id} ${what} ${ids(question)}`, score, shares());

/** What was decided about a message of a question: what it was made part of. */
function asking(id: number, decision: Decision | undefined, taught: boolean): Reason[] {
  if (taught) return [reason(`#${id} is lecture`, null)];
  if (!decision)
    return [reason(`#${id} is not looked at: chatter, a copy, or too far from the lecture`, null)];
  const { taken, joins } = decision;
  if (taken) return [told(id, 'answers', taken)];
  return joins ? [told(id, joins.score > 0 ? 'goes on asking' : 'asks anew after', joins)] : [];
}

/** What was decided about a message that answers, and what came of the question that it should have answered. */
function answering(
  id: number,
  decision: Decision | undefined,
  taught: boolean,
  q: readonly number[],
): Reason[] {
  if (taught || !decision) return asking(id, decision, taught);
  const { taken, weighed } = decision;
  const right = weighed.find(({ question }) => shared(question, q) > 0);
  return [
    taken ? told(id, 'answers', taken) : reason(`#${id} answers nothing`, null),
    ...(right && right !== taken ? [told(id, 'might answer', right)] : []),
    ...(right || q.length === 0 ? [] : [reason(`#${id} was not weighed against the question`, null)]),
  ];
}

/** The links that decided a pair: those of the messages on which label and note differ, else of all. */
export function answerReasons(one: Found, wanted: Pair | undefined, found: Pair | undefined): Reason[] {
  const { evidence, note } = one;
  const talk = evidence.talkOf(note);
  if (!talk) return [];
  const decisions = evidence.decisions(talk);
  const taught = new Set(talk.lecture);
  const differ = (side: 'q' | 'a') => {
    const [want, have] = [wanted?.[side] ?? [], found?.[side] ?? []];
    return [...new Set([...want, ...have])]
      .filter((id) => want.includes(id) !== have.includes(id))
      .sort((a, b) => a - b)
      .slice(0, fewMessages);
  };
  const question = wanted?.q ?? [];
  return [
    ...differ('q').flatMap((id) => asking(id, decisions.get(id), taught.has(id))),
    ...differ('a').flatMap((id) => answering(id, decisions.get(id), taught.has(id), question)),
  ];
}
