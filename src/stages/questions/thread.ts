import { kept } from '../../memory/remembered.js';
import { asks, asksAtAll } from './around.js';
import { quotes } from './bearing.js';
import type { View } from './evidence.js';
import { type Grams, joined } from './grams.js';
import type { Place } from './place.js';

/** The messages in which one person raises one matter; never altered, so that readings of a talk share it. */
export interface Asking {
  /** Counted from 0, those of all readings of a talk together. */
  readonly number: number;
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
export interface Thread extends Asking, Answered {
  /** Counted like the askings, apart from them. */
  readonly number: number;
  /** The asking messages alone; the same object in all threads that they ask in. */
  readonly asking: Asking;
  /** Nobody has answered. */
  readonly waits: boolean;
}

/** How far a matter is settled. */
interface Answered {
  readonly replies: ReadonlyMap<number, Reply>;
  /** An answering message names the asker, or quotes the question. */
  readonly addressed: boolean;
  /** The asker has shown that he is content. */
  readonly closed: boolean;
}

/** Has nobody answered? */
export const waiting = (thread: Thread): boolean => thread.replies.size === 0;

/** The messages that ask, in the order of the log. */
export const askingIds = ({ views }: Asking): number[] => views.map(({ id }) => id);
/** The messages that answer, person by person: not in the order of the log. */
export const answeringIds = ({ replies }: Pick<Thread, 'replies'>): number[] =>
  [...replies.values()].flatMap(({ ids }) => ids);

/** How a person has answered so far. */
export interface Doing {
  /** The latest thread he answered, by the place of its first message, who asked in it, and when it was. */
  readonly answered: { first: number; asker: number; clock: number; index: number };
  /** Threads, those begun with a mention or quotation, and messages. */
  readonly habit: { threads: number; addressed: number; messages: number };
}

/** Threads that came about at a message, by the threads that they were before it. */
export interface Becoming {
  /** How many there are in all, those of earlier messages included. */
  readonly count: { askings: number; threads: number };
  opened?: Thread;
  readonly askings: Map<Asking, Asking>;
  readonly extended: Map<Thread, Thread>;
  readonly answered: Map<Thread, Thread>;
  readonly closed: Map<Thread, Thread>;
}

/** No threads so far. */
export const becoming = (count = { askings: 0, threads: 0 }): Becoming => ({
  count,
  askings: new Map(),
  extended: new Map(),
  answered: new Map(),
  closed: new Map(),
});

/** All that was decided up to a message; each step alters it. */
export interface State {
  /** Threads that may still get messages, in order of their beginning. */
  open: Thread[];
  /** Threads that get no more messages. */
  readonly past: Thread[];
  /** How each person who answered did so, by his number. */
  readonly doings: (Doing | undefined)[];
  /**
   * When each person last wrote something that answers nothing, by his number: apart from the doings, so that the
   * commonest of steps makes no object.
   */
  readonly idle: (number | undefined)[];
  /** Whom a strange name was taken to mean. */
  readonly named: Map<string, number>;
}

/** A state before the first message. */
export const emptyState = (): State => ({ open: [], past: [], doings: [], idle: [], named: new Map() });

/** A state that goes its own way from here on. */
export const copyOf = ({ open, past, doings, idle, named }: State): State => ({
  open: open.slice(),
  past: past.slice(),
  doings: doings.slice(),
  idle: idle.slice(),
  named: new Map(named),
});

/** All threads of a state in order of their beginning. */
export const threadsOf = ({ open, past }: State): Thread[] =>
  [...past, ...open].sort((a, b) => a.first - b.first);

/** Puts what became of an open thread in its place. */
function become({ open }: State, before: Thread, after: Thread): void {
  open[open.indexOf(before)] = after;
}

function opened({ view, index, spoken, threads }: Place): Asking {
  const { person, grams, clock } = view;
  return {
    number: threads.count.askings++,
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

/** Spelt out, as threads are made by the ten thousand. */
const threadOf = ({ count }: Becoming, asking: Asking, { replies, addressed, closed }: Answered): Thread => ({
  number: count.threads++,
  person: asking.person,
  views: asking.views,
  grams: asking.grams,
  first: asking.first,
  last: asking.last,
  clock: asking.clock,
  said: asking.said,
  asks: asking.asks,
  asksAtAll: asking.asksAtAll,
  asking,
  waits: replies.size === 0,
  replies,
  addressed,
  closed,
});

const unanswered: Answered = { replies: new Map(), addressed: false, closed: false };

/** Opens a thread with its first message. */
export function openThread(state: State, place: Place): void {
  place.threads.opened ??= threadOf(place.threads, opened(place), unanswered);
  state.open.push(place.threads.opened);
}

function extended(asking: Asking, { view, index, threads }: Place): Asking {
  const { person, first, said, views, grams } = asking;
  return {
    number: threads.count.askings++,
    person,
    first,
    said,
    views: [...views, view],
    grams: joined(grams, view.grams),
    last: index,
    clock: view.clock,
    asks: asking.asks || asks(view),
    asksAtAll: asking.asksAtAll || asksAtAll(view),
  };
}

function extendedThread(thread: Thread, place: Place): Thread {
  const { replies, addressed } = thread;
  const asking = kept(place.threads.askings, thread.asking, () => extended(thread.asking, place));
  return threadOf(place.threads, asking, { replies, addressed, closed: false });
}

/** Adds an asking message to a thread. */
export function extendThread(state: State, thread: Thread, place: Place): void {
  become(
    state,
    thread,
    kept(place.threads.extended, thread, () => extendedThread(thread, place)),
  );
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
  return threadOf(place.threads, thread.asking, {
    addressed: thread.addressed || view.mentions.includes(thread.person) || quotes(view, thread),
    replies: new Map(thread.replies).set(view.person, replyOf(thread, place)),
    closed: thread.closed,
  });
}

/** Adds an answering message to a thread. */
export function answerThread(state: State, thread: Thread, place: Place): void {
  const { view, index } = place;
  const { person, clock, mentions, strange } = view;
  state.doings[person] = {
    answered: { first: thread.first, asker: thread.person, clock, index },
    habit: habitOf(state, thread, view),
  };
  if (mentions.length === 1 && strange.length === 1) state.named.set(strange[0]!, thread.person);
  become(
    state,
    thread,
    kept(place.threads.answered, thread, () => answeredThread(thread, place)),
  );
}

/** A thread without some of the messages that answer it; the same where it has none of them. */
export function withoutAnswers(thread: Thread, ids: ReadonlySet<number>): Thread {
  if (ids.size === 0) return thread;
  const left = [...thread.replies].flatMap(([person, reply]) => {
    const own = reply.ids.filter((id) => !ids.has(id));
    return own.length > 0 ? [[person, { ...reply, ids: own }] as const] : [];
  });
  return { ...thread, replies: new Map(left) };
}

/** Notes that a person wrote something that answers nothing. */
export function rest({ idle }: State, { person, clock }: View): void {
  idle[person] = clock;
}

/** Closes the answered threads of a person who shows that he is content. */
export function closeThreads({ open }: State, { view, threads }: Place): void {
  const close = (thread: Thread) =>
    kept(threads.closed, thread, () => threadOf(threads, thread.asking, { ...thread, closed: true }));
  open.forEach((thread, i) => {
    if (!thread.closed && thread.person === view.person && !waiting(thread)) open[i] = close(thread);
  });
}
