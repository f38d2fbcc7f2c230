import { kept } from '../../memory/remembered.js';
import { answeringIds, askingIds, type Thread, waiting, withoutAnswers } from './thread.js';

/** A thread with the share of the readings that hold the like of it, 0 to 1. */
export interface Agreed {
  thread: Thread;
  share: number;
}

/**
 * Of two lists of messages this part has to be common to both (Jaccard), for them to be alike. Of questions it is more
 * than the score asks for: with a half, two questions in one would be like either of them, and be taken for both.
 */
const ALIKE = { asking: 2 / 3, answers: 1 / 2 };

/** An answered thread as it stands in some readings. */
interface Candidate {
  thread: Thread;
  asking: readonly number[];
  answers: readonly number[];
  readings: number[];
}

const overlap = (a: readonly number[], b: readonly number[]) => a.some((id) => b.includes(id));

function alike(part: keyof typeof ALIKE, a: readonly number[], b: readonly number[]): boolean {
  let common = 0;
  for (const id of a) if (b.includes(id)) common++;
  return common >= ALIKE[part] * (a.length + b.length - common);
}

/** Every answered thread that some reading holds, each once, in the order of reading. */
function candidatesOf(readings: readonly (readonly Thread[])[]): Candidate[] {
  const found = new Map<string, Candidate>();
  const keys = new Map<Thread, string>();
  const keyOf = (thread: Thread) =>
    kept(keys, thread, () => `${askingIds(thread)} ${answeringIds(thread).sort((a, b) => a - b)}`);
  const candidate = (thread: Thread): Candidate => ({
    thread,
    asking: askingIds(thread),
    answers: answeringIds(thread),
    readings: [],
  });
  readings.forEach((threads, reading) => {
    for (const thread of threads)
      if (!waiting(thread)) kept(found, keyOf(thread), () => candidate(thread)).readings.push(reading);
  });
  return [...found.values()];
}

function byMessage(candidates: readonly Candidate[]): Map<number, Candidate[]> {
  const found = new Map<number, Candidate[]>();
  for (const candidate of candidates)
    for (const id of candidate.asking) kept(found, id, () => []).push(candidate);
  return found;
}

/** The candidates whose question is like that of one, itself among them. */
const askingLike = ({ asking }: Candidate, near: Map<number, Candidate[]>): Candidate[] =>
  [...new Set(asking.flatMap((id) => near.get(id) ?? []))].filter((other) =>
    alike('asking', asking, other.asking),
  );

/** How many readings hold any of some candidates. */
const readingsWith = (candidates: readonly Candidate[]): number =>
  new Set(candidates.flatMap(({ readings }) => readings)).size;

/** In how many of the readings a message answers a question like that of a candidate. */
const support = (id: number, one: Candidate, near: Map<number, Candidate[]>): number =>
  readingsWith(askingLike(one, near).filter(({ answers }) => answers.includes(id)));

/** The messages of a candidate that answer another one of some more often, if they are not all that answers it. */
function lentTo(one: Candidate, all: readonly Candidate[], near: Map<number, Candidate[]>): Set<number> {
  const place = all.indexOf(one);
  const lent = one.answers.filter((id) => {
    const others = all.filter((other) => other !== one && other.answers.includes(id));
    if (others.length === 0) return false;
    const own = support(id, one, near);
    return others.some((other) => {
      const more = support(id, other, near) - own;
      return more > 0 || (more === 0 && all.indexOf(other) < place);
    });
  });
  return new Set(lent.length < one.answers.length ? lent : []);
}

/** In how many of the readings question and answer are like those of a candidate. */
const readingsLike = (one: Candidate, near: Map<number, Candidate[]>): number =>
  readingsWith(askingLike(one, near).filter(({ answers }) => alike('answers', one.answers, answers)));

/** May both be pairs of one note? A message asks once; two questions may share the lesser part of what answers them. */
const excludes = (a: Candidate, b: Candidate) =>
  overlap(a.asking, [...b.asking, ...b.answers]) ||
  overlap(a.answers, b.asking) ||
  alike('answers', a.answers, b.answers);

/**
 * What readings of a talk agree on: answered threads that exclude each other nowhere, those first that most readings
 * hold the like of; none that fewer than `least` of them do. A message that would answer two of them answers the one that
 * it answers in more readings. With the probability of a like pair before one, and not
 * that of the whole reading, the choice is the best expected number of right pairs (Goodman 1996, "Parsing algorithms and
 * metrics", of trees; minimum Bayes risk).
 */
export function agreed(readings: readonly (readonly Thread[])[], least: number): Agreed[] {
  const candidates = candidatesOf(readings);
  const near = byMessage(candidates);
  const ranked = candidates
    .map((candidate) => ({ candidate, share: readingsLike(candidate, near) / readings.length }))
    .filter(({ share }) => share >= least)
    .sort((a, b) => b.share - a.share);
  const taken: typeof ranked = [];
  for (const one of ranked)
    if (!taken.some(({ candidate }) => excludes(candidate, one.candidate))) taken.push(one);
  const all = taken.map(({ candidate }) => candidate);
  return taken.map(({ candidate, share }) => ({
    thread: withoutAnswers(candidate.thread, lentTo(candidate, all, near)),
    share,
  }));
}
