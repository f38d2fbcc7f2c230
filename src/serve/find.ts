import { lastAsked } from '../memory/last.js';
import { kept } from '../memory/remembered.js';
import { onceAState } from '../pages/known/gathered.js';
import type { Find } from '../pages/site.js';

/** Searches whose results are remembered. */
const most = 200;

/**
 * Remembers what the last searches of a store found: results that are shown while somebody types are asked for again as a
 * page, in another look, by REST.
 */
export function remembering(find: Find, state: () => string): Find {
  const known = onceAState(state, async () => lastAsked<ReturnType<Find>>(most));
  return async (store, typed, options) => {
    const searches = await known();
    const key = JSON.stringify([typed, options]);
    return kept(searches, key, () => {
      const found = find(store, typed, options);
      found.catch(() => searches.delete(key));
      return found;
    });
  };
}
