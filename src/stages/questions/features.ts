import type { View } from './evidence.js';
import type { Features } from './model.js';
import { likeness, type Rarity, shared } from './overlap.js';
import type { State, Thread } from './thread.js';

/** What the features need beside the two messages. */
export interface Context {
  rarity: Rarity;
  /** Character pairs of the lecture. */
  lecture: Set<string>;
  /** The views in the order of looking. */
  views: View[];
}

const flag = (value: boolean) => (value ? 1 : 0);
/** Logarithm of a time in half minutes: 0 at once, 1 after half a minute, 5 after a quarter of an hour. */
const late = (seconds: number) => Math.log2(1 + Math.max(0, seconds) / 30);
const size = (view: { plain: string }) => Math.log2(1 + view.plain.length) / 4;
const asks = (view: View) => view.mark || view.ask;
const asksAtAll = (thread: Thread) => thread.views.some((view) => asks(view) || view.word || view.particle);

/** Seconds in which an asker's thanks still speak for the message before. */
const THANKS_REACH = 120;

/** Does a member's message go on with his thread? */
export function joinFeatures(view: View, thread: Thread, state: State, context: Context): Features {
  const before = thread.views.at(-1)!;
  const between = state.index - thread.last - 1;
  const answered = [...thread.replies.values()].filter((reply) => reply.index > thread.last).length;
  return {
    bias: 1, gap: late(view.clock - before.clock), between: Math.min(between, 8) / 8, next: flag(between === 0),
    answered: flag(answered > 0), everAnswered: flag(thread.replies.size > 0), closed: flag(thread.closed),
    ask: flag(asks(view)), askBoth: flag(asks(view) && thread.views.some(asks)), askNone: flag(!asks(view) && !thread.views.some(asks)),
    askedAnswered: flag(asks(view) && answered > 0), restate: flag(view.restate), followUp: flag(view.followUp),
    understood: flag(view.understood), confirm: flag(view.confirm), picture: flag(view.picture), beforePicture: flag(before.picture),
    onlyMention: flag(view.plain === '' && view.mentions.length > 0), like: likeness(view.grams, thread.grams, context.rarity),
    size: size(view), count: Math.min(thread.views.length, 4) / 4, otherMention: flag(view.mentions.some((who) => who > 0)),
    short: flag(view.plain.length < 5),
  };
}

function threadFeatures(thread: Thread, view: View, context: Context): Features {
  const some = (test: (asking: View) => boolean) => flag(thread.views.some(test));
  const plain = thread.views.reduce((sum, asking) => sum + asking.plain.length, 0);
  return {
    qMark: some((asking) => asking.mark), qAsk: some((asking) => asking.ask), qWord: some((asking) => asking.word),
    qParticle: some((asking) => asking.particle), qNone: flag(!thread.views.some((asking) => asks(asking) || asking.word || asking.particle)),
    qToSpeaker: some((asking) => asking.mentions.includes(0)), qToAnswerer: flag(view.person !== 0) * some((asking) => asking.mentions.includes(view.person)),
    qToOther: some((asking) => asking.mentions.some((who) => who > 0 && who !== view.person)), qToUnknown: some((asking) => asking.mentions.includes(-1)),
    qAddress: some((asking) => asking.address), qGroup: some((asking) => asking.group), qShort: flag(plain < 5), qSize: Math.log2(1 + plain) / 4,
    qUnderstood: flag(thread.views.every((asking) => asking.understood || asking.confirm)), qPicture: some((asking) => asking.picture),
    qChatter: Math.min(...thread.views.map((asking) => asking.chatter)), qLecture: shared(thread.grams, context.lecture, context.rarity),
    qDeflect: some((asking) => asking.deflect),
  };
}

function answerFeatures(view: View, state: State, context: Context): Features {
  const idle = state.idle.get(view.person);
  return {
    aAsk: flag(asks(view)), aShort: flag(view.plain.length < 3), aConfirm: flag(view.confirm), aUnderstood: flag(view.understood), aSize: size(view),
    aChatter: view.chatter, aPicture: flag(view.picture), aDeflect: flag(view.deflect), aGroup: flag(view.group),
    aLecture: shared(view.grams, context.lecture, context.rarity),
    aIdle: idle === undefined ? 0 : Math.exp(-(view.clock - idle) / 60), heard: late(view.clock - state.heard) / 5,
    since: Math.min(late(view.clock - state.taught), 10) / 5, particle: flag(view.particle && !asks(view)),
  };
}

const thanked = (thread: Thread, view: View, state: State, context: Context) => {
  for (let i = state.index + 1; i < Math.min(state.index + 10, context.views.length); i++) {
    const next = context.views[i]!;
    if (next.clock - view.clock > THANKS_REACH) break;
    if (next.person === thread.person) return flag(next.understood || next.chatter > 0.5);
  }
  return 0;
};

/** Seconds in which a person types on without stopping. */
const RUN_REACH = 60;
/** Seconds to type a character. */
const TYPING = 0.5;

/** The messages that the same person types right after a message, until he pauses or someone else asks. */
function runAfter(view: View, state: State, context: Context): View[] {
  const run: View[] = [];
  let clock = view.clock;
  for (let i = state.index + 1; i < Math.min(state.index + 6, context.views.length) && run.length < 3; i++) {
    const next = context.views[i]!;
    if (next.clock - clock > RUN_REACH || (next.person !== view.person && asks(next))) break;
    if (next.person !== view.person) continue;
    run.push(next);
    clock = next.clock;
  }
  return run;
}

