import type { Database, Statement } from 'better-sqlite3';
import { kept } from '../../memory/remembered.js';

/** An open file, and its statements by their text, each compiled once. */
export interface Sql {
  db: Database;
  of(text: string): Statement;
}

/** Keeps statements as long as the file is open: there are some hundred, as conditions are put together from few parts. */
export function statementsOf(db: Database): Sql {
  const known = new Map<string, Statement>();
  return { db, of: (text) => kept(known, text, () => db.prepare(text)) };
}
