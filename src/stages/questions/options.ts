import { kept } from '../../language/remembered.js';
import { joinFeatures } from './join.js';
import { draftsOf, quotedBy } from './link.js';
import { draftScore, type Model, scoreOf, weightsFor } from './model.js';
import type { Place } from './place.js';
import { answerable, canOpen, isSilent, ownThreads, type Step } from './steps.js';
import type { State, Thread } from './thread.js';

/** A link that is less likely than this (as a logarithm) is no option. */
const UNLIKELY = -4;

/** A step with the logarithm of its probability. */
export interface Option {
  step: Step;
  score: number;
}

/** Logarithms of the probabilities of yes and of no at some log-odds. */
const logYes = (odds: number) => -Math.log1p(Math.exp(-odds));
const logNo = (odds: number) => -Math.log1p(Math.exp(odds));

/** Log-odds that the message goes on with a thread, worked out once for all states. */
const joinOdds = (place: Place, thread: Thread, model: Model): number =>
  kept(place.joins, thread, () => scoreOf(joinFeatures(place, thread), model.join));

function askingOptions(place: Place, state: State, model: Model): Option[] {
  const { again, last } = ownThreads(place.view, state);
  if (again) return [{ step: { does: 'extend', thread: again }, score: 0 }];
  const anew: Step = { does: canOpen(place.view) ? 'open' : 'idle' };
  if (!last) return [{ step: anew, score: 0 }];
  const odds = joinOdds(place, last, model);
  return [
    { step: { does: 'extend', thread: last }, score: logYes(odds) },
    { step: anew, score: logNo(odds) },
  ];
}

/** Logarithm of the odds of all links and of none. */
function logOfAll(scores: readonly number[]): number {
  let sum = 1;
  for (const score of scores) sum += Math.exp(score);
  return Math.log(sum);
}

/** What a message of the speaker does that answers nothing. */
const speaking: readonly Option[] = [{ step: { does: 'idle' }, score: 0 }];

/** What a message may do, the state being given; what quotes a question answers it, whatever the weights say. */
export function optionsOf(place: Place, state: State, model: Model): Option[] {
  const { view } = place;
  if (isSilent(view)) return [{ step: { does: 'silent' }, score: 0 }];
  const threads = answerable(view, state);
  const links = draftsOf(place, threads, state);
  const quoted = quotedBy(links);
  if (quoted >= 0) return [{ step: { does: 'answer', thread: threads[quoted]! }, score: 0 }];
  const weights = weightsFor(view.person, model);
  const scores = links.map((link) => draftScore(link, weights));
  const all = logOfAll(scores);
  const options: Option[] = [];
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i]! - all;
    if (score >= UNLIKELY) options.push({ step: { does: 'answer', thread: threads[i]! }, score });
  }
  const others = view.person === 0 ? speaking : askingOptions(place, state, model);
  for (const { step, score } of others) options.push({ step, score: score - all });
  return options;
}
