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

/** Decides the two questions of the decoder; fitting puts the labels' decisions in its place. */
export interface Policy {
  /** Does a member's message go on with his latest thread? */
  join(view: View, thread: Thread, features: Features): boolean;
  /** Index of the link that holds, -1 for none. */
  answer(view: View, threads: readonly Thread[], links: readonly Link[]): number;
}

/**
 * Score above which a link is taken; below 0, for a missed pair costs as much as a spurious one, and most pairs need
 * several links. Pairs' F1 on five folds of the labels: 57.2 at 0, 58.9 at -0.2, 59.7 at -0.4, 57.7 at -0.6.
 */
const FLOOR = -0.4;

/** Decides by a model's weights; what quotes a question answers it, whatever the weights say. */
export function byModel(model: Model, floor = FLOOR): Policy {
  return {
    join: (_view, _thread, features) => scoreOf(features, model.join) > 0,
    answer: (view, _threads, links) => {
      const quoted = links.findIndex((link) => link.features.quotes === 1);
      if (quoted >= 0) return quoted;
      const scores = links.map((link) => linkScore(link, view.person === 0 ? model.speaker : model.member));
      const best = Math.max(floor, ...scores);
      return best > floor ? scores.indexOf(best) : -1;
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
    const chosen = threads[policy.answer(view, threads, linksOf(view, threads, state, context))];
    if (chosen) answerThread(state, chosen, view);
    else {
      state.idle.set(view.person, view.clock);
      if (view.person !== 0) ask(view, state, context, policy);
    }
  }
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
