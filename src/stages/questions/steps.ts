import type { View } from './evidence.js';
import type { Place } from './place.js';
import {
  answerThread,
  closeThreads,
  doing,
  extendThread,
  openThread,
  type State,
  type Thread,
} from './thread.js';

/** Threads that one message may answer, at most: the median question is answered before two others are asked. */
const OPEN_THREADS = 16;
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

/** A state in which threads that are too old or too many when a message comes are past. */
export function lately(state: State, view: View): State {
  const young = (thread: Thread) => view.clock - thread.clock < THREAD_LIFE;
  if (state.open.length <= OPEN_THREADS && state.open.every(young)) return state;
  const fresh = state.open.filter(young).slice(-OPEN_THREADS);
  const past = state.open.filter((thread) => !fresh.includes(thread));
  return { ...state, open: fresh, past: [...state.past, ...past] };
}

/** The threads that the message may answer. */
export const answerable = (view: View, state: State): Thread[] =>
  state.open.filter((thread) => thread.person !== view.person);

/**
 * The threads of a member that his message may go on with: one in which he wrote the same before, else his latest. What
 * he asked under another nick is left alone: a question is by one nick.
 */
export function ownThreads(view: View, state: State): { again?: Thread; last?: Thread } {
  const own = state.open.filter((thread) => thread.views[0]!.nick === view.nick);
  const repeats = (thread: Thread) => thread.views.some((asking) => asking.plain === view.plain);
  const again = view.grams.length > 3 ? own.find(repeats) : undefined;
  const last = own.at(-1);
  return { ...(again && { again }), ...(last && { last }) };
}

const isContent = (view: View) => view.understood || view.chatter >= 0.5;

function done(step: Step, place: Place, state: State): State {
  if (step.does === 'silent') return state;
  if (step.does === 'answer') return answerThread(state, step.thread, place);
  const idle = { ...state, doings: doing(state, place.view.person, { idle: place.view.clock }) };
  if (step.does === 'extend') return extendThread(idle, step.thread, place);
  return step.does === 'open' ? openThread(idle, place) : idle;
}

/** The state after a step. */
export function take(step: Step, place: Place, state: State): State {
  const after = done(step, place, state);
  return isContent(place.view) ? closeThreads(after, place) : after;
}
