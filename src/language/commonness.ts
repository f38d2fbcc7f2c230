import { readFileSync } from 'node:fs';
import jieba from 'nodejieba';

declare module 'nodejieba' {
  export const DEFAULT_DICT: string;
}

/** Words counted less often are as good as unknown; leaving them out keeps a quarter of the dictionary. */
const MIN_COUNT = 20;
/** The logarithm of the count of the commonest words. */
const COMMONEST = 12;

let counts: Map<string, number> | undefined;

function read(): Map<string, number> {
  const found = new Map<string, number>();
  for (const line of readFileSync(jieba.DEFAULT_DICT, 'utf8').split('\n')) {
    const [word, count] = line.split(' ', 2);
    if (Number(count) >= MIN_COUNT) found.set(word!, Number(count));
  }
  return found;
}

/**
 * How common a word is in general Chinese, 0 (unknown) to 1, by the counts in the segmenter's dictionary. Read at the
 * first call, once a process.
 */
export function commonness(word: string): number {
  counts ??= read();
  return Math.min(1, Math.log1p(counts.get(word) ?? 0) / COMMONEST);
}
