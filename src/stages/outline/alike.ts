import { bare } from '../../language/text.js';

/** The pairs of neighbouring characters in a text. */
export function pairsOf(text: string): Set<string> {
  const plain = bare(text);
  if (plain.length < 2) return new Set([plain]);
  return new Set(Array.from({ length: plain.length - 1 }, (_, i) => plain.slice(i, i + 2)));
}

/** Dice's coefficient of two sets of character pairs. */
export function likeness(a: Set<string>, b: Set<string>): number {
  let same = 0;
  for (const pair of a) if (b.has(pair)) same++;
  return (2 * same) / (a.size + b.size || 1);
}
