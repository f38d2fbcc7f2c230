import { reasonOf } from '../../../errors.js';
import type { StoreFault } from '../../store.js';
import type { Sql } from '../statements.js';

const damaged = (about: string, message: string): StoreFault => ({ code: 'file-damaged', about, message });

function pages({ db }: Sql): StoreFault[] {
  const lines = (db.pragma('integrity_check(20)') as { integrity_check: string }[]).flatMap(
    ({ integrity_check: told }) => told.split('\n'),
  );
  const broken = lines.filter((line) => line !== 'ok').map((line) => damaged('file', line));
  const keys = db.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[];
  return [
    ...broken,
    ...keys.map(({ table, parent }) => damaged(table, `a row names one of ${parent} that is not there`)),
  ];
}

/** What SQLite itself says of the pages, of the keys between tables, and of its text indexes. */
export function faultsOfFile(sql: Sql): StoreFault[] {
  try {
    return pages(sql);
  } catch (error) {
    return [damaged('file', reasonOf(error))];
  }
}
