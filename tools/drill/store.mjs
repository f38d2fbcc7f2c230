// What the drill of the index shares with its test: runs of the built command, and all that a store holds.
import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { madeNotes } from '../made-notes.mjs';

const place = (path) => new URL(`../../${path}`, import.meta.url);
const runner = fileURLToPath(new URL('index-run.mjs', import.meta.url));
const { openStore } = await import(place('dist/store/sqlite.js').href);
const { unpackNote } = await import(place('dist/store/sqlite/pack.js').href);

/** What SQLite keeps of a file: its log beside it; the index of the log is made anew by whoever comes next. */
const parts = ['', '-wal'];

/** Writes made notes into a folder, a file each. */
export function writeNotes(folder, { seed, count, sections }) {
  const notes = madeNotes(seed, sections);
  for (let index = 0; index < count; index++) {
    const { value: note } = notes.next();
    const file = join(folder, note.sources[0].group, `${String(index).padStart(5, '0')}.json`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(note));
  }
}

/**
 * Changes notes that `writeNotes` wrote, as days go by: of every so many, one is gone, one has another title, and `changed`
 * more say something else. Gives how many were changed.
 */
export function changeNotes(folder, { every = 10, changed = 4 } = {}) {
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.json'));
  let count = 0;
  for (const [at, name] of files.sort().entries()) {
    const file = join(folder, name);
    const turn = at % every;
    const isLast = turn === every - 1;
    if (isLast) rmSync(file);
    if (isLast || turn <= changed) count++;
    if (isLast || turn > changed) continue;
    const note = JSON.parse(readFileSync(file, 'utf8'));
    if (turn === 0) Object.assign(note, { title: `${note.title}续`, slug: `${note.slug}续` });
    const [span] = note.sections[0].blocks[0].spans;
    span.text = `另说一句。${span.text}`;
    span.end = span.text.length;
    writeFileSync(file, JSON.stringify(note));
  }
  return count;
}

/** Indexes a folder in a process of its own; `killAfter` (ms) kills it. */
export function index(folder, file, killAfter) {
  const begin = performance.now();
  const child = spawn(process.execPath, [runner, folder, file], { stdio: ['ignore', 'pipe', 'pipe'] });
  const got = ['', ''];
  child.stdout.on('data', (data) => (got[0] += data));
  child.stderr.on('data', (data) => (got[1] += data));
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  return new Promise((done) =>
    child.on('close', (code) => {
      clearTimeout(timer);
      done({ code, out: got[0], err: got[1], ms: performance.now() - begin });
    }),
  );
}

/** Removes a store. */
export function remove(file) {
  for (const part of [...parts, '-shm']) rmSync(file + part, { force: true });
}

/** Copies a store as a kill left it. */
export function copy(from, to) {
  remove(to);
  for (const part of parts) if (existsSync(from + part)) copyFileSync(from + part, to + part);
}

/** What `index check` finds in a copy of a store, so that the store stays as the kill left it. */
export async function faultsIn(file, work) {
  if (!existsSync(file)) return [];
  const other = join(work, 'looked-at.sqlite');
  copy(file, other);
  const store = openStore(other, 'write');
  try {
    return await store.check();
  } finally {
    await store.close();
  }
}

const nameOf = `coalesce((SELECT id || entries.pointer FROM talks WHERE talks.number = entries.talk),
  (SELECT key FROM concepts WHERE concepts.number = entries.number))`;
const talk = (table, columns) =>
  `SELECT talks.id AS talk, ${columns} FROM ${table} JOIN talks ON number = ${table}.talk`;

/** All tables but for the numbers of rows, which depend on the order of writing. */
const tables = {
  meta: 'SELECT * FROM meta',
  totals: 'SELECT * FROM totals WHERE value <> 0',
  talks:
    'SELECT id, file, sha256, slug, kind, title, date, "group", language, last - first AS entries FROM talks',
  speakers: talk('speakers', 'place, name, folded'),
  topics: talk('topics', 'place, topics.id, label, score'),
  definitions: talk(
    'definitions',
    'place, concept, pointer, term, aliases, definitions.kind, text, broader, message, source, start, "end"',
  ),
  taxonomy: 'SELECT * FROM taxonomy',
  concepts: 'SELECT key, label, kind, scheme, broader, talks, first, last FROM concepts',
  names: 'SELECT kind, id, place, text, bare, "order", initials, letter FROM names',
  entries: `SELECT ${nameOf} AS name, kind, message, source FROM entries`,
  texts: `SELECT ${nameOf} AS name, term, heading, definition, body, above FROM texts JOIN entries USING (number)`,
  words: 'SELECT * FROM words',
  slips: 'SELECT * FROM slips',
};

function notesIn(db) {
  const texts = db.prepare('SELECT body FROM texts WHERE number BETWEEN ? AND ? ORDER BY number').pluck();
  const text = (value) =>
    value === null ? '' : typeof value === 'string' ? value : value.toString('utf16le');
  return db
    .prepare('SELECT id, first, last, note FROM talks JOIN notes ON talk = number')
    .all()
    .map(({ id, first, last, note }) => [id, unpackNote(note, texts.all(first, last).map(text))]);
}

/** A hash of all that each table holds; of the text indexes, of how often each token stands in how many entries. */
export function contentOf(file) {
  const db = new Database(file);
  const content = {};
  const add = (name, rows) => {
    content[name] = hash(
      'sha256',
      rows
        .map((row) => JSON.stringify(row))
        .sort()
        .join('\n'),
      'hex',
    );
  };
  for (const [name, select] of Object.entries(tables)) add(name, db.prepare(select).all());
  add('notes', notesIn(db));
  for (const name of ['grams', 'characters', 'sounds']) {
    db.exec(`CREATE VIRTUAL TABLE temp.${name}_tokens USING fts5vocab (main, ${name}, col)`);
    add(name, db.prepare(`SELECT * FROM temp.${name}_tokens`).all());
  }
  const known = db.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_%' ESCAPE '\\'",
  );
  const other = known
    .pluck()
    .all()
    .filter((name) => !(name in content));
  if (other.length) throw new Error(`nobody compares ${other.join(', ')}`);
  db.close();
  return content;
}
