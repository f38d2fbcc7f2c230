import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { afterAll } from 'vitest';
import { loadLexicon } from '../../src/lexicon.js';
import type { Note } from '../../src/schema/note.js';
import { search } from '../../src/search/search.js';
import { type Serving, serveApp } from '../../src/serve/app.js';
import type { Source } from '../../src/serve/source.js';
import { conceptFinder } from '../../src/store/finder.js';
import type { KnownConcept } from '../../src/store/record.js';
import { knownConcepts, talkOf } from '../../src/store/records.js';
import { openStore } from '../../src/store/sqlite.js';
import type { Store } from '../../src/store/store.js';

/** A note with the file that it is from. */
export interface Held {
  note: Note;
  file: string;
}

/** A path of this repository. */
export const place = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Folders of the logs that the notes below are from. */
export const logFolders = [place('test/fixtures/logs'), place('examples/logs')];

function notesIn(folder: string): Held[] {
  const files = globSync('*/*.json', { cwd: folder }).filter((name) => !name.includes('.ledger.'));
  return files.sort().map((name) => {
    const file = join(folder, name);
    return { file, note: JSON.parse(readFileSync(file, 'utf8')) as Note };
  });
}

/** The note of the example log, its ledger beside it. */
export const exampleNote = (): Held => notesIn(place('examples/notes'))[0]!;

/** Notes of the example and of the logs written for tests, with their files. */
export function someNotes(): Held[] {
  const example = exampleNote();
  const others = notesIn(place('test/fixtures/notes')).filter(({ note }) => note.id !== example.note.id);
  return [example, ...others];
}

/** A folder that goes when the tests of the file are done. */
export function passingFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jianglu-serve-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The whole taxonomy: to write it takes three seconds. */
const allConcepts = () => knownConcepts(loadLexicon());

/** Writes notes into a new store; gives its file. */
export async function storeWith(
  held: readonly Held[],
  folder: string,
  concepts: readonly KnownConcept[] = allConcepts(),
): Promise<string> {
  const file = join(folder, 'jianglu.sqlite');
  const store = openStore(file, 'write');
  const find = conceptFinder(concepts);
  await store.setTaxonomy(concepts, 'test');
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  await store.write(
    held.map(({ note, file: path }) =>
      talkOf(note, { file: path, sha256: sha256(JSON.stringify(note)) }, find),
    ),
    [],
  );
  await store.close();
  return file;
}

/** A store that holds notes, until the tests of the file are done. */
export async function openedWith(held: readonly Held[], concepts?: readonly KnownConcept[]): Promise<Store> {
  const store = openStore(await storeWith(held, passingFolder(), concepts), 'read');
  afterAll(() => store.close());
  return store;
}

/** A store that stays the same one. */
export const still = (store: Store, state = () => 'one'): Source => ({ state, using: (work) => work(store) });

/** Asks an app over a store, as a browser on this machine would. */
export function asking(
  store: Store,
  { state, ...options }: Partial<Serving> & { state?: () => string } = {},
) {
  const { app } = serveApp({ source: still(store, state), find: search, logs: logFolders, ...options });
  return async (path: string, headers: Record<string, string> = {}, init: RequestInit = {}) => {
    const answer = await app.request(path, { headers: { host: 'localhost:4177', ...headers }, ...init });
    return { answer, status: answer.status, text: await answer.text() };
  };
}
