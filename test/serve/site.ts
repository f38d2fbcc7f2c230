import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import type { Note } from '../../src/schema/note.js';
import { type Serving, serveApp } from '../../src/serve/app.js';
import { fakeFind, fakeStore, type Held } from './fake.js';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));

function notesIn(folder: string): Held[] {
  const files = globSync('notes/*/*.json', { cwd: folder }).filter((name) => !name.includes('.ledger.'));
  return files.sort().map((name) => {
    const file = folder + name;
    return { file, note: JSON.parse(readFileSync(file, 'utf8')) as Note };
  });
}

/** Notes of the logs written for tests, with their files. */
export const fixtureNotes = (): Held[] => notesIn(fixtures);

/** The note of the example log, its ledger beside it. */
export const exampleNote = (): Held => notesIn(examples)[0]!;

/** Asks an app over notes held in memory, as a browser on this machine would. */
export function siteOf(held: readonly Held[], options: Partial<Serving> = {}) {
  const { app } = serveApp({
    store: fakeStore(held),
    find: fakeFind(held),
    state: () => 'one',
    logs: [`${fixtures}logs`, `${examples}logs`],
    ...options,
  });
  return async (path: string, headers: Record<string, string> = {}, init: RequestInit = {}) => {
    const answer = await app.request(path, { headers: { host: 'localhost:4177', ...headers }, ...init });
    return { answer, status: answer.status, text: await answer.text() };
  };
}
