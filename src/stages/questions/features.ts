import type { View } from './evidence.js';
import type { Rarity } from './overlap.js';
import type { Fit } from './strangers.js';

/** What a decision rests on, by name; a model gives each name a weight. */
export type Features = Record<string, number>;

/** What the decisions need beside the messages in question. */
export interface Context {
  rarity: Rarity;
  /** 1 at the numbers of the lecture's character pairs. */
  lecture: Uint8Array;
  /** The views in the order of looking. */
  views: View[];
  /** Whom a strange name may mean. */
  fit: Fit;
}

/** 1 where it holds. */
export const flag = (value: boolean): number => (value ? 1 : 0);

/** Logarithm of a time in half minutes: 0 at once, 1 after half a minute, 5 after a quarter of an hour. */
export const late = (seconds: number): number => Math.log2(1 + Math.max(0, seconds) / 30);

/** Logarithm of a length in characters. */
export const sizeOf = (length: number): number => Math.log2(1 + length) / 4;
