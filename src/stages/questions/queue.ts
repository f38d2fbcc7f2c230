import { type Features, flag, late } from './features.js';
import type { Place } from './place.js';
import type { Formulas } from './standing.js';
import { type Thread, waiting } from './thread.js';

/** Seconds to type a character: who answers at length cannot have begun before the question. */
const TYPING = 0.5;

/** Place of the latest message of a thread. */
function latest(thread: Thread): number {
  let place = thread.last;
  for (const { index } of thread.replies.values()) if (index > place) place = index;
  return place;
}

/** Since when the thread waits, whatever else is asked. */
export function waitingFeatures({ view, index, spoken }: Place, thread: Thread): Features {
  const wait = waiting(thread);
  const gap = late(view.clock - thread.clock) / 2;
  return {
    gap,
    tooFast: Math.max(0, 1 - (view.clock - thread.clock) / (2 + TYPING * view.plain.length)),
    follows: flag(thread.last === index - 1),
    crowd: Math.min(index - latest(thread) - 1, 10) / 10,
    waiting: flag(wait),
    waitConfirm: flag(wait && view.confirm),
    waitFollow: flag(wait && view.followUp),
    waitGap: wait ? gap : 0,
    waitAsk: flag(wait && thread.asks),
    spokenSince: Math.min(spoken - thread.said, 12) / 12,
    closed: flag(thread.closed),
    otherReplied: flag(thread.replies.size > (thread.replies.has(view.person) ? 1 : 0)),
    speakerReplied: flag(view.person !== 0 && thread.replies.has(0)),
  };
}

/** Where the thread stands among those that might be answered as well. */
export const queueing = {
  rank: ({ younger }) => Math.min(younger, 6) / 6,
  newest: ({ younger }) => flag(younger === 0),
  newestWaiting: ({ wait, youngerWaiting }) => flag(wait && youngerWaiting === 0),
  oldestWaiting: ({ wait, olderWaiting }) => flag(wait && olderWaiting === 0),
  onlyWaiting: ({ wait, youngerWaiting, olderWaiting }) => flag(wait && youngerWaiting + olderWaiting === 0),
  olderWaiting: ({ olderWaitingAsks }) => Math.min(olderWaitingAsks, 3) / 3,
  superseded: ({ superseded }) => flag(superseded),
  supersededAnswered: ({ supersededAnswered }) => flag(supersededAnswered),
  waitingCount: ({ waitingAsks }) => Math.min(waitingAsks, 8) / 8,
  askerIdle: ({ thread, moment: { doings } }) => flag((doings[thread.person]?.idle ?? -1) > thread.clock),
} satisfies Formulas;
