// Logistic regression by Newton's method.

/** Solves a·x = b by Gauss's elimination; `a` is positive definite. */
function solve(a, b) {
  const n = b.length;
  const m = a.map((row, i) => [...row, b[i]]);
  for (let i = 0; i < n; i++) {
    for (let k = i + 1; k < n; k++) {
      const f = m[k][i] / m[i][i];
      for (let c = i; c <= n; c++) m[k][c] -= f * m[i][c];
    }
  }
  const x = Array(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let rest = m[i][n];
    for (let c = i + 1; c < n; c++) rest -= m[i][c] * x[c];
    x[i] = rest / m[i][i];
  }
  return x;
}

const rounds = 12;

/**
 * Maximum likelihood with L2 over rows `{ x, y }` (`y` 0 or 1, `x` without the constant), from zero, no random numbers;
 * the constant comes last and is not penalised.
 */
export function fitLogistic(rows, size, l2) {
  const n = size + 1;
  let w = new Float64Array(n);
  for (let round = 0; round < rounds; round++) {
    const grad = Float64Array.from(w, (value, k) => (k === size ? 0 : -l2 * value));
    const hess = Array.from({ length: n }, (_, k) => {
      const row = new Float64Array(n);
      row[k] = k === size ? 1e-6 : l2;
      return row;
    });
    for (const { x, y } of rows) {
      let z = w[size];
      for (let k = 0; k < size; k++) z += w[k] * x[k];
      const p = 1 / (1 + Math.exp(-z));
      for (let k = 0; k < n; k++) {
        const value = k === size ? 1 : x[k];
        if (value === 0) continue;
        grad[k] += (y - p) * value;
        for (let c = 0; c < n; c++) hess[k][c] += p * (1 - p) * value * (c === size ? 1 : x[c]);
      }
    }
    const step = solve(
      hess.map((row) => [...row]),
      grad,
    );
    w = w.map((value, k) => value + step[k]);
  }
  return w;
}
