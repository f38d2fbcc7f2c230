import { readFileSync } from 'node:fs';

/** What speaks for a candidate, by name; a model gives each name a weight. */
export type Features = Readonly<Record<string, number>>;

/** `lexicon/topics-model.json`: a logistic model; written by `tools/fit-topics.mjs`. */
export interface Model {
  bias: number;
  weights: Readonly<Record<string, number>>;
}

let shipped: Model | undefined;

/** The shipped model, read once. */
export function loadModel(): Model {
  const file = new URL('../../../lexicon/topics-model.json', import.meta.url);
  shipped ??= JSON.parse(readFileSync(file, 'utf8')) as Model;
  return shipped;
}

/** How likely an editor would tag the talk with a candidate, 0 to 1. */
export function scoreOf(features: Features, { bias, weights }: Model): number {
  let sum = bias;
  for (const name in weights) sum += weights[name]! * (features[name] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
