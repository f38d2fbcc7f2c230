import { statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const isVault = (folder: string): boolean =>
  statSync(join(folder, '.obsidian'), { throwIfNoEntry: false })?.isDirectory() === true;

/**
 * The way from the root of the vault to a folder, with `/` at its end, and empty where the folder is the root: links are
 * read from there. A folder that lies in no vault is one itself.
 */
export function prefixOf(destination: string): string {
  const start = resolve(destination);
  for (let folder = start; ; folder = dirname(folder)) {
    if (isVault(folder)) {
      const way = relative(folder, start);
      return way === '' ? '' : `${way.split(sep).join('/')}/`;
    }
    if (dirname(folder) === folder) return '';
  }
}
