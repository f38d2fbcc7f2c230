// Terms against labels, counted as eval/score.mjs counts them.
import { norm, sameTerm } from '../fitting/match.mjs';

/** Right, found and wanted of one talk; `spare` and `missed` are what did not match. */
export function count(found, wanted) {
  const spare = [...found];
  const missed = [...wanted];
  for (const test of [(a, b) => norm(a) === norm(b), sameTerm])
    for (let i = missed.length - 1; i >= 0; i--) {
      const k = spare.findIndex((one) => test(one, missed[i]));
      if (k < 0) continue;
      spare.splice(k, 1);
      missed.splice(i, 1);
    }
  return { right: found.length - spare.length, found: found.length, wanted: wanted.length, spare, missed };
}

/** Precision, recall and F1 in per cent of several counts together. */
export function total(counts) {
  const sum = (key) => counts.reduce((all, one) => all + one[key], 0);
  const [right, found, wanted] = [sum('right'), sum('found'), sum('wanted')];
  const percent = (x, y) => (y ? (100 * x) / y : 0);
  return {
    f1: percent(2 * right, found + wanted),
    p: percent(right, found),
    r: percent(right, wanted),
    right,
    found,
    wanted,
  };
}
