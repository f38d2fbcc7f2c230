import { logit } from '../../models/logistic.js';
import type { Asked } from '../../transcript.js';
import type { Agreed } from './agreement.js';
import { type Context, type Features, flag, late, sizeOf } from './features.js';
import { answeringIds, askingIds, type Thread, waiting } from './thread.js';
import { askedWhom, askingFeatures } from './wording.js';

/** What the answers of a thread look like as a whole; none where nobody answered. */
function answerFeatures(thread: Thread): Features {
  const replies = [...thread.replies.values()];
  if (waiting(thread)) return { open: 1 };
  const answers = answeringIds(thread).length;
  return {
    addressed: flag(thread.addressed),
    bySpeaker: flag(thread.replies.has(0)),
    onlySpeaker: flag(replies.length === 1 && thread.replies.has(0)),
    answerers: Math.min(replies.length, 4) / 4,
    answers: sizeOf(answers),
    many: flag(answers > 4),
    said: sizeOf(replies.reduce((sum, reply) => sum + reply.grams.length, 0)),
    late: late(Math.min(...replies.map((reply) => reply.clock)) - thread.clock) / 5,
    closed: flag(thread.closed),
  };
}

/** A thread as the question that it is, with what speaks for its being a pair. */
function askedOf({ thread, share }: Agreed, context: Context): Asked {
  const { toAnswerer, toOther } = askedWhom(thread, 0);
  const asking = {
    ...askingFeatures(thread, context),
    qToAnswerer: flag(toAnswerer),
    qToOther: flag(toOther),
  };
  return {
    question: askingIds(thread),
    answers: answeringIds(thread).sort((a, b) => a - b),
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
  found.filter(({ thread }) => !waiting(thread) || thread.asksAtAll).map((one) => askedOf(one, context));
