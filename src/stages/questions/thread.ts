import { kept } from '../../language/remembered.js';
import { asks, asksAtAll } from './around.js';
import { quotes } from './bearing.js';
import type { View } from './evidence.js';
import { type Grams, joined } from './grams.js';
import type { Place } from './place.js';

/** The messages in which one person raises one matter; never altered, so that readings of a talk share it. */
export interface Asking {
  readonly person: number;
  readonly views: readonly View[];
  readonly grams: Grams;
  /** Place of the first and the latest message in the order of looking. */
  readonly first: number;
  readonly last: number;
  readonly clock: number;
  /** How many messages the speaker had written before the first. */
  readonly said: number;
  /** Whether a wording asks, and whether one does at all, be it only by a particle. */
  readonly asks: boolean;
  readonly asksAtAll: boolean;
}

/** An answering person's part in a thread. */
export interface Reply {
  readonly ids: readonly number[];
  readonly grams: Grams;
  /** Time and place (in the order of looking) of the latest message. */
  readonly clock: number;
  readonly index: number;
}

/**
 * A matter as far as decided: the messages that ask and those that answer. The same object in all readings that take the
 * same messages for them, so that what follows from a thread is worked out once for all of them.
 */
export interface Thread extends Asking {
  /** The asking messages alone; the same object in all threads that they ask in. */
  readonly asking: Asking;
  readonly replies: ReadonlyMap<number, Reply>;
  /** An answering message names the asker, or quotes the question. */
  readonly addressed: boolean;
  /** The asker has shown that he is content. */
  readonly closed: boolean;
}

/** Has nobody answered? */
export const waiting = (thread: Thread): boolean => thread.replies.size === 0;

/** The messages that ask in a thread, and those that answer, person by person. */
export const askingIds = ({ views }: Asking): number[] => views.map(({ id }) => id);
export const answeringIds = ({ replies }: Pick<Thread, 'replies'>): number[] =>
  [...replies.values()].flatMap(({ ids }) => ids);

/** What a person did last. */
export interface Doing {
  /** The latest thread he answered, by the place of its first message, who asked in it, and when it was. */
  readonly answered?: { first: number; asker: number; clock: number; index: number };
  /** How he answers: threads, those begun with a mention or quotation, and messages, so far. */
  readonly habit?: { threads: number; addressed: number; messages: number };
  /** When he last wrote something that answers nothing. */
  readonly idle?: number;
}

/** Threads that came about at a message, by the threads that they were before it. */
export interface Becoming {
  opened?: Thread;
  readonly askings: Map<Asking, Asking>;
  readonly extended: Map<Thread, Thread>;
  readonly answered: Map<Thread, Thread>;
  readonly closed: Map<Thread, Thread>;
}

/** No threads so far. */
export const becoming = (): Becoming => ({
  askings: new Map(),
  extended: new Map(),
  answered: new Map(),
  closed: new Map(),
});

/** All that was decided up to a message; each step makes a new one. */
export interface State {
  /** Threads that may still get messages, in order of their beginning. */
  readonly open: readonly Thread[];
  /** Threads that get no more messages. */
  readonly past: readonly Thread[];
  /** What each person did, by his number. */
  readonly doings: readonly (Doing | undefined)[];
  /** Whom a strange name was taken to mean. */
  readonly named: ReadonlyMap<string, number>;
}

/** A state before the first message. */
export const emptyState: State = { open: [], past: [], doings: [], named: new Map() };

/** All threads of a state in order of their beginning. */
export const threadsOf = ({ open, past }: State): Thread[] =>
  [...past, ...open].sort((a, b) => a.first - b.first);

/** What a person did so far, with something new. */
export function doing(state: State, person: number, news: Doing): readonly (Doing | undefined)[] {
  const doings = state.doings.slice();
  doings[person] = { ...doings[person], ...news };
  return doings;
}

/** The open threads, what became of one of them in its place. */
function withThread({ open }: State, before: Thread, after: Thread): readonly Thread[] {
  const threads = open.slice();
  threads[open.indexOf(before)] = after;
  return threads;
}

function opened({ view, index, spoken }: Place): Asking {
  const { person, grams, clock } = view;
  return {
    person,
    views: [view],
    grams,
    first: index,
    last: index,
    clock,
    said: spoken,
    asks: asks(view),
    asksAtAll: asksAtAll(view),
  };
}

function openedThread(place: Place): Thread {
  const asking = opened(place);
  return { ...asking, asking, replies: new Map(), addressed: false, closed: false };
}

/** Opens a thread with its first message. */
export function openThread(state: State, place: Place): State {
  place.threads.opened ??= openedThread(place);
  return { ...state, open: [...state.open, place.threads.opened] };
}

function extended(asking: Asking, { view, index }: Place): Asking {
  const { views, grams } = asking;
  return {
    ...asking,
    views: [...views, view],
    grams: joined(grams, view.grams),
    last: index,
    clock: view.clock,
    asks: asking.asks || asks(view),
    asksAtAll: asking.asksAtAll || asksAtAll(view),
  };
}

function extendedThread(thread: Thread, place: Place): Thread {
  const asking = kept(place.threads.askings, thread.asking, () => extended(thread.asking, place));
  return { ...thread, ...asking, asking, closed: false };
}

/** Adds an asking message to a thread. */
export function extendThread(state: State, thread: Thread, place: Place): State {
  const after = kept(place.threads.extended, thread, () => extendedThread(thread, place));
  return { ...state, open: withThread(state, thread, after) };
}

function replyOf(thread: Thread, { view, index }: Place): Reply {
  const { ids, grams } = thread.replies.get(view.person) ?? { ids: [], grams: undefined };
  return {
    ids: [...ids, view.id],
    grams: grams ? joined(grams, view.grams) : view.grams,
    clock: view.clock,
    index,
  };
}

function habitOf(state: State, thread: Thread, view: View): Doing['habit'] {
  const { threads, addressed, messages } = state.doings[view.person]?.habit ?? {
    threads: 0,
    addressed: 0,
    messages: 0,
  };
  if (thread.replies.has(view.person)) return { threads, addressed, messages: messages + 1 };
  const addresses = view.mentions.length > 0 || view.quote !== '' ? 1 : 0;
  return { threads: threads + 1, addressed: addressed + addresses, messages: messages + 1 };
}

function answeredThread(thread: Thread, place: Place): Thread {
  const { view } = place;
  return {
    ...thread,
    addressed: thread.addressed || view.mentions.includes(thread.person) || quotes(view, thread),
    replies: new Map(thread.replies).set(view.person, replyOf(thread, place)),
  };
}

/** Adds an answering message to a thread. */
export function answerThread(state: State, thread: Thread, place: Place): State {
  const { view, index } = place;
  const after = kept(place.threads.answered, thread, () => answeredThread(thread, place));
  const named = view.mentions.length === 1 && view.strange.length === 1;
  return {
    open: withThread(state, thread, after),
    past: state.past,
    doings: doing(state, view.person, {
      answered: { first: thread.first, asker: thread.person, clock: view.clock, index },
      habit: habitOf(state, thread, view),
    }),
    named: named ? new Map(state.named).set(view.strange[0]!, thread.person) : state.named,
  };
}

/** Closes the answered threads of a person who shows that he is content. */
export function closeThreads(state: State, { view, threads }: Place): State {
  const closes = (thread: Thread) =>
    !thread.closed && thread.person === view.person && thread.replies.size > 0;
  const close = (thread: Thread) => kept(threads.closed, thread, () => ({ ...thread, closed: true }));
  return { ...state, open: state.open.map((thread) => (closes(thread) ? close(thread) : thread)) };
}
