import type { search } from '../search/search.js';
import { onceAState } from './gathered.js';

/** Searches a store, as `search` does. */
export type Find = typeof search;

/** What a search gives. */
export type Found = Awaited<ReturnType<Find>>;

/** A thing found. */
export type Hit = Found['hits'][number];

/** Searches whose results are remembered. */
const most = 200;

/**
 * Remembers what the last searches of a store found: results that are shown while somebody types are asked for again as a
 * page, in another look, by REST.
 */
export function remembering(find: Find, state: () => string): Find {
  const known = onceAState(state, async () => new Map<string, ReturnType<Find>>());
  return async (store, typed, options) => {
    const searches = await known();
    const key = JSON.stringify([typed, options]);
    const found = searches.get(key) ?? find(store, typed, options);
    searches.delete(key);
    if (searches.size >= most) searches.delete(searches.keys().next().value!);
    searches.set(key, found);
    found.catch(() => searches.delete(key));
    return found;
  };
}
