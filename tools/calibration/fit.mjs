// A calibrator of one kind of decision: log-odds by weights.
import { fitLinear } from '../fitting/linear.mjs';

const rounds = 500;
/** L2 on the weights: of 0.1, 0.5 and 2 for each kind, what gave the least loss and calibration error out of fold. */
export const decay = { lecture: 0.5, heading: 2, pair: 2 };
const round = (x) => Math.round(x * 1000) / 1000;

/**
 * The rules were written on the shared labels, so they are right there more often than on a log nobody has seen. Those
 * cases carry a mark of their own, which takes that up and is then left out.
 */
const marked = ({ set, found, features }) =>
  set === 'shared' ? { ...features, [found ? 'in.seen' : 'out.seen']: 1 } : features;

/** Fits `{set, found, features, truth}` cases; `l2` on the weights. */
export function fitCalibrator(cases, l2) {
  const all = cases.map((one) => ({ features: marked(one), truth: one.truth }));
  const names = [...new Set(all.flatMap(({ features }) => Object.keys(features)))].sort();
  const number = new Map(names.map((name, i) => [name, i]));
  const examples = all.map(({ features, truth }) => {
    const known = Object.entries(features).filter(([, x]) => x !== 0);
    const index = Int32Array.from(known, ([name]) => number.get(name));
    return { options: [{ index, value: Float64Array.from(known, ([, x]) => x) }], good: truth ? [0] : [] };
  });
  const weights = fitLinear(examples, names.length, l2, rounds);
  const entries = names.map((name, i) => [name, round(weights[i])]);
  return Object.fromEntries(entries.filter(([name, weight]) => weight !== 0 && !name.endsWith('.seen')));
}

/** Mean of each feature over the cases of its side. */
export function meansOf(cases) {
  const names = [...new Set(cases.flatMap(({ features }) => Object.keys(features)))].sort();
  const side = (name) => cases.filter(({ found }) => found === name.startsWith('in.'));
  return Object.fromEntries(
    names.map((name) => [name, round(mean(side(name), ({ features }) => features[name] ?? 0))]),
  );
}

const mean = (list, of) => list.reduce((sum, one) => sum + of(one), 0) / (list.length || 1);
const right = ({ truth }) => Number(truth);
const said = ({ p }) => p;

/** Cases by ranges of the probability: how many, what was said, how many are right. */
export function reliability(predicted, bounds) {
  return bounds.slice(1).map((to, i) => {
    const inside = predicted.filter(({ p }) => p >= bounds[i] && (p < to || to === 1));
    return {
      from: bounds[i],
      to,
      count: inside.length,
      said: mean(inside, said),
      right: mean(inside, right),
    };
  });
}

/** Expected calibration error: the mean gap between said and right over ten bins of equal size. */
export function calibrationError(predicted, bins = 10) {
  const sorted = [...predicted].sort((a, b) => a.p - b.p);
  const cut = (i) => Math.floor((i * sorted.length) / bins);
  let gap = 0;
  for (let i = 0; i < bins; i++) {
    const part = sorted.slice(cut(i), cut(i + 1));
    gap += Math.abs(part.reduce((sum, one) => sum + said(one) - right(one), 0));
  }
  return gap / sorted.length;
}

/** Mean squared difference between the probability and the truth. */
export const brier = (predicted) => mean(predicted, (one) => (said(one) - right(one)) ** 2);

/** Brier score of a probability that is the same for all: their mean. */
export function baseline(predicted) {
  const share = mean(predicted, right);
  return share * (1 - share);
}
