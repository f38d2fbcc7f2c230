import type { Database } from 'better-sqlite3';

/** Marks files of ours: `jlss` in ASCII. */
export const applicationId = 0x6a6c7373;

/** What a text index costs and gives: docs/decisions/0021-tokens-of-our-own.md. */
const index = "content='', contentless_delete=1, tokenize='ascii'";

/** All text indexes. */
export const textIndexes = ['grams', 'characters', 'sounds'] as const;

/** Lets the parts of a text index lie until there are many: the writer brings them together when it is done. */
const writtenFast = (index: string): string => `
INSERT INTO ${index} (${index}, rank) VALUES ('automerge', 0), ('crisismerge', 64);`;

const first = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE totals (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE talks (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  file TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL,
  slug TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  date TEXT NOT NULL,
  "group" TEXT NOT NULL,
  language TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL
);
CREATE INDEX talks_date ON talks (date, id);
CREATE TABLE speakers (
  talk INTEGER NOT NULL REFERENCES talks ON DELETE CASCADE,
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  PRIMARY KEY (talk, place)
) WITHOUT ROWID;
CREATE INDEX speakers_name ON speakers (name);
CREATE TABLE topics (
  talk INTEGER NOT NULL REFERENCES talks ON DELETE CASCADE,
  place INTEGER NOT NULL,
  id TEXT NOT NULL,
  label TEXT NOT NULL,
  score REAL NOT NULL,
  PRIMARY KEY (talk, place)
) WITHOUT ROWID;
CREATE INDEX topics_id ON topics (id);
CREATE TABLE notes (talk INTEGER PRIMARY KEY REFERENCES talks ON DELETE CASCADE, note BLOB NOT NULL);
CREATE TABLE definitions (
  talk INTEGER NOT NULL REFERENCES talks ON DELETE CASCADE,
  place INTEGER NOT NULL,
  concept TEXT NOT NULL,
  pointer TEXT NOT NULL,
  term TEXT NOT NULL,
  aliases TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  broader TEXT,
  message INTEGER NOT NULL,
  source INTEGER,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY (talk, place)
) WITHOUT ROWID;
CREATE INDEX definitions_concept ON definitions (concept);

CREATE TABLE taxonomy (key TEXT PRIMARY KEY, place INTEGER NOT NULL, concept TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE concepts (
  number INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  kind TEXT NOT NULL,
  scheme TEXT,
  broader TEXT,
  talks INTEGER NOT NULL,
  first TEXT NOT NULL,
  last TEXT NOT NULL
);
CREATE INDEX concepts_broader ON concepts (broader) WHERE broader IS NOT NULL;
CREATE TABLE names (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  place INTEGER NOT NULL,
  text TEXT NOT NULL,
  bare TEXT NOT NULL,
  "order" TEXT NOT NULL,
  initials TEXT NOT NULL,
  letter TEXT NOT NULL
);
CREATE INDEX names_id ON names (id);
CREATE INDEX names_bare ON names (bare);
CREATE INDEX names_pinyin ON names (replace("order", ' ', ''));
CREATE INDEX names_initials ON names (initials);

CREATE TABLE entries (
  number INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,
  talk INTEGER,
  pointer TEXT,
  message INTEGER,
  source INTEGER
);
CREATE TABLE texts (number INTEGER PRIMARY KEY, term, heading, definition, body, above);
CREATE TABLE words (word TEXT PRIMARY KEY, entries INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE slips (slip TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (slip, word)) WITHOUT ROWID;

CREATE VIRTUAL TABLE grams USING fts5 (body, definition, heading, term, ${index});
CREATE VIRTUAL TABLE characters USING fts5 (tokens, ${index}, detail=none);
CREATE VIRTUAL TABLE sounds USING fts5 (heading, term, ${index});
${textIndexes.map(writtenFast).join('')}`;

/** What makes a file of one version into one of the next, in order; a version is the number of steps taken. Steps stay as they are. */
export const migrations: readonly string[] = [first];

/** The version of a file; 0 for an empty one. */
export const versionOf = (db: Database): number => db.pragma('user_version', { simple: true }) as number;

/** Takes the steps that a file lacks, in one transaction. */
export function migrate(db: Database, steps = migrations): void {
  const take = db.transaction(() => {
    const from = versionOf(db);
    if (from === 0) db.pragma(`application_id = ${applicationId}`);
    for (const step of steps.slice(from)) db.exec(step);
    db.pragma(`user_version = ${steps.length}`);
  });
  take.immediate();
}

/** Empties a file, in one transaction: all tables go, and come anew. */
export function clear(db: Database): void {
  const empty = db.transaction(() => {
    const tables = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all() as string[];
    const own = textIndexes.filter((name) => tables.includes(name));
    for (const name of own) db.exec(`DROP TABLE ${name}`);
    db.pragma('defer_foreign_keys = ON');
    for (const name of tables.filter((one) => !own.some((table) => one.startsWith(table))))
      db.exec(`DROP TABLE ${name}`);
    for (const step of migrations) db.exec(step);
    db.pragma(`user_version = ${migrations.length}`);
  });
  empty.immediate();
}
