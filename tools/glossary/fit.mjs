// The model of `lexicon/definition-weights.json`: linear weights, and small trees for what they leave.
import { fitTrees } from '../fitting/boost.mjs';
import { fitLogistic } from '../fitting/logistic.mjs';

const round = (x) => Math.round(x * 1000) / 1000;

/** A model fitted to the terms of some talks. */
export function fitModel(talks, { ridge, trees }) {
  const terms = talks.flatMap((talk) => talk.terms);
  const names = [...new Set(terms.flatMap(({ features }) => Object.keys(features)))].sort();
  const numbers = new Map(names.map((name, i) => [name, i + 1]));
  const rows = terms.map(({ features, y }) => {
    const entries = Object.entries(features).filter(([, x]) => x !== 0);
    return {
      index: Int32Array.from([0, ...entries.map(([name]) => numbers.get(name))]),
      value: Float64Array.from([1, ...entries.map(([, x]) => x)]),
      features,
      y,
    };
  });
  const weights = fitLogistic(rows, names.length + 1, ridge).map(round);
  const examples = rows.map((row) => ({ options: [row], good: row.y ? [0] : [] }));
  return {
    bias: weights[0],
    weights: Object.fromEntries(names.map((name, i) => [name, weights[i + 1]])),
    trees: trees ? fitTrees(examples, weights, trees) : [],
  };
}
