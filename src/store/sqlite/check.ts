import type { StoreFault } from '../store.js';
import { faultsOfConcepts } from './check/concepts.js';
import { faultsOfFile } from './check/file.js';
import { faultsOfIndexes } from './check/indexes.js';
import { faultsOfTalks } from './check/talks.js';
import { faultsOfTotals } from './check/totals.js';
import type { Heard } from './concepts.js';
import type { Sql } from './statements.js';

/** All that is wrong with a store. Where its file itself is damaged, nothing else is asked. */
export function check(sql: Sql, heard: Heard): StoreFault[] {
  const damaged = faultsOfFile(sql);
  if (damaged.length) return damaged;
  return [
    ...faultsOfTotals(sql),
    ...faultsOfTalks(sql),
    ...faultsOfConcepts(sql),
    ...faultsOfIndexes(sql, heard),
  ];
}
