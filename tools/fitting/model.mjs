// Logistic models as src/models/logistic.ts reads them: linear weights, and small trees for what they leave.
import { fitTrees } from './boost.mjs';
import { fitLogistic } from './logistic.mjs';

const round = (x) => Math.round(x * 1000) / 1000;

/** A model fitted to rows of `{ features, y }`, `y` being 0 or 1. */
export function fitModel(sample, { ridge, trees }) {
  const names = [...new Set(sample.flatMap(({ features }) => Object.keys(features)))].sort();
  const numbers = new Map(names.map((name, i) => [name, i + 1]));
  const rows = sample.map(({ features, y }) => {
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

/** A model as JSON: weights and trees a line each. */
export const writtenModel = ({ bias, weights, trees }) =>
  `{\n "bias": ${bias},\n "weights": {\n${Object.entries(weights)
    .map(([name, value]) => `  ${JSON.stringify(name)}: ${value}`)
    .join(
      ',\n',
    )}\n },\n "trees": [\n${trees.map((tree) => `  ${JSON.stringify(tree)}`).join(',\n')}\n ]\n}\n`;
