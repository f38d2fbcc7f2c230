import { readdirSync, readFileSync } from 'node:fs';
import type { Tree } from './models/trees.js';
import { shippedAt } from './place.js';
import type { Definitions } from './schema/definitions.js';
import type { Discussions } from './schema/discussions.js';
import type { Outline } from './schema/outline.js';
import type { People } from './schema/people.js';
import type { Restrictions } from './schema/restrictions.js';
import type { Subjects } from './schema/subjects.js';
import type { Talks } from './schema/talks.js';
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

/** A file of `lexicon/cues`, or of an overlay, which may bring further rules of a kind that is there. */
export interface CueSet {
  kind: CueKind;
  rules: CueRule[];
}

/** `lexicon/outline.json`. */
export type OutlineWords = Outline;

/** `lexicon/restrictions.json`. */
export type RestrictionWords = Restrictions;

/** What a heading may be found as: behind a number, without one, within a message, in what is said. */
export type HeadingKind = 'numbered' | 'plain' | 'inner' | 'spoken';

/** Weights by feature; a feature without a weight counts for nothing. */
export type Weights = Readonly<Record<string, number>>;

/** `lexicon/outline-model.json`: weights of all candidates, to which those of a kind are added, and trees that correct the sum. */
export type OutlineModel = Readonly<Record<'all' | HeadingKind, Weights>> & {
  readonly trees: readonly Tree[];
};

/** `lexicon/discussions.json`. */
export type DiscussionRules = Discussions;

/** All of `lexicon/` that the stages use; plain data. */
export interface Lexicon {
  cues: CueSet[];
  emoji: Record<string, string[]>;
  /** `lexicon/people.json`: what the parts of a nick can be. */
  people: People;
  /** `lexicon/talks.json`: phrases around announcements and openings, by use. */
  talks: Talks;
  discussions: DiscussionRules;
  /** `lexicon/outline.json`: phrases around headings, by use. */
  outline: OutlineWords;
  restrictions: RestrictionWords;
  /** `lexicon/outline-model.json`: weights by which headings are picked; written by `tools/train-outline.mjs`. */
  outlineModel: OutlineModel;
  /** `lexicon/topics/*.json`, in the order of their names; `conceptsOf` finds their labels in texts. */
  topics: Taxonomy[];
  /** `lexicon/subjects.json`: nouns that are no topic alone, and what titles say before and after their subject. */
  subjects: Subjects;
  /** `lexicon/definitions.json`: phrases that define, and what terms look like. */
  definitions: Definitions;
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
    definitions: json('definitions.json'),
    idf: json('idf.json'),
  };
}
