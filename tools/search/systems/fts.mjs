// SQLite's FTS5 with one of its own tokenizers: words of the query quoted, all of them wanted, BM25 with weights.
import Database from 'better-sqlite3';
import { keyOf } from '../entries.mjs';

const quoted = (query) =>
  (query.match(/"[^"]+"|[^\s"]+/gu) ?? []).map((word) => `"${word.replaceAll('"', '')}"`).join(' ');

const made = (tokenizer) => (entries) => {
  const db = new Database(':memory:');
  db.exec(
    `CREATE VIRTUAL TABLE entries USING fts5 (term, heading, definition, body, tokenize = '${tokenizer}')`,
  );
  const insert = db.prepare(
    'INSERT INTO entries (rowid, term, heading, definition, body) VALUES (?, ?, ?, ?, ?)',
  );
  db.transaction(() => {
    for (const [at, { term, heading, definition, body }] of entries.entries())
      insert.run(at + 1, term, heading, definition, body);
  })();
  const select = db.prepare(
    'SELECT rowid FROM entries WHERE entries MATCH ? ORDER BY bm25(entries, 3, 2, 1.5, 1) LIMIT 10',
  );
  return (query) => select.all(quoted(query)).map(({ rowid }) => keyOf(entries[rowid - 1]));
};

export const trigram = made('trigram');
export const unicode61 = made('unicode61');
