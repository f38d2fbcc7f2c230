import { wordsOf } from '../../../pages/words.js';
import { finderOf } from './find.js';
import type { Packed } from './packed.js';

/** All that a search needs but for what is searched, as `pages/still/search.ts` loads it when somebody searches. */
function jiangluFinder(file: Packed, lang: string) {
  const finder = finderOf(file);
  const words = wordsOf(lang.startsWith('en') ? 'en' : 'zh');
  return {
    results: (given: URLSearchParams, root: string) => finder.results(given, words, root),
  };
}

Object.assign(globalThis, { jiangluFinder });
