import { describe } from 'vitest';
import type { Store } from '../../src/store/store.js';
import { clauses } from './contract/clauses.js';
import { filters } from './contract/filters.js';
import { glossary } from './contract/glossary.js';
import { names } from './contract/names.js';
import { properties } from './contract/properties.js';
import { writing } from './contract/writing.js';

/** Gives an empty store, which goes when the test is done. */
export type Open = () => Promise<Store>;

/** What every store must do: run over each of them. */
export function storeContract(name: string, open: Open): void {
  describe(name, () => {
    for (const part of [writing, clauses, filters, names, glossary, properties]) part(open);
  });
}
