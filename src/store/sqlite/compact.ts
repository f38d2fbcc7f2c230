import type { Database } from 'better-sqlite3';
import { textIndexes } from './migrations.js';

/** After so many entries and more all parts of the text indexes become one each: some 40 µs an entry. */
const many = 20_000;

/** Brings the parts of an index together that are many of a size; done when a step changes nothing (FTS5's manual, 6.7). */
function merge(db: Database, index: string): void {
  const step = db.prepare(`INSERT INTO ${index} (${index}, rank) VALUES ('merge', 1000)`);
  const changes = db.prepare('SELECT total_changes()').pluck();
  let before: number;
  do {
    before = changes.get() as number;
    step.run();
  } while ((changes.get() as number) - before >= 2);
}

const pragma = (db: Database, name: string) => db.pragma(name, { simple: true }) as number;

/** Whether a quarter of the file and more holds nothing. */
const isLoose = (db: Database) => 4 * pragma(db, 'freelist_count') > pragma(db, 'page_count');

/**
 * Brings the parts of the text indexes together that writing left, so that a search looks into few; after a big build
 * all of them, and then the file: the index of pairs takes a seventh less by it. What was written stands without it, so
 * a disk or a folder for temporary files that is full, or a reader in the way, leaves it for another time.
 *
 * @param written how many entries were written, or talks removed
 */
export function compact(db: Database, written: number): void {
  try {
    for (const index of textIndexes)
      if (written < many) merge(db, index);
      else db.exec(`INSERT INTO ${index} (${index}) VALUES ('optimize')`);
    if (written >= many || isLoose(db)) db.exec('VACUUM');
  } catch (error) {
    if (!/^SQLITE_(?:FULL|BUSY|LOCKED|IOERR|CANTOPEN)/u.test((error as { code?: string }).code ?? ''))
      throw error;
  }
}
