import { decode, type Policy } from '../stages/questions/decode.js';
import type { Link } from '../stages/questions/link.js';
import {
  linkScore,
  loadModel,
  loadPhrasing,
  loadWordings,
  type Model,
  reasonsOf,
  scoreOf,
  weightsFor,
} from '../stages/questions/model.js';
import { paired, search } from '../stages/questions/search.js';
import { answeringIds, askingIds, type Thread } from '../stages/questions/thread.js';
import { contextOf } from '../stages/questions.js';
import type { Talk, Transcript } from '../transcript.js';
import { type Share, sharesOf, weightiest } from './shares.js';

/** A possible answer that was weighed: which question, and what it came to. */
export interface Weighed {
  /** The messages of the question. */
  question: number[];
  /** Above 0 it may be taken. */
  score: number;
  shares(): Share[];
}

/** What was decided about a message: the question that it answers, among all that it might. */
export interface Decision {
  weighed: Weighed[];
  taken: Weighed | undefined;
  /** Whether it goes on with a question of the same person; undefined where that was not asked. */
  joins: Weighed | undefined;
}

function weighedLink(thread: Thread, link: Link, weights: Model['speaker']): Weighed {
  return {
    get question() {
      return askingIds(thread);
    },
    score: linkScore(link, weights),
    shares: () => weightiest(reasonsOf(link, weights)),
  };
}

/** Writes down what a policy decides. */
function recording(policy: Policy, model: Model, into: Map<number, Decision>): Policy {
  const at = (id: number): Decision => {
    const known = into.get(id) ?? { weighed: [], taken: undefined, joins: undefined };
    into.set(id, known);
    return known;
  };
  return {
    join(view, thread, features) {
      at(view.id).joins = {
        question: askingIds(thread),
        score: scoreOf(features, model.join),
        shares: () => sharesOf(features, model.join),
      };
      return policy.join(view, thread, features);
    },
    answer(view, threads, links) {
      const choice = policy.answer(view, threads, links);
      const weights = weightsFor(view.person, model);
      const decision = at(view.id);
      decision.weighed = links.map((link, i) => weighedLink(threads[i]!, link, weights));
      decision.taken = decision.weighed[choice];
      return choice;
    },
  };
}

/** Decides as a reading of the whole talk did. */
function following(threads: readonly Thread[]): Policy {
  const asked = new Map(threads.flatMap((thread) => askingIds(thread).map((id) => [id, thread] as const)));
  const answered = new Map(
    threads.flatMap((thread) => answeringIds(thread).map((id) => [id, thread] as const)),
  );
  const same = (thread: Thread, found: Thread | undefined) =>
    found !== undefined && asked.get(thread.views[0]!.id) === found;
  return {
    join: (view, thread) => same(thread, asked.get(view.id)),
    answer(view, open) {
      return open.findIndex((thread) => same(thread, answered.get(view.id)));
    },
  };
}

/** Reads the questions of a talk once more, and gives what was weighed for each message looked at. */
export function questionDecisions(tree: Transcript, talk: Talk): Map<number, Decision> {
  const model = loadModel();
  const context = contextOf(tree, talk, loadWordings(), loadPhrasing());
  const lecture = new Set(talk.lecture);
  const decisions = new Map<number, Decision>();
  decode(context, lecture, recording(following(paired(search(context, lecture, model))), model, decisions));
  return decisions;
}
