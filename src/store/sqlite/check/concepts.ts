import { fields, type StoreFault } from '../../store.js';
import { coreAt } from '../concepts.js';
import { textsAt } from '../entries.js';
import { firstConcept } from '../filter.js';
import type { Sql } from '../statements.js';

interface ConceptRow {
  number: number;
  label: string;
  kind: string;
  scheme: string | null;
  broader: string | null;
  talks: number;
  first: string;
  last: string;
}

function difference(sql: Sql, key: string): string | undefined {
  const row = sql.of('SELECT * FROM concepts WHERE key = ?').get(key) as ConceptRow | undefined;
  const found = coreAt(sql, key);
  if (!row) return 'it is not among the concepts';
  if (!found) return 'neither taxonomy nor talks know it';
  const { core, known } = found;
  const now = { ...core, scheme: known?.scheme ?? null, broader: core.broader ?? null };
  for (const column of ['label', 'kind', 'scheme', 'broader', 'talks', 'first', 'last'] as const)
    if (row[column] !== now[column]) return `its ${column} is ${now[column]}, not ${row[column]}`;
  const texts = textsAt(sql, row.number);
  const field = fields.find((one) => texts?.[one] !== core.texts[one]);
  if (field) return `its ${field} is not what taxonomy and talks say`;
  const names = sql.of("SELECT text FROM names WHERE kind = 'concept' AND id = ? ORDER BY place").pluck();
  const same = (names.all(key) as string[]).join('\n') === [core.label, ...core.aliases].join('\n');
  return same ? undefined : 'its names are not what taxonomy and talks say';
}

/** Concepts that are not what taxonomy and definitions make of them. */
export function faultsOfConcepts(sql: Sql): StoreFault[] {
  const keys = sql
    .of(
      'SELECT key FROM taxonomy UNION SELECT concept FROM definitions UNION SELECT key FROM concepts ORDER BY 1',
    )
    .pluck()
    .all() as string[];
  const stale = keys.flatMap((key): StoreFault[] => {
    const message = difference(sql, key);
    return message === undefined ? [] : [{ code: 'concept-stale', about: key, message }];
  });
  const strays = sql
    .of(
      `SELECT number FROM entries WHERE number >= ${firstConcept} AND number NOT IN (SELECT number FROM concepts)`,
    )
    .pluck()
    .all() as number[];
  return [
    ...stale,
    ...strays.map(
      (number): StoreFault => ({
        code: 'entry-stray',
        about: String(number),
        message: 'the entry is of no concept',
      }),
    ),
  ];
}
