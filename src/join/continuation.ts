import { bare } from '../language/text.js';
import type { Lexicon } from '../lexicon.js';
import { scoreOf } from '../stages/cues.js';
import { presentedBy } from '../stages/lecture.js';
import { isWorthSitting, speaksOf } from '../stages/talks/sittings.js';
import type { Message, Talk, Transcript } from '../transcript.js';

/** What of the next day's log belongs to a talk: its lecture there, and the talk that the log alone gave. */
export interface Continuation {
  lecture: number[];
  own?: Talk;
}

const day = 86_400;
/** Seconds of silence over midnight through which a talk goes on without a word about it. */
const overMidnight = 3600;
/** Points of what is said after midnight where the talk was not closed before: less than a sitting of which somebody speaks. */
const afterMidnight = 2.5;
/** Seconds of the next day in which a talk that ran over midnight ends. */
const night = 5 * 3600;
/** Messages around the break in which it is spoken of. */
const around = { own: 5, others: 12 };

const ownMessages = (tree: Transcript, { nicks }: Talk) =>
  tree.children.filter(({ sender, duplicateOf }) => duplicateOf === undefined && nicks.includes(sender));

/** Whether the speaker says at the end of one day that the talk goes on, or somebody says so before it does. */
function spokenOf(
  first: Transcript,
  talk: Talk,
  next: Transcript,
  lecture: readonly number[],
  words: Lexicon['talks'],
): boolean {
  const end = talk.lecture.at(-1)!;
  const last = ownMessages(first, talk).filter(({ id }) => id >= end - 1);
  if (last.slice(0, around.own).some((message) => speaksOf(message, words.paused))) return true;
  const start = lecture[0]!;
  const calls = next.children.slice(Math.max(0, start - around.others), start);
  const opening = ownMessages(next, talk)
    .filter(({ id }) => id >= start)
    .slice(0, around.own - 2);
  return [...calls, ...opening].some((message) => speaksOf(message, words.continued));
}

/** The talk's speakers in the next day's log up to a message, as if they gave a talk there. */
const guest = (talk: Talk, last: number): Talk => ({
  ...talk,
  announcement: [],
  title: '',
  window: { first: 0, last },
  lecture: [],
  review: [],
});

function lastWithin(tree: Transcript, seconds: number): number {
  return tree.children.findLastIndex(({ clock }) => clock <= seconds);
}

/** Whether the speaker has said that he is done. */
const isClosed = (tree: Transcript, talk: Talk) =>
  ownMessages(tree, talk).some(
    (message) => message.id >= talk.lecture.at(-1)! && scoreOf(message, 'closing') >= 0.8,
  );

function presented(
  tree: Transcript,
  talk: Talk,
  last: number,
  words: Lexicon['talks'],
  least?: number,
): number[] {
  const parts = (talk.persons ?? [talk.nicks]).map((nicks) =>
    presentedBy(tree, guest(talk, last), nicks, words),
  );
  const items = parts.flat();
  if (!isWorthSitting(items, least)) return [];
  return items.map(({ message }) => message.id).sort((a, b) => a - b);
}

const gapTo = (from: Message, to: Message | undefined) =>
  to ? to.clock + day - from.clock : Number.POSITIVE_INFINITY;

/**
 * How a talk goes on in the log of the following day: over midnight without a longer silence, or later where somebody
 * says that it does. Undefined where it does not, and where the speaker gives another talk.
 */
export function continuationOf(
  first: Transcript,
  talk: Talk,
  next: Transcript,
  words: Lexicon['talks'],
): Continuation | undefined {
  const end = first.children[talk.lecture.at(-1)!]!;
  const own = next.talks.find(({ kind, nicks }) => !kind && nicks.some((nick) => talk.nicks.includes(nick)));
  const other =
    own && own.title !== '' && bare(own.title) !== bare(talk.title) && own.announcement.length > 0;
  if (other) return undefined;
  const late = isClosed(first, talk)
    ? []
    : presented(next, talk, lastWithin(next, night), words, afterMidnight);
  if (late.length && gapTo(end, next.children[late[0]!]) <= overMidnight) {
    const same = own?.lecture.some((id) => late.includes(id));
    return own && same
      ? { lecture: [...new Set([...late, ...own.lecture])].sort((a, b) => a - b), own }
      : { lecture: late };
  }
  const lecture = own?.lecture ?? presented(next, talk, next.children.length - 1, words);
  if (!lecture.length || !spokenOf(first, talk, next, lecture, words)) return undefined;
  return own ? { lecture, own } : { lecture };
}
