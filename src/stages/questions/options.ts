import { joinFeatures } from './join.js';
import { linksOf, quotedBy } from './link.js';
import { linkScore, type Model, scoreOf, weightsFor } from './model.js';
import type { Place } from './place.js';
import { answerable, canOpen, isSilent, ownThreads, type Step } from './steps.js';
import type { State } from './thread.js';

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

/** What a message may do, the state being given; what quotes a question answers it, whatever the weights say. */
export function optionsOf(place: Place, state: State, model: Model): Option[] {
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
