import { rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { listedIds, noteFiles } from '../output/notes.js';
import { isBelow } from '../paths.js';
import { isThere, logPath } from './files.js';
import type { Entry, Made, Manifest } from './manifest.js';
import { outputsOf, type Planned } from './plan.js';

/**
 * The entries of a manifest whose log is no longer where it was, sorted: those below the folders of the inputs, or beside
 * an input. Of other places a run says nothing: a disk that is not mounted is no reason to remove notes.
 */
export function goneOf(out: string, { entries }: Manifest, plan: readonly Planned[]): Entry[] {
  const present = new Set(plan.map(({ log }) => log));
  const folders = [...new Set(plan.map(({ input }) => input.folder))].flatMap((folder) =>
    folder === undefined ? [] : [resolve(folder)],
  );
  const beside = new Set(plan.map(({ input }) => dirname(resolve(input.file))));
  const inReach = (path: string) =>
    beside.has(dirname(path)) || folders.some((folder) => isBelow(path, folder));
  return [...entries.values()]
    .filter(({ log }) => !present.has(log))
    .filter(({ log }) => inReach(logPath(out, log)) && !isThere(logPath(out, log)))
    .sort((a, b) => (a.log < b.log ? -1 : 1));
}

/** The files of an entry that still are what was written: a note with that id, a ledger that lists the entry's notes. */
function ownFiles(out: string, { ledger, notes }: Made): string[] {
  const isOwn = (id: string, path: string) => {
    const file = resolve(out, path);
    const found = noteFiles(dirname(file), new Set([id.slice(-8, -2)]));
    return found.some((note) => note.name === basename(file) && note.id === id);
  };
  const own = notes.flatMap(({ id, files }) => files.filter(({ path }) => isOwn(id, path)));
  const listed = listedIds(resolve(out, ledger.path));
  const ledgerIsOwn = notes.every(({ id }) => listed.includes(id));
  const paths = [...own, ...(ledgerIsOwn ? [ledger] : [])].map(({ path }) => path);
  return paths.filter((path) => isBelow(resolve(out, path), resolve(out)));
}

/**
 * Removes what was made of logs that are gone, and forgets them. A file that another log has taken over stays, and so
 * does what somebody else put in its place; edits are an editor's work and stay, too.
 *
 * @returns paths of the files removed, as they lie in the output folder
 */
export function prune(out: string, manifest: Manifest, gone: readonly Entry[]): string[] {
  const dead = new Set(gone);
  const kept = [...manifest.entries.values()].filter((entry) => !dead.has(entry));
  const taken = new Set(
    kept.flatMap(({ made }) => (made ? outputsOf(made) : [])).map(({ path }) => path.toLowerCase()),
  );
  const files = gone
    .flatMap(({ made }) => (made ? ownFiles(out, made) : []))
    .filter((path) => !taken.has(path.toLowerCase()));
  for (const path of files) rmSync(join(out, path), { force: true });
  for (const { log } of gone) manifest.entries.delete(log);
  return files;
}
