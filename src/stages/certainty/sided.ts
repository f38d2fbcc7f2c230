import { remembered } from '../../memory/remembered.js';
import type { Features } from '../questions/features.js';

const sides = {
  in: remembered((name) => `in.${name}`),
  out: remembered((name) => `out.${name}`),
};

/**
 * Features, given in parts that share no name, that weigh otherwise on what was taken (`in.NAME`) than on what was passed
 * over (`out.NAME`).
 */
export function sided(found: boolean, ...parts: readonly Features[]): Features {
  const side = sides[found ? 'in' : 'out'];
  const named: Features = { [side('bias')]: 1 };
  for (const features of parts)
    for (const name in features) if (features[name] !== 0) named[side(name)] = features[name]!;
  return named;
}
