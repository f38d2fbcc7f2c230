import { statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { isBelow, realOf } from './paths.js';

/**
 * Of paths that a search found below a folder each file once, under its own name where it has one there. A link that
 * leads out of the folder is left out unless it may be followed; one that leads nowhere always.
 */
export function reachedBelow(folder: string, paths: readonly string[], follow: boolean): string[] {
  const root = realOf(folder) ?? resolve(folder);
  const known = new Map<string, string>();
  for (const path of paths) {
    const real = realOf(path);
    const own = real === join(root, relative(folder, path));
    if (real === undefined || (!own && !follow && real !== root && !isBelow(real, root))) continue;
    if (own || !known.has(real)) known.set(real, path);
  }
  const kept = new Set(known.values());
  return paths.filter((path) => kept.has(path));
}

/** Whether a path that a search for files gave is none after all: a link to a folder. */
export const isFolder = (path: string): boolean => statSync(path).isDirectory();
