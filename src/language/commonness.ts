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

/** Goes from line to line (`word count tag`) without cutting the text into lines: there are 350,000. */
function read(): Map<string, number> {
  const text = readFileSync(jieba.DEFAULT_DICT, 'utf8');
  const found = new Map<string, number>();
  for (let start = 0; start < text.length; start = text.indexOf('\n', start) + 1 || text.length) {
    const space = text.indexOf(' ', start);
    const count = Number.parseInt(text.slice(space + 1, space + 9), 10);
    if (count >= MIN_COUNT) found.set(text.slice(start, space), count);
  }
  return found;
}

/** Reads the counts now, as they will be asked for: meanwhile another thread may still load the segmenter. */
export function readCommonness(): void {
  counts ??= read();
}

/**
 * How common a word is in general Chinese, 0 (unknown) to 1, by the counts in the segmenter's dictionary. Read at the
 * first call, once a process.
 */
export function commonness(word: string): number {
  readCommonness();
  return Math.min(1, Math.log1p(counts!.get(word) ?? 0) / COMMONEST);
}
