import { asks } from './around.js';
import { addressing, likenesses, reactions } from './bearing.js';
import type { View } from './evidence.js';
import { type Context, type Features, flag, late } from './features.js';
import { type Place, placeOf } from './place.js';
import type { State, Thread } from './thread.js';
import { askingFeatures, asksAtAll } from './wording.js';

/** The ways in which a message may answer; a model has weights for all links and for each kind. */
export type Kind = 'on' | 'back' | 'new' | 'brief';

/** A message as the answer to a thread. */
export interface Link {
  /** Whether its person goes on answering the thread, comes back to it, or begins; `brief` for a mere yes or no. */
  kinds: Kind[];
  features: Features;
}

/** Seconds to type a character: who answers at length cannot have begun before the question. */
const TYPING = 0.5;
/** A mere yes or no is shorter than this. */
const BRIEF = 7;

const waiting = (thread: Thread) => thread.replies.size === 0;

/** Where the thread stands among those that might be answered as well. */
function queueing({ view, state }: Place, thread: Thread): Features {
  const others = state.open.filter((other) => other !== thread && other.person !== view.person);
  const younger = others.filter((other) => other.first > thread.first);
  const older = others.filter((other) => other.first < thread.first && waiting(other));
  const newerOwn = younger.filter((other) => other.person === thread.person);
  const wait = waiting(thread);
  const since = Math.max(thread.last, ...[...thread.replies.values()].map((one) => one.index));
  return {
    gap: late(view.clock - thread.clock) / 2,
    tooFast: Math.max(0, 1 - (view.clock - thread.clock) / (2 + TYPING * view.plain.length)),
    rank: Math.min(younger.length, 6) / 6,
    newest: flag(younger.length === 0),
    follows: flag(thread.last === state.index - 1),
    crowd: Math.min(state.index - since - 1, 10) / 10,
    waiting: flag(wait),
    newestWaiting: flag(wait && !younger.some(waiting)),
    oldestWaiting: flag(wait && older.length === 0),
    onlyWaiting: flag(wait && !others.some(waiting)),
    olderWaiting: Math.min(older.filter(asksAtAll).length, 3) / 3,
    waitConfirm: flag(wait && view.confirm),
    waitFollow: flag(wait && view.followUp),
    waitGap: wait ? late(view.clock - thread.clock) / 2 : 0,
    waitAsk: flag(wait && thread.views.some(asks)),
    superseded: flag(newerOwn.length > 0),
    supersededAnswered: flag(newerOwn.some((other) => !waiting(other))),
    waitingCount: Math.min(others.filter((other) => waiting(other) && asksAtAll(other)).length, 8) / 8,
    askerIdle: flag((state.idle.get(thread.person) ?? -1) > thread.clock),
    spokenSince: Math.min((state.said.get(0) ?? 0) - thread.said, 12) / 12,
    closed: flag(thread.closed),
    otherReplied: flag([...thread.replies.keys()].some((who) => who !== view.person)),
    speakerReplied: flag(view.person !== 0 && thread.replies.has(0)),
  };
}

/** How the link fits what the person answered before. */
function continuing({ view, state, context }: Place, thread: Thread): Features {
  const last = state.answered.get(view.person);
  const habit = state.habits.get(view.person);
  const addressed = habit ? habit.addressed / habit.threads : 0;
  const unaddressed = flag(view.mentions.length === 0 && view.quote === '') * addressed;
  if (last?.thread !== thread)
    return {
      bareStart: unaddressed,
      sameAsker: flag(last?.thread.person === thread.person),
      skips: flag(last !== undefined && view.clock - last.clock < 30 && thread.last < last.index),
    };
  const others = state.open.filter((other) => other !== thread && other.person !== view.person);
  return {
    goesOnSoon: Math.exp(-(view.clock - last.clock) / 60),
    goesOnLate: late(view.clock - last.clock),
    goesOnNext: flag(last.index === state.index - 1),
    goesOnUndisturbed: flag(!others.some((other) => other.first > last.index)),
    goesOnWhileWait: flag(others.some((other) => waiting(other) && asksAtAll(other))),
    goesOnOpen: flag(context.views[last.index]!.open),
    goesOnFollow: flag(view.followUp),
    goesOnListed: flag(view.listed),
    goesOnMany: Math.min(thread.replies.get(view.person)!.ids.length, 6) / 6,
    fresh: flag(thread.last > last.index),
    bareGoesOn: unaddressed,
    length: Math.min(habit ? habit.messages / habit.threads : 2, 5),
  };
}

function linkOf(place: Place, thread: Thread): Link {
  const { view, state } = place;
  const goesOn = state.answered.get(view.person)?.thread === thread;
  const kinds: Kind[] = [goesOn ? 'on' : thread.replies.has(view.person) ? 'back' : 'new'];
  if (view.confirm && view.plain.length < BRIEF) kinds.push('brief');
  const features = {
    bias: 1,
    ...addressing(place, thread),
    ...reactions(place, thread),
    ...likenesses(place, thread),
    ...queueing(place, thread),
    ...continuing(place, thread),
    ...askingFeatures(thread, view.person, place.context),
    ...place.own,
    on: flag(kinds[0] === 'on'),
    back: flag(kinds[0] === 'back'),
    starts: flag(kinds[0] === 'new'),
    brief: flag(kinds.length > 1),
  };
  return { kinds, features };
}

/** Adds to each link by how much a feature surpasses that of every other link. */
function compare(links: readonly Link[], feature: string, name: string): void {
  const values = links.map((link) => link.features[feature]!);
  const [first = 0, second = 0] = values.toSorted((a, b) => b - a);
  links.forEach((link, i) => {
    link.features[name] = values[i]! - (values[i] === first ? second : first);
  });
}

/** A message as the answer to each of some threads. */
export function linksOf(view: View, threads: readonly Thread[], state: State, context: Context): Link[] {
  const place = placeOf(view, state, context);
  const links = threads.map((thread) => linkOf(place, thread));
  compare(links, 'like', 'likeBest');
  compare(links, 'likeMass', 'massBest');
  compare(links, 'toLikely', 'likelyBest');
  compare(links, 'qPhrase', 'phraseBest');
  return links;
}

/** The link whose question a message quotes, whatever the weights say of it; -1 where it quotes none. */
export const quotedBy = (links: readonly Link[]): number =>
  links.findIndex((link) => link.features.quotes === 1);
