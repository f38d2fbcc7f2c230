import type { View } from './evidence.js';
import type { Place } from './place.js';
import { type Doing, type State, type Thread, waiting } from './thread.js';

/** What a message finds in a state, whichever of its threads it answers. */
export interface Moment {
  place: Place;
  view: View;
  /** The threads that it may answer, in order of their beginning. */
  threads: readonly Thread[];
  doings: State['doings'];
  /** What its person answered last, and how he answers. */
  last: Doing['answered'];
  habit: Doing['habit'];
  /** How lately he wrote something that answers nothing, 0 to 1. */
  idle: number;
  /** Share of the threads whose answer the person began with a mention, where he does not do so now. */
  unaddressed: number;
  /** Whom the strange names in it were taken to mean. */
  named: readonly number[];
}

/** Where a thread stands in a state: the others that the message might answer instead, counted. */
export interface Standing {
  moment: Moment;
  thread: Thread;
  /** It is the thread that the person answered last. */
  goesOn: boolean;
  wait: boolean;
  younger: number;
  youngerWaiting: number;
  olderWaiting: number;
  /** Those of the older ones, and of all others, that wait and are worded as questions. */
  olderWaitingAsks: number;
  waitingAsks: number;
  /** The asker has begun another since; it has been answered. */
  superseded: boolean;
  supersededAnswered: boolean;
}

/** Features that follow from the standing of a thread, by name. */
export type Formulas = Readonly<Record<string, (standing: Standing) => number>>;

const none: readonly number[] = [];

function momentOf(place: Place, threads: readonly Thread[], { doings, named }: State): Moment {
  const { view } = place;
  const { answered: last, habit, idle } = doings[view.person] ?? {};
  const alone = view.mentions.length === 0 && view.quote === '';
  return {
    place,
    view,
    threads,
    doings,
    last,
    habit,
    idle: idle === undefined ? 0 : Math.exp(-(view.clock - idle) / 60),
    unaddressed: alone && habit ? habit.addressed / habit.threads : 0,
    named: view.strange.length === 0 ? none : view.strange.flatMap((name) => named.get(name) ?? []),
  };
}

/** Is a later one of the threads by the asker of one of them, and if `answered`, is it answered? */
function isSuperseded(threads: readonly Thread[], at: number, answered: boolean): boolean {
  const { person } = threads[at]!;
  for (let i = at + 1; i < threads.length; i++)
    if (threads[i]!.person === person && !(answered && waiting(threads[i]!))) return true;
  return false;
}

/** The standing of each thread that a message may answer. */
export function standingsOf(place: Place, threads: readonly Thread[], state: State): Standing[] {
  const moment = momentOf(place, threads, state);
  let allWaiting = 0;
  let allAsking = 0;
  for (const thread of threads) {
    if (!waiting(thread)) continue;
    allWaiting++;
    if (thread.asksAtAll) allAsking++;
  }
  let olderWaiting = 0;
  let olderWaitingAsks = 0;
  return threads.map((thread, i) => {
    const wait = waiting(thread);
    const asks = wait && thread.asksAtAll;
    const superseded = isSuperseded(threads, i, false);
    const standing: Standing = {
      moment,
      thread,
      goesOn: moment.last?.first === thread.first,
      wait,
      younger: threads.length - 1 - i,
      youngerWaiting: allWaiting - olderWaiting - (wait ? 1 : 0),
      olderWaiting,
      olderWaitingAsks,
      waitingAsks: allAsking - (asks ? 1 : 0),
      superseded,
      supersededAnswered: superseded && isSuperseded(threads, i, true),
    };
    if (wait) olderWaiting++;
    if (asks) olderWaitingAsks++;
    return standing;
  });
}

/** What the person did before the message, whichever thread it answers. */
export const idleness = { aIdle: ({ moment }) => moment.idle } satisfies Formulas;
