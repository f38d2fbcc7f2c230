import { readdirSync, readFileSync } from 'node:fs';
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

/** All of `lexicon/` that the stages use; plain data. */
export interface Lexicon {
  cues: CueSet[];
  emoji: Record<string, string[]>;
}

const folder = new URL('../lexicon/', import.meta.url);
const json = (path: string) => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));

/** Reads the shipped lexicon. */
export function loadLexicon(): Lexicon {
  const cues = readdirSync(new URL('cues/', folder)).filter((name) => name.endsWith('.json')).sort();
  return { cues: cues.map((name) => json(`cues/${name}`)), emoji: json('emoji.json') };
}
