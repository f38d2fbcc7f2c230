import { kept } from '../../memory/remembered.js';
import type { Weights } from './model.js';

/** `lexicon/questions-phrasing.json`, written by `tools/train-questions.mjs`: log-odds by n-gram of a message's words. */
export interface Phrasing {
  /** A member's message asks about the talk. */
  asks: Weights;
  /** A message of the speaker answers. */
  speaker: Weights;
  /** A message of anybody else answers. */
  member: Weights;
}

/** How far into a message its words are looked at, in UTF-16 units. */
const REACH = 120;
/** Log-odds that count as one, so that the scores are of the size of other features. */
const SCALE = 2;

/**
 * The n-grams of a message's plain words, each once: characters and pairs of them anywhere, `^` before those that begin
 * it (two at most), `$` before those that end it (three at most).
 */
export function phrasesOf(plain: string): Set<string> {
  const text = plain.slice(0, REACH);
  const found = new Set<string>();
  for (let i = 0; i < text.length; i++) {
    found.add(text[i]!);
    if (i + 1 < text.length) found.add(text.slice(i, i + 2));
  }
  for (const length of [1, 2]) found.add(`^${text.slice(0, length)}`);
  for (const length of [1, 2, 3]) found.add(`$${plain.slice(-length)}`);
  return found;
}

/** Weights as maps, in which a phrase that is not there is found missing sooner than in an object. */
const maps = new WeakMap<Weights, Map<string, number>>();

const mapOf = (weights: Weights) => kept(maps, weights, () => new Map(Object.entries(weights)));

/** How much the words of a message speak for something; 0 says nothing. `phrases` are its n-grams. */
export function phrasingOf(plain: string, weights: Weights, phrases = phrasesOf(plain)): number {
  const map = mapOf(weights);
  let sum = 0;
  for (const phrase of phrases) sum += map.get(phrase) ?? 0;
  return sum / SCALE;
}
