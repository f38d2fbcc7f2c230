import type { View } from './evidence.js';
import { answerThread, extendThread, openThread, type State, type Thread } from './thread.js';

/** Threads that one message may answer, at most: the median question is answered before two others are asked. */
const OPEN_THREADS = 16;
/** Seconds after which a thread takes no further message; 99 of 100 answers come within an hour and a half. */
const THREAD_LIFE = 7200;

/**
 * What a message does to the threads: nothing at all (`silent`), answers one, goes on asking in one, opens one, or is
 * talk that belongs to none (`idle`).
 */
export type Step =
  | { does: 'silent' | 'idle' | 'open' }
  | { does: 'extend'; thread: Thread }
  | { does: 'answer'; thread: Thread; sure: number };

const empty = (view: View) => view.plain === '' && !view.picture && view.mentions.length === 0;
const idleTalk = (view: View) => view.chatter >= 0.8 && !view.mark && !view.ask;

/** Is the message one that neither asks nor answers, whoever wrote it? */
export const isSilent = (view: View): boolean => empty(view) || idleTalk(view);

/** Can the message begin a question? */
export const canOpen = (view: View): boolean => view.plain !== '' || view.picture;

/** Takes threads away that are too old or too many, and gives those that the message may answer. */
export function answerable(view: View, state: State): Thread[] {
  state.open = state.open.filter((thread) => view.clock - thread.clock < THREAD_LIFE).slice(-OPEN_THREADS);
  return state.open.filter((thread) => thread.person !== view.person);
}

/**
 * The threads of a member that his message may go on with: one in which he wrote the same before, else his latest. What
 * he asked under another nick is left alone: a question is by one nick.
 */
export function ownThreads(view: View, state: State): { again?: Thread; last?: Thread } {
  const own = state.open.filter((thread) => thread.views[0]!.nick === view.nick);
  const repeats = (thread: Thread) => thread.views.some((asking) => asking.plain === view.plain);
  const again = view.grams.size > 3 ? own.find(repeats) : undefined;
  const last = own.at(-1);
  return { ...(again && { again }), ...(last && { last }) };
}

function close(view: View, state: State): void {
  if (!view.understood && view.chatter < 0.5) return;
  for (const thread of state.open)
    if (thread.person === view.person && thread.replies.size) thread.closed = true;
}

/** Writes a step into the state and goes on to the next message. */
export function take(step: Step, view: View, state: State): void {
  if (step.does === 'answer') answerThread(state, step.thread, view, step.sure);
  else if (step.does !== 'silent') {
    state.idle.set(view.person, view.clock);
    if (step.does === 'extend') extendThread(state, step.thread, view);
    if (step.does === 'open') openThread(state, view);
  }
  state.said.set(view.person, (state.said.get(view.person) ?? 0) + 1);
  close(view, state);
  if (view.person === 0) state.heard = view.clock;
  state.index++;
}

/** Passes over a message that only teaches. */
export function hear(view: View, state: State): void {
  state.taught = view.clock;
  state.heard = view.clock;
  state.index++;
}
