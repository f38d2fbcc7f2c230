// Log-linear weights of choices among options, of which 'none' scores 0: maximum likelihood with L2, by Adam.
const rate = 0.08;

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

/** Weights by number. */
export function fitLinear(examples, size, l2, rounds) {
  const w = new Float64Array(size);
  const m = new Float64Array(size);
  const s = new Float64Array(size);
  for (let round = 1; round <= rounds; round++) {
    const g = new Float64Array(size);
    for (const { options, good } of examples) {
      const scores = options.map((option) => dot(option, w));
      pulls(scores, good).forEach(({ pull }, k) => {
        const { index, value } = options[k];
        if (Math.abs(pull) > 1e-4) for (let i = 0; i < index.length; i++) g[index[i]] += pull * value[i];
      });
    }
    for (let i = 0; i < size; i++) {
      g[i] += l2 * w[i];
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
