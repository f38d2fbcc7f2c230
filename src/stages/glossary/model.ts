import { readFileSync } from 'node:fs';
import type { Features } from './features.js';

/** `lexicon/definition-weights.json`: a logistic model; written by `tools/train-glossary.mjs`. */
export interface Model {
  bias: number;
  weights: Record<string, number>;
}

let shipped: Model | undefined;

/** The shipped model, read once. */
export function loadModel(): Model {
  const file = new URL('../../../lexicon/definition-weights.json', import.meta.url);
  shipped ??= JSON.parse(readFileSync(file, 'utf8')) as Model;
  return shipped;
}

/** How sure the model is, 0 to 1. */
export function probability(features: Features, { bias, weights }: Model): number {
  let sum = bias;
  for (const [name, value] of Object.entries(features)) sum += (weights[name] ?? 0) * value;
  return 1 / (1 + Math.exp(-sum));
}
