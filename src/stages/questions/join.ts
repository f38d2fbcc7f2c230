import { asks } from './around.js';
import { type Features, flag, late, sizeOf } from './features.js';
import { compare, likeness } from './overlap.js';
import type { Place } from './place.js';
import type { Thread } from './thread.js';

/** Does a member's message go on with his thread? */
export function joinFeatures(place: Place, thread: Thread): Features {
  const { view, index, told, context } = place;
  compare(context.rarity, told, thread.grams);
  const before = thread.views.at(-1)!;
  const between = index - thread.last - 1;
  const answered = [...thread.replies.values()].filter((reply) => reply.index > thread.last).length;
  return {
    bias: 1,
    gap: late(view.clock - before.clock),
    between: Math.min(between, 8) / 8,
    next: flag(between === 0),
    answered: flag(answered > 0),
    everAnswered: flag(thread.replies.size > 0),
    closed: flag(thread.closed),
    ask: flag(asks(view)),
    phrase: view.asks,
    phraseBefore: Math.max(...thread.views.map((one) => one.asks)),
    askBoth: flag(asks(view) && thread.asks),
    askNone: flag(!asks(view) && !thread.asks),
    askedAnswered: flag(asks(view) && answered > 0),
    restate: flag(view.restate),
    followUp: flag(view.followUp),
    understood: flag(view.understood),
    confirm: flag(view.confirm),
    picture: flag(view.picture),
    beforePicture: flag(before.picture),
    onlyMention: flag(view.plain === '' && view.mentions.length > 0),
    like: likeness(context.rarity),
    size: sizeOf(view.plain.length),
    count: Math.min(thread.views.length, 4) / 4,
    otherMention: flag(view.mentions.some((who) => who > 0)),
    short: flag(view.plain.length < 5),
  };
}
