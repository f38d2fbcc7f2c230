import { shipped } from '../../shipped.js';
import type { Features } from '../questions/features.js';

/** Log-odds that a decision of one kind belongs in the note, by feature. */
export type Calibrator = Readonly<Record<string, number>>;

/** Kinds of decision that have a calibrated probability. */
export type Calibrated = 'lecture' | 'heading' | 'pair';

/** `lexicon/calibration.json`, written by `tools/train-calibration.mjs`. */
export interface Calibration {
  weights: Readonly<Record<Calibrated, Calibrator>>;
  /** Mean of each feature over the decisions of its side. */
  means: Readonly<Record<Calibrated, Features>>;
  /** How often title and speaker are right where they are inferred. */
  inferred: Readonly<Record<'title' | 'speaker', number>>;
  /** How many there are in a talk, on average: what one of them moves its figure by. */
  sizes: Readonly<Record<Calibrated | 'term', number>>;
}

/** The shipped calibration. */
export const loadCalibration = (): Calibration => shipped('calibration.json');

/** The probability that features give, to three decimals; never 0 or 1, for nothing is quite sure. */
export function probabilityOf(features: Features, weights: Calibrator): number {
  let sum = 0;
  for (const name in features) sum += (weights[name] ?? 0) * features[name]!;
  const probability = 1 / (1 + Math.exp(-sum));
  return Math.min(0.999, Math.max(0.001, Math.round(probability * 1000) / 1000));
}

/**
 * What speaks against a decision, the weightiest first, as compared with other decisions of its kind and side: the
 * feature's name where there is more of it than usual, `-NAME` where there is less.
 */
export function doubtsOf(
  { features, found }: { features: Features; found: boolean },
  kind: Calibrated,
  { weights, means }: Calibration,
): string[] {
  const side = found ? 'in.' : 'out.';
  const against = found ? -1 : 1;
  return Object.entries(means[kind])
    .filter(([name]) => name.startsWith(side))
    .map(([name, mean]) => ({ name: name.slice(side.length), more: (features[name] ?? 0) - mean, of: name }))
    .map(({ name, more, of }) => ({
      name: more < 0 ? `-${name}` : name,
      share: (weights[kind][of] ?? 0) * more * against,
    }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
}
