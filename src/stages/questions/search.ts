import type { View } from './evidence.js';
import type { Context } from './features.js';
import { joinFeatures } from './join.js';
import { linksOf, quotedBy } from './link.js';
import { linkScore, type Model, scoreOf, weightsFor } from './model.js';
import { answerable, canOpen, hear, isSilent, ownThreads, type Step, take } from './steps.js';
import { copyOf, emptyState, type State, type Thread } from './thread.js';

/** Readings of a talk that are kept side by side. */
const WIDTH = 4;
/** How far a reading may lag behind the best (as a logarithm) and still be kept. */
const LAG = 2.5;
/** A link that is less likely than this (as a logarithm) begins no reading of its own. */
const UNLIKELY = -4;

/** A pair none of whose links is surer than this is dropped. */
const DOUBT = 0.35;

/** All decisions up to a message, and the logarithm of their probability. */
interface Reading {
  state: State;
  score: number;
}

/** A step with the logarithm of its probability. */
interface Option {
  step: Step;
  score: number;
}

/** Logarithms of the probabilities of yes and of no at some log-odds. */
const logYes = (odds: number) => -Math.log1p(Math.exp(-odds));
const logNo = (odds: number) => -Math.log1p(Math.exp(odds));

function askingOptions(view: View, state: State, context: Context, model: Model): Option[] {
  const { again, last } = ownThreads(view, state);
  if (again) return [{ step: { does: 'extend', thread: again }, score: 0 }];
  const anew: Step = { does: canOpen(view) ? 'open' : 'idle' };
  if (!last) return [{ step: anew, score: 0 }];
  const odds = scoreOf(joinFeatures(view, last, state, context), model.join);
  return [
    { step: { does: 'extend', thread: last }, score: logYes(odds) },
    { step: anew, score: logNo(odds) },
  ];
}

/** What a message may do; what quotes a question answers it, whatever the weights say. */
function optionsOf(view: View, state: State, context: Context, model: Model): Option[] {
  const threads = answerable(view, state);
  if (isSilent(view)) return [{ step: { does: 'silent' }, score: 0 }];
  const links = linksOf(view, threads, state, context);
  const quoted = quotedBy(links);
  if (quoted >= 0) return [{ step: { does: 'answer', thread: threads[quoted]!, sure: 1 }, score: 0 }];
  const weights = weightsFor(view.person, model);
  const scores = links.map((link) => linkScore(link, weights));
  const all = Math.log(scores.reduce((sum, score) => sum + Math.exp(score), 1));
  const answers = scores.flatMap((score, i): Option[] =>
    score - all < UNLIKELY
      ? []
      : [{ step: { does: 'answer', thread: threads[i]!, sure: Math.exp(score - all) }, score: score - all }],
  );
  const others: Option[] =
    view.person === 0 ? [{ step: { does: 'idle' }, score: 0 }] : askingOptions(view, state, context, model);
  return [...answers, ...others.map(({ step, score }) => ({ step, score: score - all }))];
}

/** Takes a step in a copy of a state. */
function taken(step: Step, view: View, before: State): State {
  const { state, copies } = copyOf(before);
  take('thread' in step ? { ...step, thread: copies.get(step.thread)! } : step, view, state);
  return state;
}

/** The best readings after one more message; of equal ones the earlier, so that the outcome is one. */
function advance(readings: Reading[], view: View, context: Context, model: Model): Reading[] {
  const found = readings.flatMap(({ state, score }) =>
    optionsOf(view, state, context, model).map((option) => ({
      state,
      step: option.step,
      score: score + option.score,
    })),
  );
  if (readings.length === 1 && found.length === 1) {
    take(found[0]!.step, view, readings[0]!.state);
    return readings;
  }
  found.sort((a, b) => b.score - a.score);
  const best = found.slice(0, WIDTH).filter(({ score }) => score > found[0]!.score - LAG);
  return best.map(({ state, step, score }) => ({ state: taken(step, view, state), score }));
}

/**
 * Reads a talk as a whole: of all ways to take its messages as questions and answers, the likeliest that a beam search
 * finds. Gives every thread, answered or not. `lecture` holds the ids that only teach.
 */
export function search(context: Context, lecture: ReadonlySet<number>, model: Model): Thread[] {
  let readings: Reading[] = [{ state: emptyState(context.views[0]?.clock ?? 0), score: 0 }];
  for (const view of context.views) {
    if (lecture.has(view.id)) for (const { state } of readings) hear(view, state);
    else readings = advance(readings, view, context, model);
  }
  return readings[0]!.state.all;
}

/** The threads that make a pair: those with an answer of which at least one message is not in doubt. */
export const paired = (threads: readonly Thread[]): Thread[] =>
  threads.filter((thread) => thread.replies.size > 0 && thread.sure >= DOUBT);
