import { foldedText } from '../language/fold.js';
import type { TalkHead } from '../store/record.js';
import type { Entry } from '../store/store.js';
import type { Heard } from './by-sound.js';
import type { Cause, Score } from './score.js';
import { type Marked, marked, snippetOf } from './snippet.js';

/** What is found, with why and where. */
export interface Hit {
  kind: Entry['kind'];
  /** Comparable within a search, but for hits by sound, which stand behind all that have the whole query as text. */
  score: number;
  /** Share of the query's words that it has, by their rarity: 1 is all, also where it only sounds like the query. */
  coverage: number;
  /** What it is called: title of the talk, section or question, or the concept's preferred name. */
  heading: Marked;
  snippet: Marked;
  /** The talk that it belongs to; of a concept none. */
  talk?: TalkHead;
  /** JSON pointer into the talk's note. */
  pointer?: string;
  /** Titles of the sections around it. */
  above?: string[];
  /** Ordinal of its first message, in its source. */
  message?: number;
  source?: number;
  /** Key of a concept. */
  concept?: string;
  termKind?: Entry['termKind'];
  /** Talks that define a concept. */
  talks?: number;
  /** Why it stands where it does, the weightiest cause first. */
  causes: Cause[];
  /** What sounds like the query, where no text is it. */
  heard?: Heard;
}

/** An entry with its rank, before it is shown. */
export interface Ranked extends Score {
  entry: Entry;
  heard?: Heard;
}

/** Texts to be marked in a hit: those that counted, and what sounded like the query. */
const wordsOf = ({ causes, heard }: Ranked) => [
  ...causes.filter(({ counts }) => counts).flatMap(({ what }) => what),
  ...(heard ? [foldedText(heard.part)] : []),
];

/** Shows an entry: its heading and the part of its text that says most, with what was found in them. */
export function hitOf(ranked: Ranked, talks: ReadonlyMap<string, TalkHead>): Hit {
  const { entry, coverage, score, heard } = ranked;
  const words = wordsOf(ranked);
  const names = entry.term.split('\n');
  const heading = entry.kind === 'concept' ? names[0]! : entry.heading;
  const text = entry.kind === 'concept' ? entry.definition || names.slice(1).join(' · ') : entry.body;
  return {
    kind: entry.kind,
    score: Math.round(score * 1000) / 1000,
    coverage: Math.round(coverage * 1000) / 1000,
    heading: marked(heading, words),
    snippet: snippetOf(text, words),
    ...(entry.talk !== undefined && { talk: talks.get(entry.talk) }),
    ...(entry.pointer !== undefined && { pointer: entry.pointer, above: entry.above ?? [] }),
    ...(entry.message !== undefined && { message: entry.message }),
    ...(entry.source !== undefined && { source: entry.source }),
    ...(entry.concept !== undefined && {
      concept: entry.concept,
      termKind: entry.termKind,
      talks: entry.talks,
    }),
    causes: [...ranked.causes].sort((a, b) => b.adds - a.adds),
    ...(heard && { heard }),
  };
}
