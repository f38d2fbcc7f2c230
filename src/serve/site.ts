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
  /** Names what the store holds: another value, and nothing that was made before holds any more. */
  state(): string;
  /** What is known of the store as a whole, gathered once a state. */
  overview(): Promise<Overview>;
  terms(): Promise<Terms>;
}
