import type { Context } from './features.js';
import type { Model } from './model.js';
import { type Option, optionsOf } from './options.js';
import { type Place, placesOf } from './place.js';
import { lately, take } from './steps.js';
import { emptyState, type State, type Thread, threadsOf } from './thread.js';

/** Ways in which a talk is read: twice as many change little, half as many cost half a point of F1. */
export const READINGS = 48;
/** Messages up to which a talk is read so often; the longest of the corpus has 671. */
const LONG = 700;
/** Ways in which the longest is read. */
const FEWEST = 8;
/** What a probability is raised to before it is drawn by: above 1, unlikely steps are taken less often than they hold. */
const SHARPNESS = 1.25;

/** Scatters the bits of two numbers over 32: the same for the same numbers, without any order in it. */
function scattered(a: number, b: number): number {
  let bits = Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
  bits = Math.imul(bits ^ (bits >>> 12), 0x297a2d39);
  return (bits ^ (bits >>> 15)) >>> 0;
}

/** How often a talk of so many messages is read: the more messages, the fewer times, so that the work is bounded. */
export const readingsFor = (messages: number): number =>
  messages <= LONG ? READINGS : Math.max(FEWEST, Math.floor((READINGS * LONG) / messages));

/**
 * The lots of some readings at a step, each between 0 and 1: evenly spread, so that an option gets as many readings as
 * is its due, and shuffled anew at each step, always alike.
 */
export function lotsOf(step: number, count: number): Float64Array {
  const order = Array.from({ length: count }, (_, reading) => reading).sort(
    (a, b) => scattered(a, step) - scattered(b, step) || a - b,
  );
  const made = new Float64Array(count);
  order.forEach((reading, rank) => {
    made[reading] = (rank + 0.5) / count;
  });
  return made;
}

const known: Float64Array[] = [];

/** The lots, kept where they are asked for again and again. */
function keptLots(step: number, count: number): Float64Array {
  if (count !== READINGS) return lotsOf(step, count);
  known[step] ??= lotsOf(step, count);
  return known[step];
}

/** Options that a state leaves, each with where its share of all ends, and the states that follow, made when needed. */
interface Fork {
  state: State;
  options: readonly Option[];
  ends: readonly number[];
  next: (State | undefined)[];
}

function forkOf(before: State, place: Place, model: Model): Fork {
  const state = lately(before, place.view);
  const options = optionsOf(place, state, model);
  const weights = options.map(({ score }) => Math.exp(score * SHARPNESS));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  const ends = weights.map((weight) => {
    sum += weight / all;
    return sum;
  });
  return { state, options, ends, next: [] };
}

function follow(fork: Fork, lot: number, place: Place): State {
  const found = fork.ends.findIndex((end) => lot < end);
  const option = found < 0 ? fork.options.length - 1 : found;
  fork.next[option] ??= take(fork.options[option]!.step, place, fork.state);
  return fork.next[option];
}

/**
 * Ways to take the messages of a talk as questions and answers, drawn by how likely their steps are; the likelier
 * something is, the more of them hold it. Each is all threads of one way, answered or not, in order. `lecture` holds the
 * ids that only teach. Drawn by fixed lots, so the same talk is always read alike.
 */
export function readingsOf(context: Context, lecture: ReadonlySet<number>, model: Model): Thread[][] {
  const count = readingsFor(context.views.length);
  let states: State[] = new Array<State>(count).fill(emptyState);
  let step = 0;
  for (const place of placesOf(context, lecture)) {
    const forks = new Map<State, Fork>();
    for (const state of states) if (!forks.has(state)) forks.set(state, forkOf(state, place, model));
    const drawn = [...forks.values()].some(({ options }) => options.length > 1);
    const lot = keptLots(drawn ? step++ : 0, count);
    states = states.map((state, reading) => follow(forks.get(state)!, lot[reading]!, place));
  }
  const read = new Map([...new Set(states)].map((state) => [state, threadsOf(state)]));
  return states.map((state) => read.get(state)!);
}
