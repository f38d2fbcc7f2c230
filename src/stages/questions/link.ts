import { addressing, likenesses, reactions, remembering } from './bearing.js';
import { beginning, goesOn, goingOn } from './continuing.js';
import { type Features, flag } from './features.js';
import type { Place } from './place.js';
import { queueing } from './queue.js';
import { type Groups, namesOf, type Row, write } from './row.js';
import type { Asking, State, Thread } from './thread.js';
import { answeringFeatures, askedWhom, askingFeatures, idleness } from './wording.js';

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
function askingOf(asking: Asking, { context }: Place): Features {
  const features = askings.get(asking) ?? askingFeatures(asking, context);
  askings.set(asking, features);
  return features;
}

/** What holds of a link whatever was decided before it. */
function lasting(place: Place, asking: Asking): Groups {
  place.own ??= answeringFeatures(place);
  return [
    { bias: 1 },
    addressing(place, asking),
    reactions(place, asking),
    likenesses(place, asking),
    askingOf(asking, place),
    askedWhom(asking, place.view.person),
    place.own,
  ];
}

/** What follows from the decisions before it. */
const passing = (place: Place, state: State, thread: Thread, kinds: readonly Kind[]): Groups => [
  remembering(place, state, thread),
  queueing(place, state, thread),
  beginning(place, state, thread),
  goingOn(place, state, thread),
  idleness(place, state),
  {
    on: flag(kinds[0] === 'on'),
    back: flag(kinds[0] === 'back'),
    starts: flag(kinds[0] === 'new'),
    brief: flag(kinds.length > 1),
  },
];

/** Features that are also held against those of the other links, and the names of by how much they surpass them. */
const compared = { like: 'likeBest', likeMass: 'massBest', toLikely: 'likelyBest', qPhrase: 'phraseBest' };

/** The names of all features and the places of those to compare; known from the first link on. */
interface Layout {
  names: readonly string[];
  /** Place of the first feature that follows from decisions. */
  passing: number;
  compared: readonly { from: number; to: number }[];
  quotes: number;
}
let layout: Layout | undefined;

function layoutOf(first: Groups, second: Groups): Layout {
  const lasts = namesOf(first);
  const names = [...lasts, ...namesOf(second), ...Object.values(compared)];
  return {
    names,
    passing: lasts.length,
    compared: Object.entries(compared).map(([from, to]) => ({
      from: names.indexOf(from),
      to: names.indexOf(to),
    })),
    quotes: names.indexOf('quotes'),
  };
}

function kindsOf(place: Place, state: State, thread: Thread): Kind[] {
  const { view } = place;
  const kinds: Kind[] = [
    goesOn(place, state, thread) ? 'on' : thread.replies.has(view.person) ? 'back' : 'new',
  ];
  if (view.confirm && view.plain.length < BRIEF) kinds.push('brief');
  return kinds;
}

/** A row in which the features that follow from decisions are still to be written. */
function lastingRow(place: Place, asking: Asking, { names }: Layout): Row {
  const known = place.rows.get(asking);
  if (known) return known;
  const row = new Array<number>(names.length).fill(0);
  write(row, 0, lasting(place, asking));
  place.rows.set(asking, row);
  return row;
}

interface Draft extends Link {
  row: number[];
}

function linkOf(place: Place, state: State, thread: Thread): Draft {
  const kinds = kindsOf(place, state, thread);
  const now = passing(place, state, thread, kinds);
  layout ??= layoutOf(lasting(place, thread.asking), now);
  const row = lastingRow(place, thread.asking, layout).slice();
  write(row, layout.passing, now);
  return { kinds, names: layout.names, row };
}

/** Adds to each link by how much a feature surpasses that of every other link. */
function compare(links: readonly Draft[], from: number, to: number): void {
  let first = Number.NEGATIVE_INFINITY;
  let second = links.length > 1 ? first : 0;
  for (const { row } of links) {
    const value = row[from]!;
    if (value > first) [first, second] = [value, links.length > 1 ? first : 0];
    else if (value > second) second = value;
  }
  for (const { row } of links) row[to] = row[from]! - (row[from] === first ? second : first);
}

/** A message as the answer to each of some threads. */
export function linksOf(place: Place, threads: readonly Thread[], state: State): Link[] {
  const links = threads.map((thread) => linkOf(place, state, thread));
  for (const { from, to } of layout?.compared ?? []) compare(links, from, to);
  return links;
}

/** The link whose question a message quotes, whatever the weights say of it; -1 where it quotes none. */
export const quotedBy = (links: readonly Link[]): number =>
  links.findIndex(({ row }) => row[layout?.quotes ?? -1] === 1);
