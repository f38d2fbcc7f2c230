import { flag, late } from './features.js';
import { compare, likeness } from './overlap.js';
import type { Place } from './place.js';
import { type Reply, type Thread, waiting } from './thread.js';

/** Seconds to type a character: who answers at length cannot have begun before the question. */
const TYPING = 0.5;

/** Place of the latest message of a thread. */
function latest({ last, replies }: Thread): number {
  let place = last;
  for (const { index } of replies.values()) if (index > place) place = index;
  return place;
}

/** How far a message goes on saying what its person answered so far. */
function likeReply({ told, context: { rarity } }: Place, reply: Reply | undefined): number {
  if (!reply) return 0;
  compare(rarity, told, reply.grams);
  return likeness(rarity);
}

/** Names of what `writeWaiting` writes. */
export const waitings = [
  'likeReply',
  'gap',
  'tooFast',
  'follows',
  'crowd',
  'waiting',
  'waitConfirm',
  'waitFollow',
  'waitGap',
  'waitAsk',
  'spokenSince',
  'closed',
  'otherReplied',
  'speakerReplied',
];

/** Writes since when a thread waits for the message, whatever else is asked, and who answered so far. */
export function writeWaiting(row: Float64Array, at: number, place: Place, thread: Thread): void {
  const { view, index, spoken } = place;
  const { replies } = thread;
  const wait = waiting(thread);
  const seconds = view.clock - thread.clock;
  const gap = late(seconds) / 2;
  row[at] = likeReply(place, replies.get(view.person));
  row[at + 1] = gap;
  row[at + 2] = Math.max(0, 1 - seconds / (2 + TYPING * view.plain.length));
  row[at + 3] = flag(thread.last === index - 1);
  row[at + 4] = Math.min(index - latest(thread) - 1, 10) / 10;
  row[at + 5] = flag(wait);
  row[at + 6] = flag(wait && view.confirm);
  row[at + 7] = flag(wait && view.followUp);
  row[at + 8] = wait ? gap : 0;
  row[at + 9] = flag(wait && thread.asks);
  row[at + 10] = Math.min(spoken - thread.said, 12) / 12;
  row[at + 11] = flag(thread.closed);
  row[at + 12] = flag(replies.size > (replies.has(view.person) ? 1 : 0));
  row[at + 13] = flag(view.person !== 0 && replies.has(0));
}
