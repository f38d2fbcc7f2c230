import { fail } from '../errors.js';
import type { KnownConcept, Talk } from './record.js';
import { type Changes, newChanges, settleTotals } from './sqlite/changes.js';
import { compact } from './sqlite/compact.js';
import { type Heard, settleConcepts } from './sqlite/concepts.js';
import { entriesAt } from './sqlite/entries.js';
import { conceptAt, conceptLines, meaningAt } from './sqlite/glossary.js';
import { clear } from './sqlite/migrations.js';
import { named, suggest } from './sqlite/names.js';
import { isOurs, type Opening, openFile, removeFile, storeError } from './sqlite/open.js';
import { packNote } from './sqlite/pack.js';
import { candidates, count } from './sqlite/search.js';
import { type Sql, statementsOf } from './sqlite/statements.js';
import { headsOf, speakersOf, talkAt, talksBy, topicsOf } from './sqlite/talks.js';
import { metaOf, removeMeta, replaceTaxonomy, setMeta } from './sqlite/taxonomy.js';
import { alike, settleWords } from './sqlite/words.js';
import { type PackedTalk, replaceTalks, settleSpeakers } from './sqlite/write.js';
import { type Field, fields, type Store, type StoreSize } from './store.js';

/**
 * How texts become passages and tokens: to be counted up when `records.ts` and what it calls, or `language/grams.ts`,
 * `sounds.ts` or `fold.ts` give others. Files of an older analysis are emptied by the next writer.
 */
export const analysis = '3';

async function heard(): Promise<Heard> {
  const { soundsOf, spelledOf } = await import('../language/sounds.js');
  return { sounds: soundsOf, spell: spelledOf };
}

/** Does some work and all that follows from it in one transaction. */
function transact(sql: Sql, names: Heard, work: (changes: Changes) => void): void {
  const all = sql.db.transaction(() => {
    const changes = newChanges();
    work(changes);
    settleConcepts(sql, names, changes);
    settleSpeakers(sql, names, changes);
    settleWords(sql, changes);
    settleTotals(sql, changes);
  });
  all.immediate();
}

async function write(sql: Sql, talks: readonly Talk[], gone: readonly string[]): Promise<void> {
  const packed = await Promise.all(
    talks.map(
      async (talk): Promise<PackedTalk> => ({
        talk,
        note: await packNote(
          talk.note,
          talk.passages.map(({ body }) => body),
        ),
      }),
    ),
  );
  const names = await heard();
  transact(sql, names, (changes) => replaceTalks(sql, { talks: packed, gone }, names, changes));
}

/** Gives how many concepts were written. */
async function setTaxonomy(sql: Sql, concepts: readonly KnownConcept[], version: string): Promise<number> {
  if (metaOf(sql, 'taxonomy') === version) return 0;
  const names = await heard();
  transact(sql, names, (changes) => {
    if (metaOf(sql, 'taxonomy') !== version) replaceTaxonomy(sql, concepts, version, changes);
  });
  return concepts.length;
}

function files(sql: Sql): Map<string, string> {
  const rows = sql.of('SELECT file, sha256 FROM talks').all() as { file: string; sha256: string }[];
  return new Map(rows.map(({ file, sha256 }) => [file, sha256]));
}

function size(sql: Sql): StoreSize {
  const rows = sql.of('SELECT name, value FROM totals').all() as { name: string; value: number }[];
  const totals = new Map(rows.map(({ name, value }) => [name, value]));
  const of = (name: string) => totals.get(name) ?? 0;
  const mean = (field: Field) => of(`${field}:units`) / Math.max(1, of(`${field}:entries`));
  return {
    talks: of('talks'),
    entries: of('entries'),
    concepts: of('concepts'),
    definitions: of('definitions'),
    lengths: Object.fromEntries(fields.map((field) => [field, mean(field)])) as StoreSize['lengths'],
  };
}

/** Begins with nothing. The mark stands before the version without which no reader opens a file: none meets half an index unmarked. */
function begin(sql: Sql): void {
  setMeta(sql, 'making', '1');
  setMeta(sql, 'analysis', analysis);
}

/** How a store was used: by whom, how many entries were written or talks removed, and whether nothing failed. */
interface Use {
  writes: boolean;
  written: number;
  failed: boolean;
}

