import { readFileSync } from 'node:fs';
import type { Features } from './features.js';
import type { Kind, Link } from './link.js';

/** Weights by feature; a feature without a weight counts for nothing. */
export type Weights = Readonly<Record<string, number>>;

/** Weights of links: those of all links, to which those of their kinds are added. */
export type LinkWeights = Readonly<Record<'all' | Kind, Weights>>;

/** `lexicon/questions-model.json`, written by `tools/train-questions.mjs`. */
export interface Model {
  /** Whether a member's message goes on with his latest thread (log-odds). */
  join: Weights;
  /** Whether a message of the speaker answers a thread, against answering none. */
  speaker: LinkWeights;
  /** The same for a message of any other member. */
  member: LinkWeights;
}

/** `lexicon/questions.json`: how messages begin, end, or what they hold, by what that shows. */
export interface Wordings {
  confirm: { starts: string[] };
  understood: { starts: string[] };
  followUp: { starts: string[] };
  restate: { starts: string[] };
  deflect: { anywhere: string[] };
  address: { anywhere: string[] };
  group: { anywhere: string[] };
  yesNo: { ends: string[] };
}

const folder = new URL('../../../lexicon/', import.meta.url);
const json = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

/** Reads the shipped wordings. */
export const loadWordings = (): Wordings => json('questions.json');

/** Reads the shipped weights. */
export const loadModel = (): Model => json('questions-model.json');

/** Sum of feature times weight. */
export function scoreOf(features: Features, weights: Weights): number {
  let sum = 0;
  for (const name in features) sum += (weights[name] ?? 0) * features[name]!;
  return sum;
}

/** Score of a link, 0 being that of no link at all. */
export function linkScore(link: Link, weights: LinkWeights): number {
  return link.kinds.reduce(
    (sum, kind) => sum + scoreOf(link.features, weights[kind]),
    scoreOf(link.features, weights.all),
  );
}
