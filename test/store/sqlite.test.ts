import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore } from '../../src/store/sqlite.js';
import { folder } from '../cli/jianglu.js';
import { storeContract } from './contract.js';

storeContract('SQLite', async () => {
  const store = openStore(join(folder(), 'notes.sqlite'), 'write');
  onTestFinished(() => store.close());
  return store;
});
