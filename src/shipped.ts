import { readFileSync } from 'node:fs';
import { shippedAt } from './place.js';

const folder = shippedAt('lexicon/');
const known = new Map<string, unknown>();

/**
 * A shipped file of `lexicon/` by its name, read once a process. All who ask get the same value, so nobody may change
 * it; what an overlay or a domain expert may replace comes by `loadLexicon` instead.
 */
export function shipped<T>(name: string): T {
  if (!known.has(name)) known.set(name, JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
  return known.get(name) as T;
}
