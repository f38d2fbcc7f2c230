// Log-linear weights of choices among options, of which 'none' scores 0: maximum likelihood with L2, by Adam.
const rate = 0.08;

/** Gives out the numbers of the weights, named `kind.feature`; features in `without` get none. */
export function numbering(without = new Set()) {
  const names = [];
  const numbers = new Map();
  /** Features of some kinds as parallel arrays of numbers and values. */
  const sparse = (features, kinds) => {
    const index = [];
    const value = [];
    for (const kind of kinds)
      for (const [feature, x] of Object.entries(features)) {
        if (!x || without.has(feature)) continue;
        const name = `${kind}.${feature}`;
        if (!numbers.has(name)) {
          numbers.set(name, names.length);
          names.push(name);
        }
        index.push(numbers.get(name));
        value.push(x);
      }
    return { index: Int32Array.from(index), value: Float64Array.from(value), features };
  };
  return { names, sparse };
}

/** Score of an option by the weights. */
export function dot({ index, value }, weights) {
  let sum = 0;
  for (let i = 0; i < index.length; i++) sum += value[i] * weights[index[i]];
  return sum;
}

/** By how much each option's probability surpasses what it should be, and the probabilities. */
export function pulls(scores, good) {
  const odds = scores.map((score) => Math.exp(Math.min(score, 30)));
  const all = odds.reduce((a, b) => a + b, 1);
  const right = good.reduce((sum, k) => sum + odds[k], 0);
  return odds.map((x, k) => ({ share: x / all, pull: x / all - (good.includes(k) ? x / right : 0) }));
}

/** All options of all examples in a row: going through them is several times faster than through objects. */
function packed(examples) {
  const options = examples.flatMap((example) => example.options);
  const starts = new Int32Array(options.length + 1);
  options.forEach((option, i) => {
    starts[i + 1] = starts[i] + option.index.length;
  });
  const index = new Int32Array(starts.at(-1));
  const value = new Float64Array(starts.at(-1));
  options.forEach((option, i) => {
    index.set(option.index, starts[i]);
    value.set(option.value, starts[i]);
  });
  return { starts, index, value };
}

/** Adds to `g` what the examples pull each weight. */
function gradient(examples, { starts, index, value }, w, g) {
  let option = 0;
  for (const { options, good } of examples) {
    const scores = options.map((_, k) => {
      let sum = 0;
      for (let i = starts[option + k]; i < starts[option + k + 1]; i++) sum += value[i] * w[index[i]];
      return sum;
    });
    for (const { pull } of pulls(scores, good)) {
      if (Math.abs(pull) > 1e-4)
        for (let i = starts[option]; i < starts[option + 1]; i++) g[index[i]] += pull * value[i];
      option++;
    }
  }
}

/** Weights by number; `l2` is one penalty for all or one for each. */
export function fitLinear(examples, size, l2, rounds) {
  const w = new Float64Array(size);
  const m = new Float64Array(size);
  const s = new Float64Array(size);
  const rows = packed(examples);
  for (let round = 1; round <= rounds; round++) {
    const g = new Float64Array(size);
    gradient(examples, rows, w, g);
    for (let i = 0; i < size; i++) {
      g[i] += (typeof l2 === 'number' ? l2 : l2[i]) * w[i];
      m[i] = 0.9 * m[i] + 0.1 * g[i];
      s[i] = 0.99 * s[i] + 0.01 * g[i] * g[i];
      w[i] -= (rate * m[i]) / (1 - 0.9 ** round) / (Math.sqrt(s[i] / (1 - 0.99 ** round)) + 1e-8);
    }
  }
  return w;
}

/** Weights by kind, as the model holds them, in an order that does not depend on the way. */
export function byKind(weights, names, kinds) {
  const entries = names.map((name, i) => [...name.split('.'), Math.round(weights[i] * 1000) / 1000]);
  const of = (kind) =>
    entries.filter(([k, , value]) => k === kind && value !== 0).map(([, name, value]) => [name, value]);
  return Object.fromEntries(
    kinds.map((kind) => [kind, Object.fromEntries(of(kind).sort(([a], [b]) => (a < b ? -1 : 1)))]),
  );
}

/** A model of weights by kind and trees as JSON: a line for each map of weights and each tree. */
export const writtenKinds = (model) =>
  `${JSON.stringify(model, null, 1)
    .replace(/\[[^[\]{}]*(?:\[[^[\]{}]*\][^[\]{}]*)*\]/gu, (tree) => tree.replace(/\s+/gu, ''))
    .replace(/,\n\s+(?="?[^\n]*: -?[\d.]+,?\n)/gu, ', ')}\n`;
