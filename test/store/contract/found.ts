import { gramsOf } from '../../../src/language/grams.js';
import type { Ask, Clause, Entry, Filter, Store } from '../../../src/store/store.js';
import { nameOf } from './oracle.js';

/** A text as a row of grams. */
export const row = (text: string): Clause => ({ row: gramsOf(text) });

/** The names of what meets a clause, in the order of letters. */
export async function found(
  store: Store,
  clause: Clause,
  filter: Filter = {},
  ask: Partial<Ask> = {},
): Promise<string[]> {
  return (await entriesOf(store, clause, filter, ask)).map(nameOf).sort();
}

/** What meets a clause, in the order of the store. */
export async function entriesOf(
  store: Store,
  clause: Clause,
  filter: Filter = {},
  ask: Partial<Ask> = {},
): Promise<Entry[]> {
  const found = await store.candidates({
    clause,
    index: 'grams',
    filter,
    order: 'best',
    limit: 1000,
    ...ask,
  });
  return store.entries(found.map(({ number }) => number));
}
