import type { View } from './evidence.js';
import type { Context, Features } from './features.js';
import { joinFeatures } from './join.js';
import { isQuoted, type Link, linksOf } from './link.js';
import { linkScore, type Model, scoreOf, weightsFor } from './model.js';
import { type Place, placesOf } from './place.js';
import { answerable, canOpen, isSilent, lately, ownThreads, type Step, take } from './steps.js';
import { emptyState, type State, type Thread, threadsOf } from './thread.js';

/** Decides the two questions of the decoder; fitting puts the labels' decisions in its place. */
export interface Policy {
  /** Does a member's message go on with his latest thread? */
  join(view: View, thread: Thread, features: Features): boolean;
  /** The place of the link that holds; -1 where none does. */
  answer(view: View, threads: readonly Thread[], links: readonly Link[]): number;
}

/** Decides by a model's weights; what quotes a question answers it, whatever the weights say. */
export function byModel(model: Model): Policy {
  return {
    join: (_view, _thread, features) => scoreOf(features, model.join) > 0,
    answer: (view, _threads, links) => {
      const quoted = links.findIndex(isQuoted);
      if (quoted >= 0) return quoted;
      const scores = links.map((link) => linkScore(link, weightsFor(view.person, model)));
      const best = Math.max(0, ...scores);
      return best > 0 ? scores.indexOf(best) : -1;
    },
  };
}

function asking(place: Place, state: State, policy: Policy): Step {
  const { view } = place;
  const { again, last } = ownThreads(view, state);
  if (again) return { does: 'extend', thread: again };
  if (last && policy.join(view, last, joinFeatures(place, last))) return { does: 'extend', thread: last };
  return { does: canOpen(view) ? 'open' : 'idle' };
}

function stepOf(place: Place, state: State, policy: Policy): Step {
  const { view } = place;
  if (isSilent(view)) return { does: 'silent' };
  const threads = answerable(view, state);
  const choice = policy.answer(view, threads, linksOf(place, threads, state));
  if (choice >= 0) return { does: 'answer', thread: threads[choice]! };
  return view.person === 0 ? { does: 'idle' } : asking(place, state, policy);
}

/**
 * Goes through the messages once, each decision being final, and gives every thread, answered or not. Weights are
 * fitted along such ways; `search` compares several. `lecture` holds the ids that only teach.
 */
export function decode(context: Context, lecture: ReadonlySet<number>, policy: Policy): Thread[] {
  const state = emptyState();
  for (const place of placesOf(context, lecture)) {
    lately(state, place.view);
    take(stepOf(place, state, policy), place, state);
  }
  return threadsOf(state);
}
