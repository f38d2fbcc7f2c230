import { closeSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { fail, type JiangluError, systemError } from '../../errors.js';
import { makeFolder } from '../../output/files.js';
import { applicationId, migrate, migrations, versionOf } from './migrations.js';

/** SQLite, loaded when the first file is opened: who only makes notes has no need of its compiled part. */
const sqlite = (): typeof Database => createRequire(import.meta.url)('better-sqlite3');

/** So long a writer waits for another, in ms, unless told otherwise. */
const usual = 30_000;

/** How a file is opened. */
export interface Opening {
  /** How long to wait for another who writes, in ms. */
  patience?: number;
  /** Refuses one that is still being made to who reads. */
  whole?: boolean;
}

/** What of the file is kept in memory, in KiB. Who reads is no faster with 64 MiB than with 16, as the system keeps files, too. */
const cache = { read: 16_384, write: 65_536 };

/** Our codes by the beginnings of SQLite's. */
export type CodesOfSqlite = Readonly<
  Record<
    string,
    | 'disk-full'
    | 'output-locked'
    | 'output-unwritable'
    | 'index-locked'
    | 'index-damaged'
    | 'index-invalid'
    | 'state-invalid'
  >
>;

/** Those that are the same whatever the file is for. */
export const codesOfFiles: CodesOfSqlite = {
  SQLITE_FULL: 'disk-full',
  SQLITE_READONLY: 'output-unwritable',
  SQLITE_CANTOPEN: 'output-unwritable',
  SQLITE_IOERR: 'output-unwritable',
};

const codesOfIndex: CodesOfSqlite = {
  ...codesOfFiles,
  SQLITE_BUSY: 'index-locked',
  SQLITE_LOCKED: 'index-locked',
  SQLITE_CORRUPT: 'index-damaged',
  SQLITE_NOTADB: 'index-invalid',
};

/** Maps what SQLite throws to our errors, those of an index unless others are given. */
export function storeError(error: unknown, file: string, codes = codesOfIndex): JiangluError {
  const code = error instanceof sqlite().SqliteError ? error.code : '';
  const known = Object.entries(codes).find(([start]) => code.startsWith(start))?.[1];
  if (known) return fail(known, { file, cause: error, reason: code });
  return systemError(error, file);
}

/** A writer may take an empty file; who reads needs one of ours. */
function demandOurs(db: Database.Database, file: string, readonly: boolean): void {
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number;
  const ours = db.pragma('application_id', { simple: true }) === applicationId;
  if (!ours && (tables > 0 || readonly))
    throw fail('index-invalid', { file, reason: 'its head does not say so' });
  if (ours && versionOf(db) > migrations.length) throw fail('index-newer', { file });
}

/** Opens a file as ours, whatever its version; one that is not ours is left as it is. */
function openAs(file: string, readonly: boolean, { patience = usual }: Opening = {}): Database.Database {
  const db = new (sqlite())(file, { readonly, timeout: patience });
  try {
    demandOurs(db, file, readonly);
    db.pragma(`cache_size = -${readonly ? cache.read : cache.write}`);
    db.pragma('foreign_keys = ON');
    if (!readonly) {
      db.pragma('journal_mode = WAL');
      // On purpose: docs/decisions/0020-derived-data.md.
      db.pragma('synchronous = NORMAL');
      if (versionOf(db) < migrations.length) migrate(db);
    }
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Whether the head of a file, whatever became of the rest, says that it is ours. */
export function isOurs(file: string): boolean {
  const head = Buffer.alloc(72);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, head, 0, head.length, 0);
  } finally {
    closeSync(descriptor);
  }
  return head.toString('latin1', 0, 15) === 'SQLite format 3' && head.readUInt32BE(68) === applicationId;
}

/** Removes a file and what SQLite keeps beside it; the file itself goes first, as its log means nothing without it. */
export function removeFile(file: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
}

/**
 * Opens the file of a store; for reading it must be there. An older one is brought up to date, also for reading.
 *
 * @throws JiangluError `index-missing`, `index-invalid`, `index-newer`, `index-locked`, `index-damaged`
 */
export function openFile(file: string, mode: 'read' | 'write', opening: Opening = {}): Database.Database {
  try {
    const there = statSync(file, { throwIfNoEntry: false });
    if (there?.isDirectory()) throw fail('index-invalid', { file, reason: 'it is a folder' });
    if (mode === 'write') {
      // A log whose file is gone means nothing, and SQLite would stumble over it.
      if (!there) removeFile(file);
      makeFolder(dirname(file));
      return openAs(file, false, opening);
    }
    if (!there) throw fail('index-missing', { file });
    const db = openAs(file, true, opening);
    if (versionOf(db) === migrations.length) return db;
    db.close();
    return openAs(file, false, opening);
  } catch (error) {
    throw storeError(error, file);
  }
}
