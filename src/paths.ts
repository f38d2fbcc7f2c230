import { realpathSync } from 'node:fs';
import { sep } from 'node:path';

/** Whether a path lies below a folder, by their letters alone; a folder is not below itself. */
export const isBelow = (path: string, folder: string): boolean =>
  path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** What a path leads to in the end, all links followed; undefined where that is nothing. */
export function realOf(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}
