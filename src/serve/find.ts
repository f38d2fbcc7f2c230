import type { search } from '../search/search.js';

/** Searches a store, as `search` does. */
export type Find = typeof search;

/** What a search gives. */
export type Found = Awaited<ReturnType<Find>>;

/** A thing found. */
export type Hit = Found['hits'][number];
