import type { search } from '../search/search.js';
import type { Store, StoreSize } from '../store/store.js';
import type { Assets } from './assets.js';
import type { Overview } from './known/overview.js';
import type { Terms } from './known/terms.js';
import type { LogShelf } from './logs.js';
import type { Pictures } from './pictures.js';

/** Searches a store, as `search` does. */
export type Find = typeof search;

/** What pages ask for, beside what is searched: a store has it, and so may what is in memory. */
export interface Shelf
  extends Pick<
    Store,
    'talk' | 'talks' | 'concept' | 'concepts' | 'suggest' | 'meaning' | 'speakers' | 'topics'
  > {
  size(): Promise<Pick<StoreSize, 'talks'>>;
}

/** All that pages are made of, but for those that search. */
export interface Shown {
  store: Shelf;
  logs: LogShelf;
  pictures: Pick<Pictures, 'at' | 'omits'>;
  /** What is known of the store as a whole, gathered once a state. */
  overview(): Promise<Overview>;
  terms(): Promise<Terms>;
  /** The domains of the taxonomy that have pages, by their names in it. */
  domains?: ReadonlyMap<string, { title: string; path: string }>;
}

/** All that pages and the API are made of. */
export interface Site extends Shown {
  store: Store;
  find: Find;
  pictures: Pictures;
  assets: Assets;
}

/** What pages have in common, whatever the store. */
export type Shared = Pick<Site, 'logs' | 'pictures' | 'assets'>;

/** Does work on the site of the store as it is now, which stays open until the work is done. */
export type WithSite = <T>(work: (site: Site) => Promise<T>) => Promise<T>;
