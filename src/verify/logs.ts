import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { globSync } from 'tinyglobby';
import { mayBeLog } from '../inputs.js';
import { remembered } from '../memory/remembered.js';
import { isLong } from '../read/long.js';
import { sha256Of } from '../read/portions.js';
import type { Source } from '../schema/note.js';

/** Folders deep that a search without `--logs` looks. */
const depth = 6;

/**
 * Finds the log of a source: undefined when there is none. `renamed`: its path may be a pseudonymized one, so that in the
 * end the log is told by its content.
 */
export type FindLog = (source: Source, noteFile: string, renamed?: boolean) => FoundLog | undefined;

const slashed = (path: string) => path.split(sep).join('/');

/** All files below a folder by their name; read once a folder. */
function indexer(): (folder: string, deep?: number) => Map<string, string[]> {
  const known = new Map<string, Map<string, string[]>>();
  return (folder, deep) => {
    let index = known.get(folder);
    if (index) return index;
    index = new Map();
    const ignore = ['**/node_modules/**', '**/*.json'];
    const names = globSync('**/*', { cwd: folder, dot: false, ignore, ...(deep !== undefined && { deep }) });
    for (const name of names.sort()) {
      const file = basename(name);
      index.set(file, [...(index.get(file) ?? []), join(folder, name)]);
    }
    known.set(folder, index);
    return index;
  };
}

function ancestors(file: string): string[] {
  const found: string[] = [];
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    found.push(folder);
    if (folder === dirname(folder)) return found;
  }
}

/** The hash of a file, taken once a process: a search by content asks for the same ones again and again. */
const hashOf = remembered((path) => {
  try {
    return sha256Of(path);
  } catch {
    return '';
  }
});

/** A log that was found; the bytes of a history are read only where they are asked for. */
interface FoundLog {
  path: string;
  readonly bytes: Uint8Array;
}

function opened(path: string): FoundLog & { sha256: string } {
  if (isLong(path))
    return {
      path,
      sha256: hashOf(path),
      get bytes() {
        return readFileSync(path);
      },
    };
  const bytes = readFileSync(path);
  return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** The file with the right hash; without one, the first that lies where the source says. */
function best(paths: readonly string[], source: Source): FoundLog | undefined {
  let first: FoundLog | undefined;
  for (const path of paths) {
    const log = opened(path);
    if (log.sha256 === source.sha256) return log;
    first ??= log;
  }
  return first;
}

/**
 * A finder over the folders given with `--logs`; without any, GROUP/FILE is looked for in the working
 * folder and those above the note, then anywhere below the working folder.
 */
export function logFinder(folders: readonly string[]): FindLog {
  const indexOf = indexer();
  const below = (folder: string, source: Source, deep?: number) =>
    (indexOf(resolve(folder), deep).get(basename(source.path)) ?? []).filter((path) =>
      slashed(path).endsWith(`/${source.path}`),
    );
  const byContent = (folder: string, source: Source, deep?: number) => {
    const files = [...indexOf(resolve(folder), deep).values()].flat();
    return files.filter((path) => mayBeLog(path) && hashOf(path) === source.sha256).slice(0, 1);
  };
  return (source, noteFile, renamed) => {
    if (folders.length) {
      const found = best(
        folders.flatMap((folder) => below(folder, source)),
        source,
      );
      if (found || !renamed) return found;
      return best(
        folders.flatMap((folder) => byContent(folder, source)),
        source,
      );
    }
    const direct = [resolve(), ...ancestors(noteFile)]
      .map((folder) => join(folder, source.path))
      .filter((path) => existsSync(path));
    const found = best(direct, source) ?? best(below('.', source, depth), source);
    return found ?? (renamed ? best(byContent('.', source, depth), source) : undefined);
  };
}
