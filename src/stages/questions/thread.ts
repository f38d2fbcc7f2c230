import type { View } from './evidence.js';

/** An answering person's part in a thread. */
export interface Reply {
  ids: number[];
  grams: Set<string>;
  /** Time and place (in the order of looking) of the latest message. */
  clock: number;
  index: number;
}

/** One matter that one person raises: the messages that ask and those that answer, as far as decided. */
export interface Thread {
  person: number;
  views: View[];
  grams: Set<string>;
  /** Place of the first and the latest asking message in the order of looking. */
  first: number;
  last: number;
  clock: number;
  replies: Map<number, Reply>;
  /** Probability of the surest of its answering messages. */
  sure: number;
  /** Probability of each answering message, in the order of looking. */
  sures: number[];
  /** An answering message names the asker, or quotes the question. */
  addressed: boolean;
  /** The asker has shown that he is content. */
  closed: boolean;
  /** How many messages the speaker had written when it was opened. */
  said: number;
}

/** All that was decided up to a message. */
export interface State {
  /** Threads that may still get messages, in order of their beginning. */
  open: Thread[];
  all: Thread[];
  /** Number of messages looked at. */
  index: number;
  /** The latest thread each person answered, and when. */
  answered: Map<number, { thread: Thread; clock: number; index: number }>;
  /** How each person answers: threads, those begun with a mention or quotation, and messages, so far. */
  habits: Map<number, { threads: number; addressed: number; messages: number }>;
  /** Whom a strange name was taken to mean. */
  named: Map<string, number>;
  /** When a person last wrote something that answers nothing. */
  idle: Map<number, number>;
  /** How many messages each person has written. */
  said: Map<number, number>;
  /** When the speaker last wrote. */
  heard: number;
  /** Time of the last lecture message so far. */
  taught: number;
}

/** A state before the first message. */
export const emptyState = (clock: number): State => ({
  open: [],
  all: [],
  index: 0,
  answered: new Map(),
  habits: new Map(),
  named: new Map(),
  idle: new Map(),
  said: new Map(),
  heard: clock,
  taught: clock,
});

/** Opens a thread with its first message. */
export function openThread(state: State, view: View): Thread {
  const thread: Thread = {
    person: view.person,
    views: [view],
    grams: new Set(view.grams),
    first: state.index,
    last: state.index,
    clock: view.clock,
    replies: new Map(),
    sure: 0,
    sures: [],
    addressed: false,
    closed: false,
    said: state.said.get(0) ?? 0,
  };
  state.open.push(thread);
  state.all.push(thread);
  return thread;
}

/** Adds an asking message to a thread. */
export function extendThread(state: State, thread: Thread, view: View): void {
  thread.views.push(view);
  for (const gram of view.grams) thread.grams.add(gram);
  thread.last = state.index;
  thread.clock = view.clock;
  thread.closed = false;
}

/** Adds an answering message to a thread. */
export function answerThread(state: State, thread: Thread, view: View, sure: number): void {
  thread.sure = Math.max(thread.sure, sure);
  thread.sures.push(sure);
  if (sure === 1 || view.mentions.includes(thread.person)) thread.addressed = true;
  const habit = state.habits.get(view.person) ?? { threads: 0, addressed: 0, messages: 0 };
  habit.messages++;
  if (!thread.replies.has(view.person)) {
    habit.threads++;
    if (view.mentions.length > 0 || view.quote !== '') habit.addressed++;
  }
  state.habits.set(view.person, habit);
  const reply = thread.replies.get(view.person) ?? {
    ids: [],
    grams: new Set(),
    clock: view.clock,
    index: state.index,
  };
  if (view.mentions.length === 1 && view.strange.length === 1)
    state.named.set(view.strange[0]!, thread.person);
  reply.ids.push(view.id);
  for (const gram of view.grams) reply.grams.add(gram);
  reply.clock = view.clock;
  reply.index = state.index;
  thread.replies.set(view.person, reply);
  state.answered.set(view.person, { thread, clock: view.clock, index: state.index });
}

const copyOfThread = (thread: Thread): Thread => ({
  ...thread,
  views: [...thread.views],
  sures: [...thread.sures],
  grams: new Set(thread.grams),
  replies: new Map(
    [...thread.replies].map(([who, reply]) => [
      who,
      { ...reply, ids: [...reply.ids], grams: new Set(reply.grams) },
    ]),
  ),
});

/** A state that may go another way, and its threads by those that they are copies of; closed-off threads are shared. */
export function copyOf(state: State): { state: State; copies: Map<Thread, Thread> } {
  const copies = new Map(state.open.map((thread) => [thread, copyOfThread(thread)]));
  const own = (thread: Thread) => copies.get(thread) ?? thread;
  return {
    copies,
    state: {
      ...state,
      open: state.open.map(own),
      all: state.all.map(own),
      answered: new Map(
        [...state.answered].map(([who, last]) => [who, { ...last, thread: own(last.thread) }]),
      ),
      habits: new Map([...state.habits].map(([who, habit]) => [who, { ...habit }])),
      named: new Map(state.named),
      idle: new Map(state.idle),
      said: new Map(state.said),
    },
  };
}
