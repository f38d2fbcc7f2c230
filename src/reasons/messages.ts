import type { Lexicon } from '../lexicon.js';
import { messagesIn } from '../pairs.js';
import type { Reason } from '../schema/evaluation.js';
import type { Transcript } from '../transcript.js';
import { type Decision, questionDecisions } from './questions.js';
import { ids, reason } from './reason.js';
import { termRanking } from './terms.js';

function questionReason({ taken, joins }: Decision): Reason | undefined {
  if (taken) return reason(`answers ${ids(taken.question)}`, taken.score, taken.shares());
  if (joins && joins.score > 0)
    return reason(`goes on asking ${ids(joins.question)}`, joins.score, joins.shares());
  return undefined;
}

/**
 * What features decided about each message of a log: the question that it answers or goes on asking, where the note has
 * such a pair, and the terms that the glossary takes from it.
 */
export function messageReasons(tree: Transcript, lexicon: Lexicon): Map<number, Reason[]> {
  const found = new Map<number, Reason[]>();
  const add = (id: number, one: Reason | undefined) => {
    if (one) found.set(id, [...(found.get(id) ?? []), one]);
  };
  for (const talk of tree.talks) {
    const decisions = questionDecisions(tree, talk);
    const asked = talk.qa.flatMap(messagesIn);
    for (const id of new Set(asked)) {
      const decision = decisions.get(id);
      if (decision) add(id, questionReason(decision));
    }
    for (const { text, message, score, chosen, shares } of termRanking(tree, talk, lexicon))
      if (chosen) add(message, reason(`defines ${text}`, score, shares()));
  }
  return found;
}
