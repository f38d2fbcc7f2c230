import { type Desk, deskFor, type Room, roomFor } from './desk.js';
import type { Context } from './features.js';
import type { Model } from './model.js';
import { type Option, optionsOf } from './options.js';
import { type Place, placesOf } from './place.js';
import { lately, take } from './steps.js';
import { copyOf, emptyState, type State, type Thread, threadsOf } from './thread.js';

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

/** Readings that took all the same steps so far. */
interface Strand {
  state: State;
  readings: readonly number[];
}

/** What a strand may do at a place, and where the share of each option ends. */
interface Fork {
  strand: Strand;
  options: readonly Option[];
  ends: readonly number[];
}

const whole: readonly number[] = [1];

/** Where the share of each option of all ends. */
function endsOf(options: readonly Option[]): number[] {
  const ends: number[] = [];
  let all = 0;
  for (const { score } of options) {
    const weight = Math.exp(score * SHARPNESS);
    ends.push(weight);
    all += weight;
  }
  let sum = 0;
  for (let i = 0; i < ends.length; i++) {
    sum += ends[i]! / all;
    ends[i] = sum;
  }
  return ends;
}

function forkOf(strand: Strand, desk: Desk): Fork {
  lately(strand.state, desk.place.view);
  const options = optionsOf(desk, strand.state);
  return { strand, options, ends: options.length > 1 ? endsOf(options) : whole };
}

/** The option that a reading draws by its lot. */
function drawn(ends: readonly number[], lot: number): number {
  for (let i = 0; i < ends.length; i++) if (lot < ends[i]!) return i;
  return ends.length - 1;
}

/**
 * Takes a fork's options, and adds the strands that come of it: the strand goes on as the first that is drawn; a copy of
 * its state, as each other.
 */
function follow({ strand, options, ends }: Fork, lots: Float64Array, place: Place, strands: Strand[]): void {
  const { state, readings } = strand;
  const first = drawn(ends, lots[readings[0]!]!);
  if (readings.every((reading) => drawn(ends, lots[reading]!) === first)) {
    take(options[first]!.step, place, state);
    strands.push(strand);
    return;
  }
  const choices = readings.map((reading) => drawn(ends, lots[reading]!));
  const parted = [...new Set(choices)].map((option, k) => ({
    option,
    strand: {
      state: k === 0 ? state : copyOf(state),
      readings: readings.filter((_, reading) => choices[reading] === option),
    },
  }));
  for (const { option, strand } of parted) {
    take(options[option]!.step, place, strand.state);
    strands.push(strand);
  }
}

/**
 * Ways to take the messages of a talk as questions and answers, drawn by how likely their steps are; the likelier
 * something is, the more of them hold it. Each is all threads of one way, answered or not, in order. `lecture` holds the
 * ids that only teach. Drawn by fixed lots, so the same talk is always read alike.
 */
export function readingsOf(context: Context, lecture: ReadonlySet<number>, model: Model): Thread[][] {
  const count = readingsFor(context.views.length);
  const all = Array.from({ length: count }, (_, reading) => reading);
  let strands: Strand[] = [{ state: emptyState(), readings: all }];
  let step = 0;
  let room: Room | undefined;
  for (const place of placesOf(context, lecture)) {
    room ??= roomFor(place, model);
    const desk = deskFor(place, room);
    const forks = strands.map((strand) => forkOf(strand, desk));
    const open = forks.some(({ options }) => options.length > 1);
    const lots = keptLots(open ? step++ : 0, count);
    strands = [];
    for (const fork of forks) follow(fork, lots, place, strands);
  }
  const read: Thread[][] = new Array(count);
  for (const { state, readings } of strands) {
    const threads = threadsOf(state);
    for (const reading of readings) read[reading] = threads;
  }
  return read;
}
