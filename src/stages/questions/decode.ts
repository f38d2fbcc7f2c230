import type { View } from './evidence.js';
import type { Context, Features } from './features.js';
import { joinFeatures } from './join.js';
import { type Link, linksOf } from './link.js';
import { linkScore, type Model, scoreOf } from './model.js';
import { answerThread, emptyState, extendThread, openThread, type State, type Thread } from './thread.js';

/** Threads that one message may answer, at most: the median question is answered before two others are asked. */
const OPEN_THREADS = 16;
/** Seconds after which a thread takes no further message; 99 of 100 answers come within an hour and a half. */
const THREAD_LIFE = 7200;

/** A link that was taken. */
export interface Choice {
  index: number;
  /** Its probability among all links and none. */
  sure: number;
}

/** Decides the two questions of the decoder; fitting puts the labels' decisions in its place. */
export interface Policy {
  /** Does a member's message go on with his latest thread? */
  join(view: View, thread: Thread, features: Features): boolean;
  /** The link that holds, if one does. */
  answer(view: View, threads: readonly Thread[], links: readonly Link[]): Choice | undefined;
}

/**
 * Score above which a link is taken; 0 is that of no link at all. Pairs' F1 on five folds of the labels: 64.0 at -0.4,
 * 64.9 at -0.2 and at 0, 64.4 at 0.2; a floor of its own for members changes nothing.
 */
const FLOOR = 0;

/** A pair none of whose links is surer than this is dropped; F1 on five folds: 64.8 without, 64.9 so, less from 0.4 on. */
const DOUBT = 0.35;

/** Decides by a model's weights; what quotes a question answers it, whatever the weights say. */
export function byModel(model: Model, floor = FLOOR): Policy {
  return {
    join: (_view, _thread, features) => scoreOf(features, model.join) > 0,
    answer: (view, _threads, links) => {
      const quoted = links.findIndex((link) => link.features.quotes === 1);
      if (quoted >= 0) return { index: quoted, sure: 1 };
      const scores = links.map((link) => linkScore(link, view.person === 0 ? model.speaker : model.member));
      const best = Math.max(floor, ...scores);
      if (best <= floor) return undefined;
      const odds = scores.reduce((sum, score) => sum + Math.exp(score), 1);
      return { index: scores.indexOf(best), sure: Math.exp(best) / odds };
    },
  };
}

const empty = (view: View) => view.plain === '' && !view.picture && view.mentions.length === 0;
const idleTalk = (view: View) => view.chatter >= 0.8 && !view.mark && !view.ask;

function ask(view: View, state: State, context: Context, policy: Policy): void {
  const own = state.open.filter((thread) => thread.person === view.person);
  const last = own.at(-1);
  const again = own.find(
    (thread) => view.grams.size > 3 && thread.views.some((asking) => asking.plain === view.plain),
  );
  if (again) extendThread(state, again, view);
  else if (last && policy.join(view, last, joinFeatures(view, last, state, context)))
    extendThread(state, last, view);
  else if (view.plain !== '' || view.picture) openThread(state, view);
}

function close(view: View, state: State): void {
  if (!view.understood && view.chatter < 0.5) return;
  for (const thread of state.open)
    if (thread.person === view.person && thread.replies.size) thread.closed = true;
}

function look(view: View, state: State, context: Context, policy: Policy): void {
  state.open = state.open.filter((thread) => view.clock - thread.clock < THREAD_LIFE).slice(-OPEN_THREADS);
  if (!empty(view) && !idleTalk(view)) {
    const threads = state.open.filter((thread) => thread.person !== view.person);
    const choice = policy.answer(view, threads, linksOf(view, threads, state, context));
    if (choice) answerThread(state, threads[choice.index]!, view, choice.sure);
    else {
      state.idle.set(view.person, view.clock);
      if (view.person !== 0) ask(view, state, context, policy);
    }
  }
  state.said.set(view.person, (state.said.get(view.person) ?? 0) + 1);
  close(view, state);
  if (view.person === 0) state.heard = view.clock;
}

/** Goes through the messages once and gives every thread, answered or not. `lecture` holds the ids that only teach. */
export function decode(context: Context, lecture: Set<number>, policy: Policy): Thread[] {
  const state = emptyState(context.views[0]?.clock ?? 0);
  for (const view of context.views) {
    if (lecture.has(view.id)) [state.taught, state.heard] = [view.clock, view.clock];
    else look(view, state, context, policy);
    state.index++;
  }
  return state.all;
}

/** The threads that make a pair: those with an answer of which at least one message is not in doubt. */
export const paired = (threads: readonly Thread[]): Thread[] =>
  threads.filter((thread) => thread.replies.size > 0 && thread.sure >= DOUBT);
