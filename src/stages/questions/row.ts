import { kept } from '../../memory/remembered.js';
import { addressing, likenesses, reactions, writeLikenesses } from './bearing.js';
import { type Features, flag } from './features.js';
import type { Place } from './place.js';
import { waitings, writeWaiting } from './queue.js';
import { goingOn, type Moment, type Strip, standings, writeGoingOn, writeStandings } from './standing.js';
import type { Asking, Thread } from './thread.js';
import { answeringFeatures, askingFeatures, whoms, writeAskedWhom } from './wording.js';

/** Whether the person of a message goes on answering a thread, comes back to it, or begins. */
export const ways = ['on', 'back', 'new'] as const;
/** One of `ways`. */
export type Way = (typeof ways)[number];

/** How a message may answer: its way, and `brief` for a mere yes or no; a model has weights for each. */
export type Kind = Way | 'brief';

/** A mere yes or no is shorter than this. */
const BRIEF = 7;

/** Is the message a mere yes or no? */
export const isBrief = ({ view }: Place): boolean => view.confirm && view.plain.length < BRIEF;

/** The way in which a message answers a thread. */
export function wayOf({ view }: Place, thread: Thread, goesOn: boolean): Way {
  if (goesOn) return 'on';
  return thread.replies.has(view.person) ? 'back' : 'new';
}

/** What holds of a message as the answer to anything. */
const own = (place: Place): Features => ({ bias: 1, ...answeringFeatures(place) });

/** What holds of it as the answer to a person. */
const personal = (place: Place, person: number): Features[] => [
  addressing(place, person),
  reactions(place, person),
];

const kinds = ['on', 'back', 'starts', 'brief'];

/** Features that are also held against those of the other links, and the names of by how much they surpass them. */
const compares = { like: 'likeBest', likeMass: 'massBest', toLikely: 'likelyBest', qPhrase: 'phraseBest' };
/** How many they are: room for those of all links is set apart before a talk is read. */
export const COMPARED = Object.keys(compares).length;

/**
 * Where the numbers of a link stand in its row, from what holds of most links to what holds of one alone: rows are gone
 * through much faster than features by name. Each part begins where its name says.
 */
export interface Layout {
  names: readonly string[];
  /** What holds of the message as the answer to a person, to a question of his, and to a thread, whatever the state. */
  person: number;
  asking: number;
  thread: number;
  /** What follows from the state, and of that how the link goes on, 0 where it does not. */
  standing: number;
  goingOn: number;
  /** Features that are held against those of other links, in order. */
  compared: readonly number[];
}

let known: Layout | undefined;

/** The layout, the same for all links; known from the first message on. */
export function layoutOf(place: Place): Layout {
  if (known) return known;
  const { view, context } = place;
  const asking = { views: [view], grams: view.grams, asksAtAll: false };
  const parts = [
    Object.keys(own(place)),
    personal(place, view.person).flatMap((part) => Object.keys(part)),
    [...likenesses, ...whoms, ...Object.keys(askingFeatures(asking, context))],
    [...waitings, ...kinds],
    standings,
    Object.values(compares),
    goingOn,
  ];
  const names = parts.flat();
  const begin = (part: number) => names.indexOf(parts[part]![0]!);
  known = {
    names,
    person: begin(1),
    asking: begin(2),
    thread: begin(3),
    standing: begin(4),
    goingOn: begin(6),
    compared: Object.keys(compares).map((name) => names.indexOf(name)),
  };
  return known;
}

/** Writes what holds of a message as the answer to anything into a row that begins at a place. */
export function writeOwn(rows: Float64Array, begin: number, place: Place): void {
  rows.set(Object.values(own(place)), begin);
}

/** Writes what holds of it as the answer to a person. */
export function writePersonal(
  rows: Float64Array,
  begin: number,
  layout: Layout,
  place: Place,
  person: number,
): void {
  let at = begin + layout.person;
  for (const part of personal(place, person)) for (const name in part) rows[at++] = part[name]!;
}

const looks = new WeakMap<Asking, Float64Array>();

/** What a question looks like, worked out once for all messages that may answer it. */
const lookOf = (asking: Asking, { context }: Place): Float64Array =>
  kept(looks, asking, () => Float64Array.from(Object.values(askingFeatures(asking, context))));

/** Writes what holds of it as the answer to a question, whatever was decided before it. */
export function writeAsking(
  rows: Float64Array,
  begin: number,
  layout: Layout,
  place: Place,
  asking: Asking,
): void {
  const at = begin + layout.asking;
  writeLikenesses(rows, at, place, asking);
  writeAskedWhom(rows, at + likenesses.length, asking, place.view.person);
  rows.set(lookOf(asking, place), at + likenesses.length + whoms.length);
}

/** Writes what holds of it as the answer to a thread, in any state. */
export function writeThread(
  rows: Float64Array,
  begin: number,
  layout: Layout,
  place: Place,
  thread: Thread,
  way: Way,
): void {
  const at = begin + layout.thread;
  writeWaiting(rows, at, place, thread);
  const next = at + waitings.length;
  rows[next] = flag(way === 'on');
  rows[next + 1] = flag(way === 'back');
  rows[next + 2] = flag(way === 'new');
  rows[next + 3] = flag(isBrief(place));
}

/** Writes by how much a value of each link surpasses that of every other; there are so many values a link. */
function writeSurpassing(to: Strip, at: number, count: number, values: Float64Array, step: number): void {
  let first = Number.NEGATIVE_INFINITY;
  let second = count > 1 ? first : 0;
  for (let i = 0, from = at; i < count; i++, from += step) {
    const value = values[from]!;
    if (value > first) {
      second = count > 1 ? first : 0;
      first = value;
    } else if (value > second) second = value;
  }
  const { rows, width, begin } = to;
  for (let i = 0, from = at; i < count; i++, from += step) {
    const value = values[from]!;
    rows[begin + i * width + standings.length + at] = value - (value === first ? second : first);
  }
}

/**
 * Writes what follows from a state: what holds of a message as the answer to each of its threads among the others.
 * `values` are the compared features of each link, one link after another.
 */
export function writePassing(to: Strip, moment: Moment, values: Float64Array): void {
  const count = moment.threads.length;
  const step = COMPARED;
  writeStandings(to, moment);
  for (let i = 0; i < step; i++) writeSurpassing(to, i, count, values, step);
  if (moment.goesOn < 0) return;
  writeGoingOn(to.rows, to.begin + moment.goesOn * to.width + standings.length + step, moment);
}
