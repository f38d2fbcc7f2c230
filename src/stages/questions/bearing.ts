import type { View } from './evidence.js';
import { type Features, flag } from './features.js';
import { likeness, massOf, shared } from './overlap.js';
import type { Place } from './place.js';
import type { Thread } from './thread.js';

/** What is shorter stands in many quotations by chance. */
const QUOTED = 4;
/** Whom the message names, and whom those after it name. */
export function addressing({ view, around, context, state }: Place, thread: Thread): Features {
  const toAsker = view.mentions.includes(thread.person);
  const fits = Math.max(0, ...view.strange.map((name) => context.fit(name, thread.person)));
  const remembered = view.strange.flatMap((name) => state.named.get(name) ?? []);
  const ahead = around.run.flatMap((next) => next.mentions);
  const quotes = (asking: View) =>
    asking.plain.length >= QUOTED && view.quote.includes(asking.plain.slice(0, 20));
  return {
    toAsker: flag(toAsker),
    toOther: flag(!toAsker && view.mentions.some((who) => who >= 0)),
    toUnknown: flag(!toAsker && view.mentions.includes(-1)),
    toLikely: toAsker ? 0 : fits,
    toUnlikely: flag(view.strange.length > 0 && fits === 0),
    toRemembered: flag(remembered.includes(thread.person)),
    toForgotten: flag(remembered.length > 0 && !remembered.includes(thread.person)),
    laterAsker: flag(
      around.later.some(
        (next) =>
          next.mentions.includes(thread.person) ||
          next.strange.some((name) => context.fit(name, thread.person) === 1),
      ),
    ),
    aheadLikely: Math.max(
      0,
      ...around.run.flatMap((next) => next.strange).map((name) => context.fit(name, thread.person)),
    ),
    quotes: flag(view.quote !== '' && thread.views.some(quotes)),
    aheadAsker: flag(ahead.includes(thread.person)),
    aheadOther: flag(ahead.length > 0 && !ahead.includes(thread.person)),
  };
}

/** Who spoke before, and who reacts. */
export function reactions({ view, around }: Place, thread: Thread): Features {
  const { before, reaction, content } = around;
  const reacts = reaction?.person === thread.person;
  return {
    direct: flag(before?.person === thread.person),
    thanked: flag(content.has(thread.person)),
    reacts: flag(reacts),
    reactsTo: flag(reacts && reaction.mentions.includes(view.person)),
  };
}

/** What the message shares with what is asked and with what was answered so far. */
export function likenesses({ view, context, around }: Place, thread: Thread): Features {
  const reply = thread.replies.get(view.person);
  const like = (one: Set<string>, other: Set<string>) => likeness(one, other, context.rarity);
  return {
    like: like(view.grams, thread.grams),
    likeShare: shared(view.grams, thread.grams, context.rarity),
    likeMass: massOf(view.grams, thread.grams, context.rarity),
    likeReply: reply ? like(view.grams, reply.grams) : 0,
    likeRun: Math.max(0, ...around.run.map((next) => like(next.grams, thread.grams))),
    confirms: flag(view.confirm && thread.views.some((asking) => asking.yesNo)),
  };
}
