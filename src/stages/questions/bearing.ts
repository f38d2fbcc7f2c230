import type { View } from './evidence.js';
import { type Features, flag } from './features.js';
import { likeness, overlapOf } from './overlap.js';
import type { Place } from './place.js';
import type { Formulas } from './standing.js';
import type { Asking, Thread } from './thread.js';

/** What is shorter stands in many quotations by chance. */
const QUOTED = 4;

/** Does a message quote one that asks? */
export const quotes = (view: View, asking: Asking): boolean =>
  view.quote !== '' &&
  asking.views.some(({ plain }) => plain.length >= QUOTED && view.quote.includes(plain.slice(0, 20)));

/** Whom the message names, and whom those after it name. */
export function addressing({ view, around, context }: Place, thread: Asking): Features {
  const toAsker = view.mentions.includes(thread.person);
  const fits = Math.max(0, ...view.strange.map((name) => context.fit(name, thread.person)));
  const ahead = around.run.flatMap((next) => next.mentions);
  return {
    toAsker: flag(toAsker),
    toOther: flag(!toAsker && view.mentions.some((who) => who >= 0)),
    toUnknown: flag(!toAsker && view.mentions.includes(-1)),
    toLikely: toAsker ? 0 : fits,
    toUnlikely: flag(view.strange.length > 0 && fits === 0),
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
    quotes: flag(quotes(view, thread)),
    aheadAsker: flag(ahead.includes(thread.person)),
    aheadOther: flag(ahead.length > 0 && !ahead.includes(thread.person)),
  };
}

/** Who spoke before, and who reacts. */
export function reactions({ view, around }: Place, thread: Asking): Features {
  const { before, reaction, content } = around;
  const reacts = reaction?.person === thread.person;
  return {
    direct: flag(before?.person === thread.person),
    thanked: flag(content.has(thread.person)),
    reacts: flag(reacts),
    reactsTo: flag(reacts && reaction.mentions.includes(view.person)),
  };
}

/** What the message shares with what is asked. */
export function likenesses({ view, context, around }: Place, thread: Asking): Features {
  const { like, share, mass } = overlapOf(view.grams, thread.grams, context.rarity);
  return {
    like,
    likeShare: share,
    likeMass: mass,
    likeRun: Math.max(0, ...around.run.map((next) => likeness(next.grams, thread.grams, context.rarity))),
    confirms: flag(view.confirm && thread.views.some((asking) => asking.yesNo)),
  };
}

/** How the message fits what its person answered so far. */
export function continuity({ view, context }: Place, thread: Thread): Features {
  const reply = thread.replies.get(view.person);
  return { likeReply: reply ? likeness(view.grams, reply.grams, context.rarity) : 0 };
}

/** Whether the asker is whom a strange name was taken to mean before. */
export const remembering = {
  toRemembered: ({ thread, moment: { named } }) => flag(named.includes(thread.person)),
  toForgotten: ({ thread, moment: { named } }) => flag(named.length > 0 && !named.includes(thread.person)),
} satisfies Formulas;
