// Ridge logistic regression by Newton's method from zero: no random numbers, the same weights from the same rows.

/** Solves a x = b in place by Gauss's elimination; `a` is positive definite, so no pivot is sought. */
function solve(a, b) {
  const n = b.length;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const factor = a[j][i] / a[i][i];
      if (!factor) continue;
      for (let k = i; k < n; k++) a[j][k] -= factor * a[i][k];
      b[j] -= factor * b[i];
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) b[i] -= a[i][k] * b[k];
    b[i] /= a[i][i];
  }
  return b;
}

/** Gradient and Hessian of the punished likelihood; what they hold of `i < free` is not punished. */
function slopes(rows, w, ridge, free) {
  const cost = (i) => (i < free ? 1e-6 : ridge);
  const h = Array.from(w, (_, i) => Float64Array.from(w, (_, j) => (i === j ? cost(i) : 0)));
  const g = w.map((v, i) => -cost(i) * v);
  for (const { index, value, y, weight = 1 } of rows) {
    let sum = 0;
    for (let i = 0; i < index.length; i++) sum += value[i] * w[index[i]];
    const p = 1 / (1 + Math.exp(-sum));
    const s = weight * p * (1 - p);
    for (let i = 0; i < index.length; i++) {
      g[index[i]] += weight * (y - p) * value[i];
      const row = h[index[i]];
      for (let j = 0; j < index.length; j++) row[index[j]] += s * value[i] * value[j];
    }
  }
  return { g, h };
}

/**
 * Weights by number for rows of `{ index, value, y }` (`y` 0 or 1; `weight` where a row counts more or less than once).
 * The first `free` weights, such as that of a constant, are not drawn to zero.
 */
export function fitLogistic(rows, size, ridge, { free = 1, rounds = 12 } = {}) {
  let w = new Float64Array(size);
  for (let round = 0; round < rounds; round++) {
    const { g, h } = slopes(rows, w, ridge, free);
    const step = solve(h, g);
    w = w.map((v, i) => v + step[i]);
  }
  return w;
}
