// Gradient-boosted trees on top of linear scores, for the same choices.
import { dot, pulls } from './linear.mjs';

const depth = 2;
const rate = 0.1;
const lambda = 5;
/** Smallest sum of second derivatives in a leaf, so that no leaf rests on a few messages. */
const leafWeight = 3;
const bins = 12;
const round = (x) => Math.round(x * 1000) / 1000;

/** Bounds that part the values of a feature into bins of about one size. */
function boundsOf(values) {
  const sorted = Float64Array.from(values).sort();
  const found = [];
  for (let q = 1; q < bins; q++) {
    const x = round(sorted[Math.floor((q * sorted.length) / bins)]);
    if (x > sorted[0] && x > (found.at(-1) ?? Number.NEGATIVE_INFINITY)) found.push(x);
  }
  const top = round(sorted.at(-1));
  if (found.length < 3 && top > (found.at(-1) ?? sorted[0])) found.push(top);
  return found;
}

/** Rows of bin numbers, one for each option; `at` is the number of its first feature. */
function binned(options) {
  const features = [...new Set(options.flatMap((option) => Object.keys(option.features)))].sort();
  const bounds = features.map((name) => boundsOf(options.map((option) => option.features[name] ?? 0)));
  const cells = new Uint8Array(options.length * features.length);
  options.forEach((option, row) => {
    features.forEach((name, f) => {
      const x = option.features[name] ?? 0;
      let bin = 0;
      while (bin < bounds[f].length && x >= bounds[f][bin]) bin++;
      cells[row * features.length + f] = bin;
    });
  });
  return { features, bounds, cells };
}

/** The split of some rows that gains most, if any does. */
function splitOf({ features, bounds, cells }, rows, first, second) {
  const width = bins + 2;
  const g = new Float64Array(features.length * width);
  const h = new Float64Array(features.length * width);
  let [allG, allH] = [0, 0];
  for (const row of rows) {
    allG += first[row];
    allH += second[row];
    for (let f = 0; f < features.length; f++) {
      const cell = f * width + cells[row * features.length + f];
      g[cell] += first[row];
      h[cell] += second[row];
    }
  }
  const worth = (x, y) => (x * x) / (y + lambda);
  let best;
  let most = worth(allG, allH) + 1e-3;
  for (let f = 0; f < features.length; f++) {
    let [lowG, lowH] = [0, 0];
    for (let bin = 0; bin < bounds[f].length; bin++) {
      lowG += g[f * width + bin];
      lowH += h[f * width + bin];
      if (lowH < leafWeight || allH - lowH < leafWeight) continue;
      const gain = worth(lowG, lowH) + worth(allG - lowG, allH - lowH);
      if (gain > most) [most, best] = [gain, { f, bin }];
    }
  }
  return { best, leaf: round((-rate * allG) / (allH + lambda)) };
}

/** A tree over some rows; adds what it gives each row to `scores`. */
function grow(table, rows, first, second, scores, levels) {
  const { best, leaf } = splitOf(table, rows, first, second);
  if (levels === 0 || !best) {
    for (const row of rows) scores[row] += leaf;
    return leaf;
  }
  const { features, bounds, cells } = table;
  const isLow = (row) => cells[row * features.length + best.f] <= best.bin;
  const below = rows.filter(isLow);
  const above = rows.filter((row) => !isLow(row));
  const part = (some) => grow(table, some, first, second, scores, levels - 1);
  return [features[best.f], bounds[best.f][best.bin], part(below), part(above)];
}

/** Trees for the examples, each fitted to what the linear weights and the trees before it leave. */
export function fitTrees(examples, weights, count) {
  const options = examples.flatMap((example) => example.options);
  const table = binned(options);
  const scores = Float64Array.from(options, (option) => dot(option, weights));
  const first = new Float64Array(options.length);
  const second = new Float64Array(options.length);
  const rows = options.map((_, row) => row);
  return Array.from({ length: count }, () => {
    let at = 0;
    for (const example of examples) {
      const own = Array.from(scores.subarray(at, at + example.options.length));
      for (const { share, pull } of pulls(own, example.good)) {
        first[at] = pull;
        second[at++] = Math.max(share * (1 - share), 1e-4);
      }
    }
    return grow(table, rows, first, second, scores, depth);
  });
}
