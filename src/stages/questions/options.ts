import { kept } from '../../memory/remembered.js';
import type { Desk } from './desk.js';
import type { View } from './evidence.js';
import { joinFeatures } from './join.js';
import { quotedBy } from './link.js';
import { scoreOf } from './model.js';
import { score } from './scores.js';
import { momentOf } from './standing.js';
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

/** Log-odds that a message goes on with a thread, worked out once for all states. */
const joinOdds = ({ place, model, joins }: Desk, thread: Thread): number =>
  kept(joins, thread, () => scoreOf(joinFeatures(place, thread), model.join));

const idle: Step = { does: 'idle' };
const open: Step = { does: 'open' };

/** Adds what a message of a member may do that answers nothing; `all` is the logarithm of all odds. */
function addAsking(options: Option[], desk: Desk, state: State, all: number): void {
  const { view } = desk.place;
  const { again, last } = ownThreads(view, state);
  const anew = canOpen(view) ? open : idle;
  if (again) options.push({ step: { does: 'extend', thread: again }, score: -all });
  else if (!last) options.push({ step: anew, score: -all });
  else {
    const odds = joinOdds(desk, last);
    options.push({ step: { does: 'extend', thread: last }, score: logYes(odds) - all });
    options.push({ step: anew, score: logNo(odds) - all });
  }
}

/** What a message does that neither asks nor answers. */
const silence: Option[] = [{ step: { does: 'silent' }, score: 0 }];

/** The one person whom a message names, if he waits for an answer. */
function addressee({ mentions }: View, threads: readonly Thread[]): number | undefined {
  const [named] = mentions;
  const alone = named !== undefined && named >= 0 && mentions.every((one) => one === named);
  return alone && threads.some((thread) => thread.person === named) ? named : undefined;
}

/** What a message may do, the state being given; what quotes a question answers it, whatever the weights say. */
export function optionsOf(desk: Desk, state: State): Option[] {
  const { place } = desk;
  const { view } = place;
  if (isSilent(view)) return silence;
  const threads = answerable(view, state);
  const quoted = quotedBy(place, threads);
  if (quoted >= 0) return [{ step: { does: 'answer', thread: threads[quoted]! }, score: 0 }];
  const all = score(desk, momentOf(place, threads, state), UNLIKELY);
  const options: Option[] = [];
  const asker = addressee(view, threads);
  for (let i = 0; i < threads.length; i++) {
    const odds = desk.scores[i]! - all;
    if (asker !== undefined && threads[i]!.person !== asker) continue;
    if (odds >= UNLIKELY) options.push({ step: { does: 'answer', thread: threads[i]! }, score: odds });
  }
  if (view.person === 0) options.push({ step: idle, score: -all });
  else addAsking(options, desk, state, all);
  return options;
}