/** Who writes next but the person himself, soon. */
function reactor(view: View, state: State, context: Context): View | undefined {
  for (let i = state.index + 1; i < Math.min(state.index + 5, context.views.length); i++) {
    const next = context.views[i]!;
    if (next.clock - view.clock > THANKS_REACH) return undefined;
    if (next.person !== view.person) return next;
  }
  return undefined;
}

/** Does a message answer a thread? Every feature stands twice: for all links, and for those of its kind. */
export function answerLink(view: View, thread: Thread, state: State, context: Context): Features {
  const features = linkFeatures(view, thread, state, context);
  const kind = state.answered.get(view.person)?.thread === thread ? 'on' : thread.replies.has(view.person) ? 'back' : 'new';
  const brief = view.confirm && view.plain.length < 7;
  for (const name of Object.keys(features)) {
    features[`${kind}.${name}`] = features[name]!;
    if (brief) features[`brief.${name}`] = features[name]!;
  }
  return features;
}

function linkFeatures(view: View, thread: Thread, state: State, context: Context): Features {
  const others = state.open.filter((other) => other !== thread && other.person !== view.person);
  const younger = others.filter((other) => other.first > thread.first);
  const waiting = (other: Thread) => other.replies.size === 0;
  const reply = thread.replies.get(view.person);
  const last = state.answered.get(view.person);
  const goesOn = last?.thread === thread;
  const fresh = flag(goesOn && thread.last > last!.index);
  const toAsker = view.mentions.includes(thread.person);
  const run = runAfter(view, state, context);
  const ahead = run.flatMap((next) => next.mentions);
  const reaction = reactor(view, state, context);
  const habit = state.habits.get(view.person);
  const bareStart = flag(view.mentions.length === 0 && view.quote === '') * (habit ? habit.addressed / habit.threads : 0);
  const length = Math.min(habit ? habit.messages / habit.threads : 2, 5);
  const previous = last && context.views[last.index];
  const someWait = flag(others.some((other) => waiting(other) && asksAtAll(other)));
  const newerOwn = younger.filter((other) => other.person === thread.person);
  return {
    bias: 1, toAsker: flag(toAsker), toOther: flag(!toAsker && view.mentions.some((who) => who >= 0)), toUnknown: flag(!toAsker && view.mentions.includes(-1)),
    quotes: flag(view.quote !== '' && thread.views.some((asking) => asking.plain !== '' && view.quote.includes(asking.plain.slice(0, 20)))),
    gap: late(view.clock - thread.clock) / 2, rank: Math.min(younger.length, 6) / 6, newest: flag(younger.length === 0),
    newestWaiting: flag(waiting(thread) && !younger.some(waiting)),
    oldestWaiting: flag(waiting(thread) && !others.some((other) => other.first < thread.first && waiting(other))),
    waiting: flag(waiting(thread)), onlyWaiting: flag(waiting(thread) && !others.some(waiting)), follows: flag(thread.last === state.index - 1),
    replied: flag(reply !== undefined), goesOn: flag(goesOn), goesOnSoon: goesOn ? Math.exp(-(view.clock - last.clock) / 60) : 0, goesOnNext: flag(goesOn && last.index === state.index - 1),
    goesOnUndisturbed: flag(goesOn && !younger.some((other) => other.first > last.index)), fresh,
    otherReplied: flag([...thread.replies.keys()].some((who) => who !== view.person)), speakerReplied: flag(view.person !== 0 && thread.replies.has(0)),
    skips: flag(!goesOn && last !== undefined && view.clock - last.clock < 30 && thread.last < last.index),
    like: likeness(view.grams, thread.grams, context.rarity), closed: flag(thread.closed), thanked: thanked(thread, view, state, context),
    tooFast: Math.max(0, 1 - (view.clock - thread.clock) / (2 + TYPING * view.plain.length)),
    likeReply: reply ? likeness(view.grams, reply.grams, context.rarity) : 0,
    likeRun: run.length ? Math.max(...run.map((next) => likeness(next.grams, thread.grams, context.rarity))) : 0,
    aheadAsker: flag(ahead.includes(thread.person)), aheadOther: flag(ahead.length > 0 && !ahead.includes(thread.person)),
    reacts: flag(reaction?.person === thread.person), reactsTo: flag(reaction?.person === thread.person && reaction.mentions.includes(view.person)),
    bareStart: goesOn ? 0 : bareStart, bareGoesOn: goesOn ? bareStart : 0, length: goesOn ? length : 0,
    goesOnWhileWait: goesOn ? someWait : 0, goesOnLate: goesOn ? late(view.clock - last.clock) : 0, goesOnConfirm: flag(goesOn && view.confirm),
    goesOnOpen: flag(goesOn && previous?.open === true), goesOnFollow: flag(goesOn && view.followUp), goesOnListed: flag(goesOn && view.listed),
    goesOnMany: goesOn ? Math.min(reply!.ids.length, 6) / 6 : 0,
    waitConfirm: flag(waiting(thread) && view.confirm), waitFollow: flag(waiting(thread) && view.followUp), waitGap: waiting(thread) ? late(view.clock - thread.clock) / 2 : 0,
    waitAsk: flag(waiting(thread) && thread.views.some(asks)), sameAsker: flag(!goesOn && last?.thread.person === thread.person),
    superseded: flag(newerOwn.length > 0), supersededAnswered: flag(newerOwn.some((other) => !waiting(other))),
    olderWaiting: Math.min(others.filter((other) => other.first < thread.first && waiting(other) && asksAtAll(other)).length, 3) / 3,
    confirms: flag(view.confirm && thread.views.some((asking) => asking.yesNo)),
    ...threadFeatures(thread, view, context), ...answerFeatures(view, state, context),
  };
}
