import type { Store } from '../store/store.js';
import type { Assets } from './assets.js';
import type { Find } from './find.js';
import type { LogShelf } from './logs.js';
import type { Overview } from './overview.js';
import type { Pictures } from './pictures.js';
import type { Terms } from './terms.js';

/** All that pages and the API are made of. */
export interface Site {
  store: Store;
  find: Find;
  logs: LogShelf;
  pictures: Pictures;
  assets: Assets;
  /** What is known of the store as a whole, gathered once a state. */
  overview(): Promise<Overview>;
  terms(): Promise<Terms>;
}

/** What pages have in common, whatever the store. */
export type Shared = Pick<Site, 'logs' | 'pictures' | 'assets'>;

/** Does work on the site of the store as it is now, which stays open until the work is done. */
export type WithSite = <T>(work: (site: Site) => Promise<T>) => Promise<T>;
