import { join } from 'node:path';
import type { Config } from '../schema/config.js';

/** The index that is used where no other is named. */
export const storeName = 'jianglu.sqlite';

/** The file of the store: the one named, else that of the configuration's output folder, else of `output`. */
export const storeFileOf = (named: string | undefined, { out = 'output' }: Pick<Config, 'out'>): string =>
  named ?? join(out, storeName);
