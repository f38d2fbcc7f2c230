import { readFileSync } from 'node:fs';
import { shippedAt } from './place.js';

let known: string | undefined;

/** The version of this package, as its package.json states it. */
export function packageVersion(): string {
  known ??= JSON.parse(readFileSync(shippedAt('package.json'), 'utf8')).version as string;
  return known;
}
