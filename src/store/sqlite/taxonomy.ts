import { conceptFinder } from '../finder.js';
import type { KnownConcept } from '../record.js';
import type { Changes } from './changes.js';
import { type DefinitionRow, definitionOf } from './concepts.js';
import type { Sql } from './statements.js';

/** What a file keeps of itself; `making` is there until a writer of a new or emptied one is done. */
type Kept = 'taxonomy' | 'analysis' | 'making';

/** A value that the file keeps of itself. */
export function metaOf(sql: Sql, name: Kept): string | undefined {
  return sql.of('SELECT value FROM meta WHERE name = ?').pluck().get(name) as string | undefined;
}

/** Sets such a value. */
export function setMeta(sql: Sql, name: Kept, value: string): void {
  sql.of('INSERT OR REPLACE INTO meta VALUES (?, ?)').run(name, value);
}

/** Removes such a value. */
export function removeMeta(sql: Sql, name: Kept): void {
  sql.of('DELETE FROM meta WHERE name = ?').run(name);
}

type Keyed = DefinitionRow & { number: number; place: number };

/** Looks up anew which concept each definition is about. */
function findAgain(sql: Sql, concepts: readonly KnownConcept[], changes: Changes): void {
  const find = conceptFinder(concepts);
  const rows = sql.of('SELECT *, talk AS number FROM definitions').all() as Keyed[];
  const move = sql.of('UPDATE definitions SET concept = ? WHERE talk = ? AND place = ?');
  for (const row of rows) {
    const key = find(definitionOf(row));
    if (key === row.concept) continue;
    changes.concepts.add(key).add(row.concept);
    move.run(key, row.number, row.place);
  }
}

/** Puts a taxonomy in the place of the one before; definitions go to the concepts that it gives them. */
export function replaceTaxonomy(
  sql: Sql,
  concepts: readonly KnownConcept[],
  version: string,
  changes: Changes,
): void {
  const before = sql.of('SELECT key, concept FROM taxonomy').all() as { key: string; concept: string }[];
  const old = new Map(before.map(({ key, concept }) => [key, concept]));
  sql.of('DELETE FROM taxonomy').run();
  const insert = sql.of('INSERT INTO taxonomy VALUES (?, ?, ?)');
  for (const [place, concept] of concepts.entries()) {
    const text = JSON.stringify(concept);
    insert.run(concept.id, place, text);
    if (old.get(concept.id) !== text) changes.concepts.add(concept.id);
    old.delete(concept.id);
  }
  for (const key of old.keys()) changes.concepts.add(key);
  findAgain(sql, concepts, changes);
  setMeta(sql, 'taxonomy', version);
}
