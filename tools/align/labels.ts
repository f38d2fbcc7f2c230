import type { Article } from './article.js';
import { coverage } from './coverage.js';
import { headingsOf, type WeakHeading } from './headings.js';
import type { Log } from './log.js';
import { pairsOf, type WeakPair } from './pairs.js';
import { align, type Place } from './path.js';
import { type Lecture, lectureOf } from './talk.js';

/** Ids, or ranges of them with both ends. */
export type Ids = (number | [number, number])[];

/** A talk in the form of the hand-made labels, with what the article lets one say about it. */
export interface WeakTalk {
  title: string;
  speakers: string[];
  host: '';
  announce: never[];
  lecture: Ids;
  headings: WeakHeading[];
  qa: WeakPair[];
  topics: never[];
  glossary: never[];
  /** The article's file. */
  article: string;
  /** Share of the article's talk that the log holds. */
  confidence: number;
  /** The lecture's messages one by one: the share of each that the article holds; of a picture, see `talk.ts`. */
  members: { message: number; confidence: number }[];
  /** The speakers' messages in and about the talk of which nothing can be said. */
  doubtful: Ids;
}

/** Least share of an article's talk that its log holds; other days' logs hold none of it. */
export const leastOverlap = 0.3;
/** A talk's first speaker sent so much of it; where nobody did, the article tells a discussion. */
const leastSpoken = 0.75;
/** Fewest certain members of a talk. */
const fewest = 3;

const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** Ascending ids as ids and ranges. */
export function ranges(ids: readonly number[]): Ids {
  const found: [number, number][] = [];
  for (const id of ids) {
    const last = found.at(-1);
    if (last && last[1] === id - 1) last[1] = id;
    else found.push([id, id]);
  }
  return found.map(([first, last]) => (first === last ? first : [first, last]));
}

/** What article and log agree on, where they tell the talk of one person; null for a discussion or another day. */
export function talkOf(article: Article, log: Log): { places: Place[]; lecture: Lecture } | null {
  const places = align(article.units, log);
  const inTalk = article.units.map(({ part }) => part === 'lecture');
  const held = coverage(
    article.units.map((unit, at) => (inTalk[at] ? unit : { ...unit, kind: 'text', norm: '' })),
    places.map((place, at) => (inTalk[at] ? place : null)),
    log,
  );
  const lecture = lectureOf(article, places, held, log);
  const one = lecture && lecture.speakers.length === 1 && lecture.spoken >= leastSpoken;
  return one && lecture.members.length >= fewest ? { places, lecture } : null;
}

/** The weak labels that an article gives its log, or null where there is no talk or most of it is doubtful. */
export function labelTalk(article: Article, file: string, log: Log, overlap: number): WeakTalk | null {
  const found = overlap < leastOverlap ? null : talkOf(article, log);
  if (!found) return null;
  const { places, lecture } = found;
  const inside = lecture.doubtful.filter(
    (id) => id > lecture.members[0]!.message && id < lecture.members.at(-1)!.message,
  );
  if (inside.length > lecture.members.length) return null;
  const ids = lecture.members.map(({ message }) => message);
  return {
    title: article.title,
    speakers: lecture.speakers,
    host: '',
    announce: [],
    lecture: ranges(ids),
    headings: headingsOf(article, places, new Set(ids), log),
    qa: pairsOf(article, places, log),
    topics: [],
    glossary: [],
    article: file,
    confidence: rounded(overlap),
    members: lecture.members.map((member) => ({ ...member, confidence: rounded(member.confidence) })),
    doubtful: ranges(lecture.doubtful),
  };
}
