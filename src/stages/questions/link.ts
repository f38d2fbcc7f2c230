import { kept } from '../../language/remembered.js';
import { addressing, continuity, likenesses, reactions, remembering } from './bearing.js';
import { apart, beginning, goingOn } from './continuing.js';
import { type Features, flag } from './features.js';
import type { Settled } from './model.js';
import type { Place } from './place.js';
import { queueing, waitingFeatures } from './queue.js';
import { type Groups, namesOf, type Row, write } from './row.js';
import { type Formulas, idleness, type Standing, standingsOf } from './standing.js';
import type { Asking, State, Thread } from './thread.js';
import { answeringFeatures, askedWhom, askingFeatures } from './wording.js';

/** The ways in which a message may answer; a model has weights for all links and for each kind. */
export type Kind = 'on' | 'back' | 'new' | 'brief';

/** A message as the answer to a thread. */
export interface Link {
  /** Whether its person goes on answering the thread, comes back to it, or begins; `brief` for a mere yes or no. */
  kinds: readonly Kind[];
  /** The names of features, the same list for all links, and the features. */
  names: readonly string[];
  row: Row;
}

/** The features of a link by name. */
export const featuresOf = ({ names, row }: Link): Features =>
  Object.fromEntries(names.map((name, i) => [name, row[i]!]));

/** A mere yes or no is shorter than this. */
const BRIEF = 7;

const askings = new WeakMap<Asking, Features>();

/** What a question looks like, worked out once for all messages that may answer it. */
const askingOf = (asking: Asking, { context }: Place): Features =>
  kept(askings, asking, () => askingFeatures(asking, context));

/** What holds of a message as the answer to anything. */
const own = (place: Place): Groups => [{ bias: 1 }, answeringFeatures(place)];

/** What holds of it as the answer to a question, whatever was decided before it. */
const lasting = (place: Place, asking: Asking): Groups => [
  addressing(place, asking),
  reactions(place, asking),
  likenesses(place, asking),
  askingOf(asking, place),
  askedWhom(asking, place.view.person),
];

/** What else holds of it as the answer to one thread, in any state. */
const threadwise = (place: Place, thread: Thread, kinds: readonly Kind[]): Groups => [
  continuity(place, thread),
  waitingFeatures(place, thread),
  {
    on: flag(kinds[0] === 'on'),
    back: flag(kinds[0] === 'back'),
    starts: flag(kinds[0] === 'new'),
    brief: flag(kinds.length > 1),
  },
];

/** What follows from the other decisions before it. */
const passing: Formulas = { ...remembering, ...queueing, ...beginning, ...idleness };
const formulas = Object.values(passing);

/** Features that are also held against those of the other links, and the names of by how much they surpass them. */
const compared = { like: 'likeBest', likeMass: 'massBest', toLikely: 'likelyBest', qPhrase: 'phraseBest' };

/** The names of all features and the places of some, known from the first link on. */
interface Layout {
  names: readonly string[];
  /** Places of the first feature of a question, of a thread, that follows from a state, and of going on alone. */
  lasting: number;
  threadwise: number;
  passing: number;
  goingOn: number;
  compared: readonly { from: number; to: number }[];
  quotes: number;
}
let layout: Layout | undefined;

function layoutOf(place: Place, thread: Thread): Layout {
  const first = namesOf(own(place));
  const lasts = [...first, ...namesOf(lasting(place, thread.asking))];
  const known = [...lasts, ...namesOf(threadwise(place, thread, []))];
  const followed = [...known, ...Object.keys(passing), ...Object.values(compared)];
  const names = [...followed, ...Object.keys(apart)];
  return {
    names,
    lasting: first.length,
    threadwise: lasts.length,
    passing: known.length,
    goingOn: followed.length,
    compared: Object.entries(compared).map(([from, to]) => ({
      from: names.indexOf(from),
      to: names.indexOf(to),
    })),
    quotes: names.indexOf('quotes'),
  };
}

function kindsOf({ view }: Place, thread: Thread, goesOn: boolean): Kind[] {
  const kinds: Kind[] = [goesOn ? 'on' : thread.replies.has(view.person) ? 'back' : 'new'];
  if (view.confirm && view.plain.length < BRIEF) kinds.push('brief');
  return kinds;
}

function ownRow(place: Place, { names }: Layout): Row {
  const row = new Array<number>(names.length).fill(0);
  write(row, 0, own(place));
  return row;
}

/** A row in which only what lasts is written. */
function lastingRow(place: Place, asking: Asking, layout: Layout): Row {
  place.own ??= ownRow(place, layout);
  const row = place.own.slice();
  write(row, layout.lasting, lasting(place, asking));
  return row;
}

/** A link in which what follows from the state is written anew for each state that has its thread. */
export interface Draft extends Link {
  row: number[];
  /** Places of the first feature that follows from the state, and of the first that is 0 for good. */
  passing: number;
  end: number;
  settled?: Settled;
}

function draft(place: Place, thread: Thread, goesOn: boolean, layout: Layout): Draft {
  const kinds = kindsOf(place, thread, goesOn);
  const row = kept(place.rows, thread.asking, (asking) => lastingRow(place, asking, layout)).slice();
  write(row, layout.threadwise, threadwise(place, thread, kinds));
  const { names, passing, goingOn: end } = layout;
  return { kinds, names, row, passing, end: goesOn ? names.length : end };
}

function draftOf(place: Place, thread: Thread, goesOn: boolean): Draft {
  layout ??= layoutOf(place, thread);
  const known = layout;
  return kept(place.drafts[goesOn ? 'on' : 'apart'], thread, () => draft(place, thread, goesOn, known));
}

function filled(place: Place, standing: Standing): Draft {
  const draft = draftOf(place, standing.thread, standing.goesOn);
  const { row, passing } = draft;
  for (let i = 0; i < formulas.length; i++) row[passing + i] = formulas[i]!(standing);
  if (standing.goesOn) write(row, layout!.goingOn, [goingOn(standing)]);
  return draft;
}

/** Adds to each link by how much a feature surpasses that of every other link. */
function compare(links: readonly Draft[], from: number, to: number): void {
  let first = Number.NEGATIVE_INFINITY;
  let second = links.length > 1 ? first : 0;
  for (const { row } of links) {
    const value = row[from]!;
    if (value > first) {
      second = links.length > 1 ? first : 0;
      first = value;
    } else if (value > second) second = value;
  }
  for (const { row } of links) row[to] = row[from]! - (row[from] === first ? second : first);
}

/** A message as the answer to each of the threads that it may answer, until the next state is looked at. */
export function draftsOf(place: Place, threads: readonly Thread[], state: State): Draft[] {
  const drafts = standingsOf(place, threads, state).map((standing) => filled(place, standing));
  for (const { from, to } of layout?.compared ?? []) compare(drafts, from, to);
  return drafts;
}

/** A message as the answer to each of the threads that it may answer. */
export const linksOf = (place: Place, threads: readonly Thread[], state: State): Link[] =>
  draftsOf(place, threads, state).map(({ kinds, names, row }) => ({ kinds, names, row: row.slice() }));

/** The link whose question a message quotes, whatever the weights say of it; -1 where it quotes none. */
export const quotedBy = (links: readonly Link[]): number =>
  links.findIndex(({ row }) => row[layout?.quotes ?? -1] === 1);
