import type { OutlineModel } from '../../lexicon.js';
import { walk } from '../../models/trees.js';
import type { Candidate, Choice } from './candidates.js';
import type { Features } from './features.js';
import type { Heading } from './heading.js';
import { evened } from './series.js';

/** A choice with the features of its options. */
export interface Weighed extends Choice {
  /** The series of numbers that its piece belongs to, by the indexes of pieces; undefined without one. */
  series: readonly number[] | undefined;
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

/** The likeliest heading of a choice, with the log-odds that the options reach together. */
function bestOf({ options, series }: Weighed, model: OutlineModel) {
  const scores = options.map(({ features, kind }) => scoreOf(features, kind, model));
  const odds = scores.map((score) => Math.exp(Math.min(score, 30)));
  const all = odds.reduce((a, b) => a + b, 1);
  const { heading, kind } = options[scores.indexOf(Math.max(...scores))]!;
  const score = Math.round(((all - 1) / all) * 1000) / 1000;
  return {
    heading: { ...heading, score },
    odds: Math.log(all - 1),
    series: kind === 'numbered' ? series : undefined,
  };
}

/**
 * The headings that the model picks, at most one of each choice, in reading order; each with its probability. The pieces
 * of a series are picked together.
 */
export function pick(choices: Weighed[], model: OutlineModel, floor = enough): Heading[] {
  const best = choices.map((choice) => bestOf(choice, model));
  const picked = new Set(
    best.flatMap(({ heading, odds, series }) => (series && odds >= floor ? [heading.index] : [])),
  );
  const all = best.flatMap(({ series }) => (series ? [series] : []));
  const { drop, add } = evened(all, (index) => picked.has(index));
  return best.flatMap(({ heading, odds, series }) => {
    const even = series
      ? (odds >= floor && !drop.has(heading.index)) || add.has(heading.index)
      : odds >= floor;
    return even ? [heading] : [];
  });
}
