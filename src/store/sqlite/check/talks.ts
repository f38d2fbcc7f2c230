import { reasonOf } from '../../../errors.js';
import { schemaFaults } from '../../../validate.js';
import type { StoreFault } from '../../store.js';
import { firstConcept } from '../filter.js';
import type { Sql } from '../statements.js';
import { noteAt } from '../talks.js';

interface TalkRow {
  number: number;
  id: string;
  first: number;
  last: number;
}

function noteFaults(sql: Sql, row: TalkRow): StoreFault[] {
  const fault = (message: string): StoreFault => ({ code: 'note-invalid', about: row.id, message });
  try {
    const note = noteAt(sql, row);
    if (note.id !== row.id) return [fault(`the note is another: ${note.id}`)];
    return schemaFaults('note', note)
      .slice(0, 1)
      .map(({ pointer, reason }) => fault(`${pointer}: ${reason}`));
  } catch (error) {
    return [fault(reasonOf(error))];
  }
}

function entryFaults(sql: Sql, { number, id, first, last }: TalkRow): StoreFault[] {
  const own = sql
    .of('SELECT count(*) FROM entries JOIN texts USING (number) WHERE number BETWEEN ? AND ? AND talk = ?')
    .pluck()
    .get(first, last, number) as number;
  const missing = last - first + 1 - own;
  if (missing === 0) return [];
  return [{ code: 'entry-missing', about: id, message: `${missing} of its entries are not there` }];
}

function strays(sql: Sql): StoreFault[] {
  const numbers = sql
    .of(
      `SELECT entries.number FROM entries LEFT JOIN talks
      ON talks.number = entries.talk AND entries.number BETWEEN talks.first AND talks.last
      WHERE entries.number < ${firstConcept} AND talks.number IS NULL
      UNION SELECT number FROM texts WHERE number NOT IN (SELECT number FROM entries)`,
    )
    .pluck()
    .all() as number[];
  return numbers.map((number) => ({
    code: 'entry-stray',
    about: String(number),
    message: 'the entry is of no talk',
  }));
}

/** Talks without their entries, entries without their talk, and notes that are none. */
export function faultsOfTalks(sql: Sql): StoreFault[] {
  const rows = sql.of('SELECT number, id, first, last FROM talks ORDER BY number').all() as TalkRow[];
  return [...strays(sql), ...rows.flatMap((row) => [...entryFaults(sql, row), ...noteFaults(sql, row)])];
}
