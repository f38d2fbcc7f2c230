import { type Features, flag, late } from './features.js';
import type { Place } from './place.js';
import type { State, Thread } from './thread.js';

/** Seconds to type a character: who answers at length cannot have begun before the question. */
const TYPING = 0.5;

const waiting = (thread: Thread) => thread.replies.size === 0;

/** The other threads that a message might answer instead of one, counted. */
interface Others {
  younger: number;
  youngerWaiting: number;
  youngerOfAsker: number;
  youngerOfAskerAnswered: number;
  olderWaiting: number;
  olderWaitingAsks: number;
  waitingAsks: number;
}

function othersOf(view: Place['view'], state: State, thread: Thread): Others {
  const count = {
    younger: 0,
    youngerWaiting: 0,
    youngerOfAsker: 0,
    youngerOfAskerAnswered: 0,
    olderWaiting: 0,
    olderWaitingAsks: 0,
    waitingAsks: 0,
  };
  for (const other of state.open) {
    if (other.first === thread.first || other.person === view.person) continue;
    const waits = waiting(other);
    if (waits && other.asksAtAll) count.waitingAsks++;
    if (other.first > thread.first) {
      count.younger++;
      if (waits) count.youngerWaiting++;
      if (other.person !== thread.person) continue;
      count.youngerOfAsker++;
      if (!waits) count.youngerOfAskerAnswered++;
    } else if (waits) {
      count.olderWaiting++;
      if (other.asksAtAll) count.olderWaitingAsks++;
    }
  }
  return count;
}

/** Place of the latest message of a thread. */
function latest(thread: Thread): number {
  let place = thread.last;
  for (const { index } of thread.replies.values()) if (index > place) place = index;
  return place;
}

/** Where the thread stands among those that might be answered as well. */
export function queueing({ view, index, spoken }: Place, state: State, thread: Thread): Features {
  const others = othersOf(view, state, thread);
  const wait = waiting(thread);
  const gap = late(view.clock - thread.clock) / 2;
  return {
    gap,
    tooFast: Math.max(0, 1 - (view.clock - thread.clock) / (2 + TYPING * view.plain.length)),
    rank: Math.min(others.younger, 6) / 6,
    newest: flag(others.younger === 0),
    follows: flag(thread.last === index - 1),
    crowd: Math.min(index - latest(thread) - 1, 10) / 10,
    waiting: flag(wait),
    newestWaiting: flag(wait && others.youngerWaiting === 0),
    oldestWaiting: flag(wait && others.olderWaiting === 0),
    onlyWaiting: flag(wait && others.youngerWaiting + others.olderWaiting === 0),
    olderWaiting: Math.min(others.olderWaitingAsks, 3) / 3,
    waitConfirm: flag(wait && view.confirm),
    waitFollow: flag(wait && view.followUp),
    waitGap: wait ? gap : 0,
    waitAsk: flag(wait && thread.asks),
    superseded: flag(others.youngerOfAsker > 0),
    supersededAnswered: flag(others.youngerOfAskerAnswered > 0),
    waitingCount: Math.min(others.waitingAsks, 8) / 8,
    askerIdle: flag((state.doings[thread.person]?.idle ?? -1) > thread.clock),
    spokenSince: Math.min(spoken - thread.said, 12) / 12,
    closed: flag(thread.closed),
    otherReplied: flag(thread.replies.size > (thread.replies.has(view.person) ? 1 : 0)),
    speakerReplied: flag(view.person !== 0 && thread.replies.has(0)),
  };
}
