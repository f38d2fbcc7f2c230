import { type Tree, walk } from './trees.js';

/** What speaks for something, by name; a feature that is missing counts as 0. */
export type Features = Readonly<Record<string, number>>;

/** A logistic model and small trees that correct it, as the tools that fit write them to `lexicon/`. */
export interface Model {
  bias: number;
  weights: Readonly<Record<string, number>>;
  trees: readonly Tree[];
}

/** How likely a model holds what has these features, 0 to 1. */
export function probability(features: Features, { bias, weights, trees }: Model): number {
  let sum = bias;
  for (const name in features) sum += (weights[name] ?? 0) * features[name]!;
  for (const tree of trees) sum += walk(tree, features);
  return 1 / (1 + Math.exp(-sum));
}

/** Log-odds of a probability, kept within bounds that a model can weigh. */
export const logit = (p: number): number => Math.max(-5, Math.min(5, Math.log((p + 1e-4) / (1 - p + 1e-4))));

/** What each feature adds to the log-odds; the shares add up to them. A tree's leaf is shared by what it asked for. */
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
