import type { Article } from './article.js';
import type { Log } from './log.js';
import type { Place } from './path.js';

/** What an article and its log agree on about the lecture. */
export interface Lecture {
  /** Nicks by the share of the talk's aligned text that they sent, the most first. */
  speakers: string[];
  /** Share of the aligned text that the speakers sent: low where the article tells a discussion. */
  spoken: number;
  /** Certain members, ascending, with what speaks for each. */
  members: { message: number; confidence: number }[];
  /** The speakers' messages among them of which the article says nothing: they may or may not belong. */
  doubtful: number[];
}

/** Nobody with less of the aligned text than this is a speaker. */
const speakerShare = 0.25;
/** A message of which the article holds so much is a member. */
const leastHeld = 0.6;
/** A speaker's picture among the members, which the article does not show: 19 of 20 belong in the hand-made labels. */
const picture = 0.8;
/** Before the first member and after the last, so many messages are doubtful: editors drop how a talk is opened. */
const margin = 15;
/** An aligned sentence weighs from so good a likeness on. */
const sure = 0.6;

function bySender(article: Article, places: readonly Place[], log: Log): [string, number][] {
  const sent = new Map<string, number>();
  for (const [at, unit] of article.units.entries()) {
    const place = places[at];
    if (!place || place.score < sure || unit.part !== 'lecture' || unit.kind !== 'text') continue;
    const { sender } = log.messages[place.message]!;
    sent.set(sender, (sent.get(sender) ?? 0) + unit.norm.length);
  }
  return [...sent].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/**
 * Speakers and lecture of a talk. `held` is the coverage of each message by the article's talk alone. A picture of
 * the speaker between two members is one too, since editors drop pictures that do not load.
 */
export function lectureOf(
  article: Article,
  places: readonly Place[],
  held: readonly number[],
  log: Log,
): Lecture | null {
  const sent = bySender(article, places, log);
  const total = sent.reduce((sum, [, size]) => sum + size, 0);
  if (!total) return null;
  const chosen = sent.filter(([, size]) => size >= speakerShare * total);
  const speakers = chosen.map(([sender]) => sender);
  const spoken = chosen.reduce((sum, [, size]) => sum + size, 0) / total;
  const own = log.messages.filter(({ sender, copyOf }) => speakers.includes(sender) && copyOf === undefined);
  const told = own.filter(({ id }) => held[id]! >= leastHeld);
  if (!told.length) return null;
  const [first, last] = [told[0]!.id, told.at(-1)!.id];
  const members: Lecture['members'] = [];
  const doubtful: number[] = [];
  for (const { id, pictures, norm } of own) {
    if (id < first - margin || id > last + margin) continue;
    if (id < first || id > last) doubtful.push(id);
    else if (held[id]! >= leastHeld) members.push({ message: id, confidence: held[id]! });
    else if (pictures.length && !norm) members.push({ message: id, confidence: picture });
    else doubtful.push(id);
  }
  return { speakers, spoken, members, doubtful };
}
