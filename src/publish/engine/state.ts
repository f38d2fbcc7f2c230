import { chmodSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type Database from 'better-sqlite3';
import { fail } from '../../errors.js';
import type { PageKey } from '../../markdown/keys.js';
import { kept } from '../../memory/remembered.js';
import { makeFolder } from '../../output/files.js';
import type { Note } from '../../schema/note.js';
import { type CodesOfSqlite, codesOfFiles, storeError } from '../../store/sqlite/open.js';
import type { PageKind } from '../target.js';
import type { TalkFacts } from './talks.js';

/** What a run left of a page. */
export interface Row {
  key: PageKey;
  kind: PageKind;
  title: string;
  /** The name that the target asked for, and the one that the page got or that people gave it. */
  wanted: string;
  name: string;
  /** Stands for the generated content. */
  stamp: string;
  /** Hash of the page's part as the run left it: other than the generated one where edits of people were merged. */
  written: string;
  /** Of the page as the run left it. */
  revision: string;
}

/** What is about to be written, told before it is: a kill between the two is made good by the next run. */
export interface Intent extends Omit<Row, 'revision'> {
  /** The generated text, from which edits of people are told; undefined for bytes. */
  base: string | undefined;
}

/** What former runs published. Every call is on the disk, or in SQLite's log of it, when it returns. */
export interface State {
  rows(): Map<PageKey, Row>;
  /** Writes that were told and not confirmed. */
  intents(): Map<PageKey, Intent>;
  /** The generated text of a page that was confirmed last. */
  baseOf(key: PageKey): string | undefined;
  intend(intent: Intent): void;
  /** The intent of a page came about. */
  confirm(key: PageKey, revision: string): void;
  /** The intent of a page did not come about. */
  drop(key: PageKey): void;
  /** Only name or revision are others. */
  amend(key: PageKey, change: Partial<Pick<Row, 'name' | 'wanted' | 'revision'>>): void;
  forget(key: PageKey): void;
  /** Whether another page of some key stands under the same name. */
  sharesName(row: Pick<Row, 'key' | 'name'>): boolean;
  /** Of the collection, as the first run or an option settled it; undefined before. */
  language(): Note['language'] | undefined;
  keepLanguage(language: Note['language']): void;
  /** Withheld talks that pages go on naming where people edited them, by the keys of the pages. */
  named(): Map<PageKey, PageKey[]>;
  /** Takes the place of what was kept of a page. */
  keepNamed(page: PageKey, talks: Iterable<PageKey>): void;
  /** Talks of all runs, by id. */
  talks(): Map<string, TalkFacts>;
  /** Takes talks in, and forgets others. */
  keepTalks(talks: Iterable<TalkFacts>, gone: Iterable<string>): void;
  close(): void;
}

/** `JLPB`: tells the file from others of SQLite. */
const applicationId = 0x4a4c5042;
/** What facts of talks and rows look like; those of another version are made anew from the pages. */
const version = 1;

const schema = `
  CREATE TABLE about (target TEXT NOT NULL, language TEXT) STRICT;
  CREATE TABLE talks (id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, facts TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE pages (
    key TEXT PRIMARY KEY, kind TEXT NOT NULL, title TEXT NOT NULL, wanted TEXT NOT NULL, name TEXT NOT NULL,
    stamp TEXT NOT NULL, written TEXT NOT NULL, revision TEXT NOT NULL, base BLOB
  ) STRICT;
  CREATE TABLE intents (
    key TEXT PRIMARY KEY, kind TEXT NOT NULL, title TEXT NOT NULL, wanted TEXT NOT NULL, name TEXT NOT NULL,
    stamp TEXT NOT NULL, written TEXT NOT NULL, base BLOB
  ) STRICT;
`;

/** Came later than the version: made where it is missing. */
const added = `
  CREATE TABLE IF NOT EXISTS named (page TEXT, talk TEXT, PRIMARY KEY (page, talk)) STRICT, WITHOUT ROWID;
`;

const codes: CodesOfSqlite = {
  ...codesOfFiles,
  SQLITE_BUSY: 'output-locked',
  SQLITE_LOCKED: 'output-locked',
  SQLITE_CORRUPT: 'state-invalid',
  SQLITE_NOTADB: 'state-invalid',
};

/** So long is waited for another process that writes to the file, in ms. */
const usual = 5000;

/** All calls of a state, with errors that name its file. */
function telling(state: State, file: string): State {
  const calls = Object.entries(state).map(([name, call]) => [
    name,
    (...given: unknown[]) => {
      try {
        return (call as (...given: unknown[]) => unknown)(...given);
      } catch (error) {
        throw storeError(error, file, codes);
      }
    },
  ]);
  return Object.fromEntries(calls) as State;
}

const columns = 'key, kind, title, wanted, name, stamp, written';

const pack = (text: string | undefined) =>
  text === undefined ? null : deflateRawSync(text, { level: 1, chunkSize: 8192 });
const unpack = (bytes: Buffer | null) => (bytes === null ? undefined : inflateRawSync(bytes).toString());

function prepare(db: Database.Database, file: string, target: string): void {
  const found = db.pragma('user_version', { simple: true }) as number;
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number;
  if (tables > 0 && db.pragma('application_id', { simple: true }) !== applicationId)
    throw fail('state-invalid', { file, reason: 'its head does not say so' });
  if (found > version) throw fail('state-invalid', { file, reason: 'a newer version wrote it' });
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  // What was taken away is not to be read out of the file either.
  db.pragma('secure_delete = ON');
  if (tables > 0) {
    const whose = db.prepare('SELECT target FROM about').pluck().get();
    if (whose !== target) throw fail('state-invalid', { file, reason: `it belongs to ${whose}` });
    db.exec(added);
    return;
  }
  db.transaction(() => {
    db.exec(schema + added);
    db.prepare('INSERT INTO about (target) VALUES (?)').run(target);
    db.pragma(`application_id = ${applicationId}`);
    db.pragma(`user_version = ${version}`);
  })();
}

function open(file: string, target: string, patience: number): Database.Database {
  if (file !== ':memory:') makeFolder(dirname(file));
  const db = new (createRequire(import.meta.url)('better-sqlite3') as typeof Database)(file, {
    timeout: patience,
  });
  try {
    prepare(db, file, target);
    if (file !== ':memory:') chmodSync(file, 0o600);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

const statementsOf = (db: Database.Database) => ({
  rows: db.prepare(`SELECT ${columns}, revision FROM pages`),
  intents: db.prepare(`SELECT ${columns}, base FROM intents`),
  base: db.prepare('SELECT base FROM pages WHERE key = ?').pluck(),
  intend: db.prepare(
    `INSERT OR REPLACE INTO intents (${columns}, base)
     VALUES (:key, :kind, :title, :wanted, :name, :stamp, :written, :base)`,
  ),
  confirm: db.prepare(
    `INSERT OR REPLACE INTO pages (${columns}, revision, base)
     SELECT ${columns}, :revision, base FROM intents WHERE key = :key`,
  ),
  drop: db.prepare('DELETE FROM intents WHERE key = ?'),
  amend: db.prepare(
    `UPDATE pages SET name = coalesce(:name, name), wanted = coalesce(:wanted, wanted),
     revision = coalesce(:revision, revision) WHERE key = :key`,
  ),
  forget: db.prepare('DELETE FROM pages WHERE key = ?'),
  shares: db.prepare('SELECT EXISTS (SELECT 1 FROM pages WHERE name = :name AND key <> :key)').pluck(),
  talks: db.prepare('SELECT facts FROM talks').pluck(),
  keep: db.prepare(
    `INSERT INTO talks VALUES (:id, :sha256, :facts)
     ON CONFLICT (id) DO UPDATE SET sha256 = excluded.sha256, facts = excluded.facts
     WHERE sha256 <> excluded.sha256 OR facts <> excluded.facts`,
  ),
  language: db.prepare('SELECT language FROM about').pluck(),
  keepLanguage: db.prepare('UPDATE about SET language = :language WHERE language IS NOT :language'),
  lose: db.prepare('DELETE FROM talks WHERE id = ?'),
  named: db.prepare('SELECT page, talk FROM named'),
  unname: db.prepare('DELETE FROM named WHERE page = ?'),
  name: db.prepare('INSERT OR IGNORE INTO named VALUES (?, ?)'),
});

function stateOver(db: Database.Database): State {
  const statements = statementsOf(db);
  const confirm = db.transaction((key: PageKey, revision: string) => {
    statements.confirm.run({ key, revision });
    statements.drop.run(key);
  });
  const keepTalks = db.transaction((talks: Iterable<TalkFacts>, gone: Iterable<string>) => {
    for (const facts of talks)
      statements.keep.run({ id: facts.id, sha256: facts.sha256, facts: JSON.stringify(facts) });
    for (const id of gone) statements.lose.run(id);
  });
  const keepNamed = db.transaction((page: PageKey, talks: Iterable<PageKey>) => {
    statements.unname.run(page);
    for (const talk of talks) statements.name.run(page, talk);
  });
  return {
    rows: () => new Map((statements.rows.all() as Row[]).map((row) => [row.key, row])),
    intents: () =>
      new Map(
        (statements.intents.all() as (Intent & { base: Buffer | null })[]).map((row) => [
          row.key,
          { ...row, base: unpack(row.base) },
        ]),
      ),
    baseOf: (key) => unpack((statements.base.get(key) as Buffer | null | undefined) ?? null),
    intend: (intent) => void statements.intend.run({ ...intent, base: pack(intent.base) }),
    confirm,
    drop: (key) => void statements.drop.run(key),
    amend: (key, { name = null, wanted = null, revision = null }) =>
      void statements.amend.run({ key, name, wanted, revision } as object),
    forget: (key) => void statements.forget.run(key),
    sharesName: ({ key, name }) => statements.shares.get({ key, name }) === 1,
    named: () => {
      const found = new Map<PageKey, PageKey[]>();
      for (const { page, talk } of statements.named.all() as { page: PageKey; talk: PageKey }[])
        kept(found, page, () => []).push(talk);
      return found;
    },
    keepNamed,
    talks: () =>
      new Map(
        (statements.talks.all() as string[]).map((facts) => {
          const talk = JSON.parse(facts) as TalkFacts;
          return [talk.id, talk];
        }),
      ),
    keepTalks,
    language: () => (statements.language.get() as Note['language'] | null) ?? undefined,
    keepLanguage: (language) => void statements.keepLanguage.run({ language }),
    close: () => db.close(),
  };
}

/**
 * Opens the state of a target, a file of SQLite that is made where it is not there; `:memory:` for one that is forgotten.
 *
 * @throws JiangluError `state-invalid`, `output-unwritable`, `output-locked`, `disk-full`, as do the calls of the state
 */
export function openState(file: string, target: string, patience = usual): State {
  let db: Database.Database;
  try {
    db = open(file, target, patience);
  } catch (error) {
    throw storeError(error, file, codes);
  }
  return telling(stateOver(db), file);
}
