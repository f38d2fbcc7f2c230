import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';

/** Pictures that may be shown; no SVG, which is more than a picture. */
const types: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
};

/** The pictures that lie on this machine. */
export interface Pictures {
  /** The address under which the picture of a link is served; undefined where it is not here. */
  at(url: string): string | undefined;
  /** Of those that are not here the caption is shown, and no link. */
  omits?: boolean;
  /** File and type by the name in that address. */
  named(name: string): { file: string; type: string } | undefined;
}

const endingOf = (path: string) => /\.([a-z]+)$/iu.exec(path)?.[1]?.toLowerCase() ?? '';

/** The last two parts of a path: a number of pictures are called `1.png`. */
const tailOf = (path: string) => path.split('/').filter(Boolean).slice(-2).join('/');

/**
 * Pictures below the folders of logs, found by the last two parts of their address (`…/202405/a.png`). Nothing is loaded
 * from where a message says that the picture is: that would tell others who reads.
 */
export function picturesIn(folders: readonly string[]): Pictures {
  const files = new Map<string, string>();
  const byTail = new Map<string, string>();
  for (const folder of folders) {
    const patterns = Object.keys(types).map((type) => `**/*.${type}`);
    const found = globSync(patterns, { cwd: folder, caseSensitiveMatch: false, followSymbolicLinks: false });
    for (const path of found.sort()) {
      const file = join(folder, path);
      const name = `${createHash('sha256').update(file).digest('hex').slice(0, 16)}.${endingOf(path)}`;
      files.set(name, file);
      const tail = tailOf(file.replaceAll('\\', '/'));
      if (!byTail.has(tail)) byTail.set(tail, name);
    }
  }
  return {
    at(url) {
      if (!URL.canParse(url)) return undefined;
      try {
        const name = byTail.get(tailOf(decodeURIComponent(new URL(url).pathname)));
        return name && `/pictures/${name}`;
      } catch {
        return undefined;
      }
    },
    named(name) {
      const file = files.get(name);
      return file === undefined ? undefined : { file, type: types[endingOf(name)]! };
    },
  };
}