/** Closes a file; a writer with whom nothing failed has made it whole. */
function close(sql: Sql, { writes, written, failed }: Use): void {
  const { db } = sql;
  try {
    if (writes && !failed && metaOf(sql, 'making') !== undefined) removeMeta(sql, 'making');
    if (written > 0) compact(db, written);
  } finally {
    db.close();
  }
}

/** A store that writes and answers at once, its errors ours. */
function storeOf(sql: Sql, file: string, writes: boolean): Store {
  const use: Use = { writes, written: 0, failed: false };
  const guarded =
    <A extends unknown[], R>(work: (...args: A) => R) =>
    async (...args: A): Promise<Awaited<R>> => {
      try {
        return await work(...args);
      } catch (error) {
        use.failed = true;
        throw storeError(error, file);
      }
    };
  const together = sql.db.transaction((work: () => unknown) => work());
  /** Reads in one transaction: a writer in between changes nothing of it, and the file is locked once, not by each statement. */
  const reading = <A extends unknown[], R>(work: (...args: A) => R) =>
    guarded((...args: A) => together(() => work(...args)) as R);
  return {
    setTaxonomy: guarded(async (concepts, version) => {
      use.written += await setTaxonomy(sql, concepts, version);
    }),
    files: guarded(() => files(sql)),
    fileOf: guarded(
      (id) => sql.of('SELECT file FROM talks WHERE id = ?').pluck().get(id) as string | undefined,
    ),
    write: guarded(async (talks, gone) => {
      await write(sql, talks, gone);
      use.written += gone.length;
      for (const { passages } of talks) use.written += passages.length;
    }),
    candidates: guarded((ask) => candidates(sql, ask)),
    count: guarded((ask, limit) => count(sql, ask, limit)),
    entries: reading((numbers) => entriesAt(sql, numbers)),
    size: guarded(() => size(sql)),
    named: reading((names) => named(sql, names)),
    alike: guarded((word) => alike(sql, word)),
    suggest: reading((typed, limit) => suggest(sql, typed, limit)),
    talk: reading((id) => talkAt(sql, id)),
    heads: reading((ids) => headsOf(sql, ids)),
    talks: reading((filter, limit, offset) => talksBy(sql, filter, limit, offset)),
    concept: reading((key) => conceptAt(sql, key)),
    meaning: reading((key) => meaningAt(sql, key)),
    concepts: guarded((filter, limit, offset) => conceptLines(sql, filter, limit, offset)),
    speakers: guarded(() => speakersOf(sql)),
    topics: guarded(() => topicsOf(sql)),
    check: guarded(async () => (await import('./sqlite/check.js')).check(sql, await heard())),
    close: guarded(() => close(sql, use)),
  };
}

/**
 * Opens the SQLite file of a store, which a writer makes where it is not there. A writer empties a file of another
 * analysis; a reader refuses it, and where it must be whole one that is still being made.
 *
 * @throws JiangluError `index-missing`, `index-invalid`, `index-newer`, `index-older`, `index-unfinished`, `index-locked`,
 * `index-damaged`
 */
export function openStore(file: string, mode: 'read' | 'write', opening: Opening = {}): Store {
  const db = openFile(file, mode, opening);
  try {
    const sql = statementsOf(db);
    const made = metaOf(sql, 'analysis');
    if (made !== analysis && mode === 'read') throw fail('index-older', { file });
    if (made !== analysis) {
      if (made !== undefined) clear(db);
      begin(sql);
    } else if (opening.whole && metaOf(sql, 'making') !== undefined) throw fail('index-unfinished', { file });
    return storeOf(sql, file, mode === 'write');
  } catch (error) {
    db.close();
    throw storeError(error, file);
  }
}

/**
 * Empties the file of a store, or makes it: all tables go in one transaction, and readers see an empty store. A file of
 * ours that is too damaged for that is removed.
 *
 * @throws JiangluError `index-invalid`, `index-newer`, `index-locked`
 */
export function emptyStore(file: string): void {
  try {
    const db = openFile(file, 'write');
    try {
      clear(db);
      begin(statementsOf(db));
    } finally {
      db.close();
    }
  } catch (error) {
    const known = storeError(error, file);
    if (known.code !== 'index-damaged' || !isOurs(file)) throw known;
    removeFile(file);
  }
}
