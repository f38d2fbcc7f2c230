import { lstatSync } from 'node:fs';
import { fail } from '../errors.js';
import { isBelow, realOf } from '../paths.js';

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

/**
 * Refuses a folder of `out` that is a link to somewhere else, so that nothing is written, or removed, outside; `out` itself
 * may be a link, as the user named it. One that leads nowhere could lead out tomorrow.
 *
 * @throws JiangluError `output-leaves`
 */
export function demandWithin(folder: string, out: string): void {
  if (!isLink(folder)) return;
  const [real, above] = [realOf(folder), realOf(out)];
  if (real !== undefined && above !== undefined && isBelow(real, above)) return;
  throw fail('output-leaves', { file: folder, reason: real ?? 'to nowhere' });
}
