// What search is held against over the same texts: FTS5 with plain BM25 over the same grams, a LIKE scan, MiniSearch.
import { spawnSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { textsOf } from './talks.mjs';

const quoted = (grams) => `"${grams.join(' ')}"`;

/** A database of texts and their grams; `gramsOf` is that of `src/language/grams.ts`. */
export function plainFts(file, gramsOf) {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.exec(`CREATE TABLE texts (id INTEGER PRIMARY KEY, heading TEXT, body TEXT);
    CREATE VIRTUAL TABLE grams USING fts5 (heading, body, content = '', tokenize = 'unicode61 remove_diacritics 0');
    CREATE VIRTUAL TABLE counts USING fts5vocab (grams, row)`);
  const text = db.prepare('INSERT INTO texts (heading, body) VALUES (?, ?)');
  const gram = db.prepare('INSERT INTO grams (rowid, heading, body) VALUES (?, ?, ?)');
  const spaced = (part) => gramsOf(part).join(' ');
  const add = db.transaction((notes) => {
    for (const note of notes)
      for (const [heading, body] of textsOf(note)) {
        const { lastInsertRowid } = text.run(heading, body);
        gram.run(lastInsertRowid, spaced(heading), spaced(body));
      }
  });
  const best = db.prepare('SELECT rowid FROM grams WHERE grams MATCH ? ORDER BY bm25(grams, 5, 1) LIMIT 10');
  const scan = db.prepare('SELECT id FROM texts WHERE heading LIKE ? OR body LIKE ?');
  const document = db.prepare('SELECT doc FROM counts WHERE term = ?').pluck();
  const row = db.prepare('SELECT heading, body FROM texts WHERE id = ?');
  return {
    add,
    search: (words) => best.all(words.map((word) => quoted(gramsOf(word))).join(' ')),
    like: (word) => scan.all(`%${word}%`, `%${word}%`).length,
    /** In how many texts a word of one gram stands. */
    count: (word) => document.get(gramsOf(word)[0]) ?? 0,
    text: (id) => row.get(id),
    rows: () => db.prepare('SELECT max(id) FROM texts').pluck().get(),
    bytes: () => {
      db.pragma('wal_checkpoint(TRUNCATE)');
      return statSync(file).size;
    },
    close: () => db.close(),
  };
}

/** MiniSearch over the first so many texts, in a process of its own: milliseconds by query, MB, seconds of building. */
export function miniSearch(file, size, queries) {
  const asked = `${file}.queries.json`;
  writeFileSync(asked, JSON.stringify(queries));
  const script = fileURLToPath(new URL('minisearch.mjs', import.meta.url));
  const run = spawnSync(
    process.execPath,
    ['--max-old-space-size=12000', '--expose-gc', script, file, String(size), asked],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  return run.status === 0 ? JSON.parse(run.stdout) : undefined;
}
