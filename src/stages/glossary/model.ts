import { readFileSync } from 'node:fs';
import { type Tree, walk } from '../trees.js';
import type { Features } from './features.js';

/** `lexicon/definition-weights.json`: a logistic model and small trees that correct it; written by `tools/train-glossary.mjs`. */
export interface Model {
  bias: number;
  weights: Record<string, number>;
  trees: readonly Tree[];
}

let shipped: Model | undefined;

/** The shipped model, read once. */
export function loadModel(): Model {
  const file = new URL('../../../lexicon/definition-weights.json', import.meta.url);
  shipped ??= JSON.parse(readFileSync(file, 'utf8')) as Model;
  return shipped;
}

/** How sure the model is that the lecture defines a term with these features, 0 to 1. */
export function probability(features: Features, { bias, weights, trees }: Model): number {
  let sum = bias;
  for (const [name, value] of Object.entries(features)) sum += (weights[name] ?? 0) * value;
  for (const tree of trees) sum += walk(tree, features);
  return 1 / (1 + Math.exp(-sum));
}

/** What each feature adds to the log-odds of a term; the shares add up to them. A tree's leaf is shared by what it asked for. */
export function reasonsOf(
  features: Features,
  { bias, weights, trees }: Model,
): [feature: string, share: number][] {
  const shares = new Map<string, number>([['bias', bias]]);
  const add = (name: string, share: number) => shares.set(name, (shares.get(name) ?? 0) + share);
  for (const [name, value] of Object.entries(features)) add(name, (weights[name] ?? 0) * value);
  for (const tree of trees) {
    const path: string[] = [];
    const leaf = walk(tree, features, path);
    for (const name of path) add(name, leaf / path.length);
    if (!path.length) add('bias', leaf);
  }
  return [...shares];
}
