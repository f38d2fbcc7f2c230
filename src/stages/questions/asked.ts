import { logit } from '../../certainty/logit.js';
import type { Asked } from '../../transcript.js';
import type { Agreed } from './agreement.js';
import { type Context, type Features, flag, late, sizeOf } from './features.js';
import type { Thread } from './thread.js';
import { askedWhom, askingFeatures } from './wording.js';

/** What the answers of a thread look like as a whole; none where nobody answered. */
function answerFeatures(thread: Thread): Features {
  const replies = [...thread.replies.values()];
  if (replies.length === 0) return { open: 1 };
  const ids = replies.flatMap((reply) => reply.ids);
  return {
    addressed: flag(thread.addressed),
    bySpeaker: flag(thread.replies.has(0)),
    onlySpeaker: flag(replies.length === 1 && thread.replies.has(0)),
    answerers: Math.min(replies.length, 4) / 4,
    answers: sizeOf(ids.length),
    many: flag(ids.length > 4),
    said: sizeOf(replies.reduce((sum, reply) => sum + reply.grams.length, 0)),
    late: late(Math.min(...replies.map((reply) => reply.clock)) - thread.clock) / 5,
    closed: flag(thread.closed),
  };
}

/** A thread as the question that it is, with what speaks for its being a pair. */
export function askedOf({ thread, share }: Agreed, context: Context): Asked {
  const ids = [...thread.replies.values()].flatMap((reply) => reply.ids);
  const asking = { ...askingFeatures(thread, context), ...askedWhom(thread, 0) };
  return {
    question: thread.views.map((view) => view.id),
    answers: ids.sort((a, b) => a - b),
    features: {
      ...asking,
      ...answerFeatures(thread),
      share: logit(share) / 5,
      place: thread.first / context.views.length,
    },
    addressed: thread.addressed,
  };
}

/** The threads that are a question at all: answered by somebody, or worded as one. */
export const askedIn = (found: readonly Agreed[], context: Context): Asked[] =>
  found
    .filter(({ thread }) => thread.replies.size > 0 || thread.asksAtAll)
    .map((one) => askedOf(one, context));
