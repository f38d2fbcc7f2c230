import { fields, type StoreFault } from '../../store.js';
import { unpacked } from '../pack.js';
import type { Sql } from '../statements.js';

/** How much the store holds, counted anew. */
function counted(sql: Sql): Map<string, number> {
  const totals = new Map<string, number>();
  for (const table of ['talks', 'entries', 'concepts', 'definitions'])
    totals.set(table, sql.of(`SELECT count(*) FROM ${table}`).pluck().get() as number);
  for (const field of fields) {
    const texts = sql.of(`SELECT ${field} FROM texts WHERE ${field} IS NOT NULL`).pluck();
    let [entries, units] = [0, 0];
    for (const text of texts.iterate() as IterableIterator<string | Buffer>) {
      entries++;
      units += unpacked(text).length;
    }
    totals.set(`${field}:entries`, entries).set(`${field}:units`, units);
  }
  return totals;
}

/** Counts that are not what there is. */
export function faultsOfTotals(sql: Sql): StoreFault[] {
  const rows = sql.of('SELECT name, value FROM totals').all() as { name: string; value: number }[];
  const kept = new Map(rows.map(({ name, value }) => [name, value]));
  return [...counted(sql)].flatMap(([name, value]): StoreFault[] => {
    const said = kept.get(name) ?? 0;
    if (said === value) return [];
    return [
      { code: 'file-damaged', about: 'totals', message: `${name}: ${said} are said, ${value} are there` },
    ];
  });
}
