import type { OutlineModel } from '../../lexicon.js';
import { walk } from '../../models/trees.js';
import type { Candidate, Choice } from './candidates.js';
import type { Features } from './features.js';
import type { Heading } from './heading.js';

/** A choice with the features of its options. */
export interface Weighed extends Choice {
  options: (Candidate & { candidate: Candidate; features: Features })[];
}

/** Score of an option, 0 being that of no heading at all (log-odds). */
export function scoreOf(features: Features, kind: Candidate['kind'], model: OutlineModel): number {
  let sum = 0;
  for (const name in features) sum += ((model.all[name] ?? 0) + (model[kind][name] ?? 0)) * features[name]!;
  for (const tree of model.trees) sum += walk(tree, features);
  return sum;
}

/** The log-odds that the options of a choice must reach together: the best F1 in five folds, docs/models/outline.md. */
const enough = -0.3;

/** The headings that the model picks, at most one of each choice, in reading order; each with its probability. */
export function pick(choices: Weighed[], model: OutlineModel, floor = enough): Heading[] {
  return choices.flatMap(({ options }) => {
    const scores = options.map(({ features, kind }) => scoreOf(features, kind, model));
    const odds = scores.map((score) => Math.exp(Math.min(score, 30)));
    const all = odds.reduce((a, b) => a + b, 1);
    const best = scores.indexOf(Math.max(...scores));
    const sure = (all - 1) / all;
    if (Math.log(all - 1) < floor) return [];
    return [{ ...options[best]!.heading, score: Math.round(sure * 1000) / 1000 }];
  });
}
