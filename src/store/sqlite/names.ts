import { nameKey } from '../../language/grams.js';
import type { spelledOf } from '../../language/sounds.js';
import type { Named, Suggestion } from '../store.js';
import type { Sql } from './statements.js';

/** How names are spelled: loaded by who writes only. */
export type Spell = typeof spelledOf;

/** Writes the names of a thing, the one it goes by first. */
export function addNames(
  sql: Sql,
  { kind, id }: Pick<Suggestion, 'kind' | 'id'>,
  texts: readonly string[],
  spell: Spell,
): void {
  const insert = sql.of('INSERT INTO names VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)');
  for (const [place, text] of texts.entries()) {
    const { order, initials, letter } = spell(text);
    insert.run(kind, id, place, text, nameKey(text), order, initials, letter);
  }
}

/** Removes all names of a thing. */
export function removeNames(sql: Sql, { kind, id }: Pick<Suggestion, 'kind' | 'id'>): void {
  sql.of('DELETE FROM names WHERE kind = ? AND id = ?').run(kind, id);
}

/** The concepts that bear names, those that go by them first, with all names of each. */
export function named(sql: Sql, names: readonly string[]): Named[] {
  const bearing = sql
    .of("SELECT id FROM names WHERE bare = ? AND kind = 'concept' GROUP BY id ORDER BY min(place) > 0, id")
    .pluck();
  const labels = sql.of("SELECT text FROM names WHERE kind = 'concept' AND id = ? ORDER BY place").pluck();
  return names.flatMap((name) =>
    (bearing.all(name) as string[]).map((concept) => ({
      name,
      concept,
      labels: labels.all(concept) as string[],
    })),
  );
}

/** Pinyin without the blanks between syllables, as an index has it. */
const pinyin = `replace("order", ' ', '')`;

/** What comes behind everything that begins so. */
const behind = (start: string) => `${start}\u{10ffff}`;

const part = (
  column: string,
) => `SELECT kind, id, place, text FROM names WHERE ${column} >= ? AND ${column} < ?
  ORDER BY length(bare), bare, kind, id, place`;

type NameRow = Suggestion & { place: number };

function* beginnings(sql: Sql, typed: string): Generator<NameRow> {
  yield* sql.of(part('bare')).iterate(typed, behind(typed)) as IterableIterator<NameRow>;
  if (!/^[a-z0-9]+$/u.test(typed)) return;
  for (const column of [pinyin, 'initials'])
    yield* sql.of(part(column)).iterate(typed, behind(typed)) as IterableIterator<NameRow>;
}

/** Names that begin with what was typed, then those whose pinyin do, then initials; of each thing the first of its names. */
export function suggest(sql: Sql, typed: string, limit: number): Suggestion[] {
  const start = nameKey(typed);
  if (start === '') return [];
  const found = new Map<string, NameRow>();
  for (const row of beginnings(sql, start)) {
    if (found.size >= limit) break;
    const thing = `${row.kind} ${row.id}`;
    if (!found.has(thing)) found.set(thing, row);
  }
  const label = sql.of('SELECT text FROM names WHERE kind = ? AND id = ? AND place = 0').pluck();
  return [...found.values()].map(({ kind, id, place, text }) => ({
    text,
    kind,
    id,
    ...(kind === 'concept' && place > 0 && { label: label.get(kind, id) as string }),
  }));
}
