import { lstatSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { kept } from './memory/remembered.js';
import { isBelow, realOf } from './paths.js';

/** A path that a search found, and where it leads. */
interface Reached {
  path: string;
  /** All links followed; undefined where that is nothing. */
  real: string | undefined;
  isLink: boolean;
}

/** Whether all of a path has to be followed: it is a link, or cannot be looked at. */
function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return true;
  }
}

/** Where paths lead; what leads to a folder is followed once for all that lies there. */
function reachedBy(paths: readonly string[]): Reached[] {
  const folders = new Map<string, string>();
  const realFolder = (folder: string) => kept(folders, folder, () => realOf(folder) ?? resolve(folder));
  return paths.map((path) =>
    isLink(path)
      ? { path, real: realOf(path), isLink: true }
      : { path, real: join(realFolder(dirname(path)), basename(path)), isLink: false },
  );
}

/** How paths that a search found are sifted. */
export interface Sifting {
  /** Links may lead out of the folder. */
  follow: boolean;
  /** The search was for files; what is none after all is a link to a folder. */
  files?: boolean;
}

/**
 * Of paths that a search found below a folder each file once, under its own name where it has one there. A link that
 * leads out of the folder is left out unless it may be followed; one that leads nowhere always.
 */
export function reachedBelow(folder: string, paths: readonly string[], { follow, files }: Sifting): string[] {
  const root = realOf(folder) ?? resolve(folder);
  const known = new Map<string, string>();
  for (const { path, real, isLink } of reachedBy(paths)) {
    const own = real === join(root, relative(folder, path));
    if (real === undefined || (!own && !follow && real !== root && !isBelow(real, root))) continue;
    if (files && isLink && statSync(path).isDirectory()) continue;
    if (own || !known.has(real)) known.set(real, path);
  }
  const chosen = new Set(known.values());
  return paths.filter((path) => chosen.has(path));
}
