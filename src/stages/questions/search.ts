import type { Context } from './features.js';
import { joinFeatures } from './join.js';
import { linksOf, quotedBy } from './link.js';
import { linkScore, type Model, scoreOf, weightsFor } from './model.js';
import { type Place, placesOf } from './place.js';
import { answerable, canOpen, isSilent, lately, ownThreads, type Step, take } from './steps.js';
import { emptyState, type State, type Thread, threadsOf } from './thread.js';

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

function askingOptions(place: Place, state: State, model: Model): Option[] {
  const { again, last } = ownThreads(place.view, state);
  if (again) return [{ step: { does: 'extend', thread: again }, score: 0 }];
  const anew: Step = { does: canOpen(place.view) ? 'open' : 'idle' };
  if (!last) return [{ step: anew, score: 0 }];
  const odds = scoreOf(joinFeatures(place, last), model.join);
  return [
    { step: { does: 'extend', thread: last }, score: logYes(odds) },
    { step: anew, score: logNo(odds) },
  ];
}

/** What a message may do; what quotes a question answers it, whatever the weights say. */
function optionsOf(place: Place, state: State, model: Model): Option[] {
  const { view } = place;
  if (isSilent(view)) return [{ step: { does: 'silent' }, score: 0 }];
  const threads = answerable(view, state);
  const links = linksOf(place, threads, state);
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
    view.person === 0 ? [{ step: { does: 'idle' }, score: 0 }] : askingOptions(place, state, model);
  return [...answers, ...others.map(({ step, score }) => ({ step, score: score - all }))];
}

/** The best readings after one more message; of equal ones the earlier, so that the outcome is one. */
function advance(readings: readonly Reading[], place: Place, model: Model): Reading[] {
  const found = readings.flatMap(({ state: before, score }) => {
    const state = lately(before, place.view);
    return optionsOf(place, state, model).map(({ step, score: more }) => ({
      state,
      step,
      score: score + more,
    }));
  });
  const best = found.sort((a, b) => b.score - a.score).slice(0, WIDTH);
  return best
    .filter(({ score }) => score > best[0]!.score - LAG)
    .map(({ state, step, score }) => ({ state: take(step, place, state), score }));
}

/**
 * Reads a talk as a whole: of all ways to take its messages as questions and answers, the likeliest that a beam search
 * finds. Gives every thread, answered or not. `lecture` holds the ids that only teach.
 */
export function search(context: Context, lecture: ReadonlySet<number>, model: Model): Thread[] {
  let readings: Reading[] = [{ state: emptyState, score: 0 }];
  for (const place of placesOf(context, lecture)) readings = advance(readings, place, model);
  return threadsOf(readings[0]!.state);
}

/** The threads that make a pair: those with an answer of which at least one message is not in doubt. */
export const paired = (threads: readonly Thread[]): Thread[] =>
  threads.filter((thread) => thread.replies.size > 0 && thread.sure >= DOUBT);
