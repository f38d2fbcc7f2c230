import { readFileSync } from 'node:fs';

/** Weights by feature; a feature without a weight counts for nothing. */
export type Weights = Readonly<Record<string, number>>;

/** What a message shows, by feature. */
export type Features = Record<string, number>;

/** The fitted part of the stage: see `tools/train-questions.mjs`. */
export interface Model {
  /** Whether a member's message goes on with his last question (log-odds). */
  join: Weights;
  /** Whether a message of the speaker answers a question, against answering none. */
  speaker: Weights;
  /** The same for a message of any other member. */
  member: Weights;
}

/** `lexicon/questions.json`. */
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
export function scoreBy(weights: Weights, features: Features): number {
  let sum = 0;
  for (const name in features) sum += (weights[name] ?? 0) * features[name]!;
  return sum;
}
