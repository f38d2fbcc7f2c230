import { readdirSync, readFileSync } from 'node:fs';
import type { Tree } from './models/trees.js';
import { shippedAt } from './place.js';
import type { People } from './schema/people.js';
import type { Taxonomy } from './schema/taxonomy.js';
import type { CueKind } from './transcript.js';

/** One rule of `lexicon/cues/KIND.json`; exactly one of the ways to match is set. */
export interface CueRule {
  id: string;
  score: number;
  /** Texts that equal the whole message once emoji, punctuation and white space are taken off. */
  whole?: string[];
  starts?: string[];
  ends?: string[];
  phrases?: string[];
  /** A regular expression without nested quantifiers (checked by `lexicon check`). */
  pattern?: string;
  /** The message is made of emoji of this list of `lexicon/emoji.json` only. */
  emoji?: string;
  /** Bounds on the length of the message text, in UTF-16 units. */
  min?: number;
  max?: number;
}

export interface CueSet {
  kind: CueKind;
  rules: CueRule[];
}

/** `lexicon/outline.json`. */
export interface OutlineWords {
  units: string[];
  unitNouns: string[];
  wordMarkers: string[];
  sectionWords: string[];
  topWords: string[];
  notHeading: string[];
  sentenceWords: string[];
  spoken: string[];
  spokenEnds: string[];
  spokenNot: string[];
  spokenStarts: string[];
  leads: string[];
  topUnits: string[];
  listUnits: string[];
  spokenSkip: string;
  agenda: string[];
  /** What a title says last to announce its text. */
  tails: string[];
  /** Adverbs of sentences, and words that hold their characters without being such. */
  adverbs: string[];
  notAdverbs: string[];
  /** Words that move on to another topic; verbs of saying, words that begin like them, what softens them, and forms of 是. */
  movesOn: string[];
  says: string[];
  notSays: string[];
  softens: string[];
  isWords: string[];
  /** Of the words that move on: to a first thing, a further one, another matter, the last. */
  moves: Record<'first' | 'further' | 'on' | 'last', string[]>;
}

/** What a heading may be found as: behind a number, without one, within a message, in what is said. */
export type HeadingKind = 'numbered' | 'plain' | 'inner' | 'spoken';

/** Weights by feature; a feature without a weight counts for nothing. */
export type Weights = Readonly<Record<string, number>>;

/** `lexicon/outline-model.json`: weights of all candidates, to which those of a kind are added, and trees that correct the sum. */
export type OutlineModel = Readonly<Record<'all' | HeadingKind, Weights>> & {
  readonly trees: readonly Tree[];
};

/** `lexicon/restrictions.json`: what is near a request not to pass something on. */
export interface RestrictionWords {
  /** What a lecture says must stay secret is no request to the group. */
  secrets: string[];
  /** Others to whom a lecture's rule applies, and phrases in which these words mean nobody else. */
  others: string[];
  notOthers: string[];
  /** What shows that the group is meant, anywhere in the sentence or at its end. */
  group: string[];
  groupEnds: string[];
}

/** `lexicon/discussions.json`: what makes a chat a discussion; its note says how the numbers are used. */
export interface DiscussionRules {
  characters: number;
  rare: number;
  shared: number;
  reach: number;
  pause: number;
  least: { people: number; messages: number; pairs: number; concepts: number; named: number; others: number };
  answer: number;
  thread: { reach: number; pause: number; prompt: number; shared: number; question: number };
  notTitle: string[];
  full: Record<'people' | 'messages' | 'pairs' | 'concepts' | 'named' | 'turns', number>;
  weights: Record<'people' | 'messages' | 'pairs' | 'concepts' | 'named' | 'turns', number>;
  enough: number;
}

/** All of `lexicon/` that the stages use; plain data. */
export interface Lexicon {
  cues: CueSet[];
  emoji: Record<string, string[]>;
  /** `lexicon/people.json`: what the parts of a nick can be. */
  people: People;
  /** `lexicon/talks.json`: phrases around announcements and openings, by use. */
  talks: Record<string, string[]>;
  discussions: DiscussionRules;
  /** `lexicon/outline.json`: phrases around headings, by use. */
  outline: OutlineWords;
  restrictions: RestrictionWords;
  /** `lexicon/outline-model.json`: weights by which headings are picked; written by `tools/train-outline.mjs`. */
  outlineModel: OutlineModel;
  /** `lexicon/topics/*.json`, in the order of their names; `conceptsOf` finds their labels in texts. */
  topics: Taxonomy[];
  /** `lexicon/subjects.json`: nouns that are no topic alone, and what titles say before and after their subject. */
  subjects: { hollow: string[]; before: string[]; after: string[] };
  /** `lexicon/idf.json`: how rare a word or concept (by id) is; `unknown` is the value of one without an entry. */
  idf: { unknown: number; words: Record<string, number>; concepts: Record<string, number> };
}

const folder = shippedAt('lexicon/');
const json = (path: string) => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
const all = (path: string) =>
  readdirSync(new URL(path, folder))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => json(path + name));

/** Reads the shipped lexicon (some 20 ms). */
export function loadLexicon(): Lexicon {
  return {
    cues: all('cues/'),
    emoji: json('emoji.json'),
    people: json('people.json'),
    talks: json('talks.json'),
    discussions: json('discussions.json'),
    outline: json('outline.json'),
    restrictions: json('restrictions.json'),
    outlineModel: json('outline-model.json'),
    topics: all('topics/'),
    subjects: json('subjects.json'),
    idf: json('idf.json'),
  };
}
