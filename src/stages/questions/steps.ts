import type { View } from './evidence.js';
import type { Place } from './place.js';
import {
  answerThread,
  closeThreads,
  extendThread,
  openThread,
  rest,
  type State,
  type Thread,
} from './thread.js';

/** Threads that one message may answer, at most: the median question is answered before two others are asked. */
export const OPEN_THREADS = 16;
/** Seconds after which a thread takes no further message; 99 of 100 answers come within an hour and a half. */
const THREAD_LIFE = 7200;

/**
 * What a message does to the threads: nothing at all (`silent`), answers one, goes on asking in one, opens one, or is
 * talk that belongs to none (`idle`).
 */
export type Step = { does: 'silent' | 'idle' | 'open' } | { does: 'extend' | 'answer'; thread: Thread };

const empty = (view: View) => view.plain === '' && !view.picture && view.mentions.length === 0;
const idleTalk = (view: View) => view.chatter >= 0.8 && !view.mark && !view.ask;

/** Is the message one that neither asks nor answers, whoever wrote it? */
export const isSilent = (view: View): boolean => empty(view) || idleTalk(view);

/** Can the message begin a question? */
export const canOpen = (view: View): boolean => view.plain !== '' || view.picture;

const isYoung = (thread: Thread, now: number) => now - thread.clock < THREAD_LIFE;

/** Makes threads past that are too old or too many when a message comes. */
export function lately(state: State, { clock }: View): void {
  const { open, past } = state;
  let young = 0;
  for (const thread of open) if (isYoung(thread, clock)) young++;
  if (young === open.length && young <= OPEN_THREADS) return;
  state.open = [];
  for (const thread of open)
    if (isYoung(thread, clock) && young-- <= OPEN_THREADS) state.open.push(thread);
    else past.push(thread);
}

/** The threads that the message may answer. */
export function answerable({ person }: View, { open }: State): Thread[] {
  const threads: Thread[] = [];
  for (const thread of open) if (thread.person !== person) threads.push(thread);
  return threads;
}

/**
 * The threads of a member that his message may go on with: one in which he wrote the same before, else his latest. What
 * he asked under another nick is left alone: a question is by one nick.
 */
export function ownThreads(
  { nick, plain, grams }: View,
  { open }: State,
): { again: Thread | undefined; last: Thread | undefined } {
  let again: Thread | undefined;
  let last: Thread | undefined;
  for (const thread of open) {
    if (thread.views[0]!.nick !== nick) continue;
    last = thread;
    if (grams.length > 3 && thread.views.some((asking) => asking.plain === plain)) again ??= thread;
  }
  return { again, last };
}

const isContent = (view: View) => view.understood || view.chatter >= 0.5;

/** Takes a step. */
export function take(step: Step, place: Place, state: State): void {
  if (step.does === 'answer') answerThread(state, step.thread, place);
  else if (step.does !== 'silent') rest(state, place.view);
  if (step.does === 'extend') extendThread(state, step.thread, place);
  if (step.does === 'open') openThread(state, place);
  if (isContent(place.view)) closeThreads(state, place);
}
