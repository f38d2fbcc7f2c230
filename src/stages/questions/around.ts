import type { View } from './evidence.js';

/** What is said around a message, as far as the links of the message need it. */
export interface Around {
  /** The latest message before it that is not of the same person. */
  before: View | undefined;
  /** What the person types on right after it, until he pauses or someone else asks. */
  run: View[];
  /** The next message soon after it that is not of the same person. */
  reaction: View | undefined;
  /** What the person writes later on, answers to others included. */
  later: View[];
  /** Persons that soon after it thank or show that they have understood, as the next thing they say. */
  content: Set<number>;
}

/** Seconds in which a person types on without stopping. */
const RUN_REACH = 60;
/** Seconds in which a reaction still speaks for a message. */
const REACTION_REACH = 120;

/** Where to look for what the person writes later on: seconds, messages of all, and messages of his. */
const LATER_REACH = 900;
const LATER_VIEWS = 40;
const LATER = 8;

/** Does the wording ask? */
export const asks = (view: View): boolean => view.mark || view.ask;

/** Does the wording ask at all, be it only by a particle? */
export const asksAtAll = (view: View): boolean => asks(view) || view.word || view.particle;

function runAfter(views: readonly View[], index: number): View[] {
  const run: View[] = [];
  const { person } = views[index]!;
  let { clock } = views[index]!;
  for (const next of views.slice(index + 1, index + 6)) {
    if (run.length === 3 || next.clock - clock > RUN_REACH || (next.person !== person && asks(next))) break;
    if (next.person !== person) continue;
    run.push(next);
    clock = next.clock;
  }
  return run;
}

function contentAfter(views: readonly View[], index: number): Set<number> {
  const heard = new Set<number>();
  const content = new Set<number>();
  for (const next of views.slice(index + 1, index + 10)) {
    if (next.clock - views[index]!.clock > REACTION_REACH) break;
    if (!heard.has(next.person) && (next.understood || next.chatter > 0.5)) content.add(next.person);
    heard.add(next.person);
  }
  return content;
}

/** What a person writes within a quarter of an hour after a message; a few messages. */
function laterOf(views: readonly View[], index: number): View[] {
  const { person, clock } = views[index]!;
  const reach = views.slice(index + 1, index + 1 + LATER_VIEWS);
  return reach.filter((next) => next.person === person && next.clock - clock <= LATER_REACH).slice(0, LATER);
}

/** Looks around the message at a place in the order of looking; a dozen messages at most, and what its person writes later. */
export function aroundOf(views: readonly View[], index: number): Around {
  const view = views[index]!;
  const other = (next: View) => next.person !== view.person;
  const reaction = views.slice(index + 1, index + 5).find(other);
  return {
    before: views.slice(Math.max(0, index - 6), index).findLast(other),
    run: runAfter(views, index),
    reaction: reaction && reaction.clock - view.clock <= REACTION_REACH ? reaction : undefined,
    later: laterOf(views, index),
    content: contentAfter(views, index),
  };
}
