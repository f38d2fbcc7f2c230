import { flag, late } from './features.js';
import type { Place } from './place.js';
import type { Doing, State, Thread } from './thread.js';

/** What a message finds in a state, whichever of its threads it answers. */
export interface Moment {
  place: Place;
  /** The threads that it may answer, in order of their beginning. */
  threads: readonly Thread[];
  /** Which of them its person answered last; -1 if none. */
  goesOn: number;
  /** When each person last wrote something that answers nothing. */
  idles: State['idle'];
  /** What its person answered last, whichever it was, and how he answers. */
  last: Doing['answered'] | undefined;
  habit: Doing['habit'] | undefined;
  /** How lately he wrote something that answers nothing, 0 to 1. */
  idle: number;
  /** Share of the threads whose answer the person began with a mention, where he does not do so now. */
  unaddressed: number;
  /** Whom the strange names in it were taken to mean. */
  named: readonly number[];
}

const none: readonly number[] = [];

/** Looks at a state with a message that may answer some of its threads. */
export function momentOf(place: Place, threads: readonly Thread[], { doings, idle, named }: State): Moment {
  const { view } = place;
  const doing = doings[view.person];
  const last = doing?.answered;
  const habit = doing?.habit;
  const rested = idle[view.person];
  const alone = view.mentions.length === 0 && view.quote === '';
  return {
    place,
    threads,
    goesOn: last ? threads.findIndex(({ first }) => first === last.first) : -1,
    idles: idle,
    last,
    habit,
    idle: rested === undefined ? 0 : Math.exp(-(view.clock - rested) / 60),
    unaddressed: alone && habit ? habit.addressed / habit.threads : 0,
    named: view.strange.length === 0 ? none : view.strange.flatMap((name) => named.get(name) ?? []),
  };
}

/** What became of a thread's asker: he asked nothing later on, or did, or was even answered there. */
const later = { none: 0, asked: 1, answered: 2 };

/** How far the asker of one of the threads has gone on to a later one of them. */
function laterBy(threads: readonly Thread[], at: number): number {
  const { person } = threads[at]!;
  let found = later.none;
  for (let i = at + 1; i < threads.length; i++) {
    const thread = threads[i]!;
    if (thread.person !== person) continue;
    if (!thread.waits) return later.answered;
    found = later.asked;
  }
  return found;
}

/** Names of what `writeStandings` writes for each thread. */
export const standings = [
  'rank',
  'newest',
  'newestWaiting',
  'oldestWaiting',
  'onlyWaiting',
  'olderWaiting',
  'superseded',
  'supersededAnswered',
  'waitingCount',
  'askerIdle',
  'toRemembered',
  'toForgotten',
  'bareStart',
  'sameAsker',
  'skips',
  'aIdle',
];

/** Where to write what follows from a state: a row for each link, `width` numbers after that of the link before it. */
export interface Strip {
  rows: Float64Array;
  begin: number;
  width: number;
}

/**
 * Writes where each thread stands among those that might be answered as well, and how answering it fits what persons did
 * last.
 */
export function writeStandings({ rows, begin, width }: Strip, moment: Moment): void {
  const { threads, idles, last, named, unaddressed, goesOn, idle, place } = moment;
  const hurried = last !== undefined && place.view.clock - last.clock < 30;
  let waits = 0;
  let asking = 0;
  for (let i = 0; i < threads.length; i++) {
    if (!threads[i]!.waits) continue;
    waits++;
    if (threads[i]!.asksAtAll) asking++;
  }
  let older = 0;
  let olderAsking = 0;
  for (let i = 0, to = begin; i < threads.length; i++, to += width) {
    const thread = threads[i]!;
    const wait = thread.waits ? 1 : 0;
    const asks = wait === 1 && thread.asksAtAll ? 1 : 0;
    const younger = waits - older - wait;
    const superseded = laterBy(threads, i);
    const first = threads.length - 1 - i;
    rows[to] = Math.min(first, 6) / 6;
    rows[to + 1] = flag(first === 0);
    rows[to + 2] = younger === 0 ? wait : 0;
    rows[to + 3] = older === 0 ? wait : 0;
    rows[to + 4] = younger + older === 0 ? wait : 0;
    rows[to + 5] = Math.min(olderAsking, 3) / 3;
    rows[to + 6] = flag(superseded !== later.none);
    rows[to + 7] = flag(superseded === later.answered);
    rows[to + 8] = Math.min(asking - asks, 8) / 8;
    rows[to + 9] = flag((idles[thread.person] ?? -1) > thread.clock);
    const remembered = named.length > 0 && named.includes(thread.person);
    rows[to + 10] = flag(remembered);
    rows[to + 11] = flag(named.length > 0 && !remembered);
    rows[to + 12] = i === goesOn ? 0 : unaddressed;
    rows[to + 13] = flag(i !== goesOn && last?.asker === thread.person);
    rows[to + 14] = flag(i !== goesOn && hurried && thread.last < last!.index);
    rows[to + 15] = idle;
    older += wait;
    olderAsking += asks;
  }
}

/** Names of what `writeGoingOn` writes; all are 0 for a link that does not go on with the thread answered last. */
export const goingOn = [
  'goesOnSoon',
  'goesOnLate',
  'goesOnNext',
  'goesOnUndisturbed',
  'goesOnWhileWait',
  'goesOnOpen',
  'goesOnFollow',
  'goesOnListed',
  'goesOnMany',
  'fresh',
  'bareGoesOn',
  'length',
];

/** Writes how a message goes on with the thread that its person answered last. */
export function writeGoingOn(row: Float64Array, at: number, moment: Moment): void {
  const { threads, place, habit, unaddressed } = moment;
  const { view, index, context } = place;
  const last = moment.last!;
  const thread = threads[moment.goesOn]!;
  const others = threads.filter((other) => other !== thread);
  const since = view.clock - last.clock;
  row[at] = Math.exp(-since / 60);
  row[at + 1] = late(since);
  row[at + 2] = flag(last.index === index - 1);
  row[at + 3] = flag(!others.some((other) => other.first > last.index));
  row[at + 4] = flag(others.some((other) => other.waits && other.asksAtAll));
  row[at + 5] = flag(context.views[last.index]!.open);
  row[at + 6] = flag(view.followUp);
  row[at + 7] = flag(view.listed);
  row[at + 8] = Math.min(thread.replies.get(view.person)!.ids.length, 6) / 6;
  row[at + 9] = flag(thread.last > last.index);
  row[at + 10] = unaddressed;
  row[at + 11] = Math.min(habit ? habit.messages / habit.threads : 2, 5);
}
