import { unified } from 'unified';
import type { Lexicon } from '../lexicon.js';
import { messagesIn } from '../pairs.js';
import { certainty } from '../stages/certainty.js';
import { glossary } from '../stages/glossary.js';
import { outline } from '../stages/outline.js';
import { questions } from '../stages/questions.js';
import { restrictions } from '../stages/restrictions.js';
import { topics } from '../stages/topics.js';
import type { Hint, Section, Talk, Transcript } from '../transcript.js';
import { withLateAnswers } from './answers.js';
import { type Continuation, continuationOf } from './continuation.js';
import { daysBetween, joinedTree } from './tree.js';

/** A talk that two logs hold together; the talk's ordinals run on over both. */
export interface Joint {
  tree: Transcript;
  talk: Talk;
  /** The talk as each log alone gave it; the second may have none. */
  own: [Talk, Talk | undefined];
}

/** The lecture of both days, decided anew from the outline on. */
function joinedTalk(tree: Transcript, talk: Talk, start: number, { lecture }: Continuation): Talk {
  const ids = lecture.map((id) => id + start);
  const { time } = tree.children[ids[0]!]!;
  const phrases = [{ says: 'next-day', values: { time } }] as const;
  const hint: Hint = { code: 'sittings', phrases, message: ids[0]! };
  return {
    ...talk,
    lecture: [...talk.lecture, ...ids],
    window: { first: talk.window.first, last: tree.children.length - 1 },
    review: [...talk.review, hint],
  };
}

/** What bounds a talk's questions: the next talks of the second log. */
const bounds = (next: Transcript, start: number, own: Talk | undefined): Talk[] =>
  next.talks
    .filter((talk) => talk !== own && !talk.kind)
    .map((talk) => ({
      ...talk,
      lecture: talk.lecture.map((id) => id + start),
      announcement: talk.announcement.map((id) => id + start),
      window: {
        first: Math.min(...talk.lecture, ...talk.announcement) + start,
        last: talk.window.last + start,
      },
    }));

/** The messages of the second log's own talks. */
function takenIn(next: Transcript, start: number, own: Talk | undefined): Set<number> {
  const others = next.talks.filter((talk) => talk !== own && !talk.kind);
  return new Set(others.flatMap((talk) => messagesOf(talk).map((id) => id + start)));
}

/** All messages that a talk claims. */
export const messagesOf = ({ announcement, lecture, qa }: Talk): number[] => [
  ...announcement,
  ...lecture,
  ...qa.flatMap(messagesIn),
];

/**
 * Joins the last talk of a log with what the next day's log holds of it: its continuation, and answers to its questions.
 * Undefined where there is neither. Both logs must have gone through all stages.
 */
export function jointOf(first: Transcript, next: Transcript, lexicon: Lexicon): Joint | undefined {
  const talk = first.talks.findLast(({ kind }) => !kind);
  if (!talk || daysBetween(first.date, next.date) !== 1) return undefined;
  const continuation = continuationOf(first, talk, next, lexicon.talks);
  const tree = joinedTree([first, next]);
  const start = first.children.length;
  const joined = continuation ? joinedTalk(tree, talk, start, continuation) : { ...talk };
  if (continuation) {
    tree.talks = [joined, ...bounds(next, start, continuation.own)];
    unified().use(outline, lexicon).use(questions, lexicon).runSync(tree);
  }
  const { qa, late } = withLateAnswers(tree, joined, start, takenIn(next, start, continuation?.own));
  if (!continuation && !late) return undefined;
  tree.talks = [{ ...joined, qa }];
  if (late) tree.talks[0]!.review = [...joined.review, { code: 'late-answers' }];
  unified()
    .use(topics, lexicon)
    .use(glossary, lexicon)
    .use(restrictions, lexicon)
    .use(certainty, lexicon)
    .runSync(tree);
  return { tree, talk: tree.talks[0]!, own: [talk, continuation?.own] };
}

const flat = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...flat(section.sections)]);

/**
 * The part of a joint talk that lies in one of its logs, with that log's ordinals: what the roles of its messages follow
 * from. `from` and `to` bound the log in the joined ordinals, the end exclusive.
 */
export function partOf({ talk }: Joint, id: string, from: number, to: number): Talk {
  const inside = (ids: readonly number[]) =>
    ids.filter((one) => one >= from && one < to).map((one) => one - from);
  const turn = <T extends { messages: number[] }>(one: T): T => ({ ...one, messages: inside(one.messages) });
  return {
    ...talk,
    id,
    lecture: inside(talk.lecture),
    announcement: inside(talk.announcement),
    sections: flat(talk.sections)
      .filter(({ message }) => message >= from && message < to)
      .map((section) => ({ ...section, message: section.message - from, sections: [] })),
    qa: talk.qa.map(({ question, answers }) => ({ question: turn(question), answers: answers.map(turn) })),
    restrictions: talk.restrictions
      .filter(({ message }) => message >= from && message < to)
      .map((span) => ({ ...span, message: span.message - from })),
  };
}
