import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { systemError } from '../errors.js';
import { demandFile } from './file.js';

/** Bytes of a portion: the parts of a text that outlive it hold it in memory, so it is small. */
const portionSize = 64 * 1024;

/**
 * The bytes of a regular file, in portions; each is overwritten by the next.
 *
 * @throws JiangluError `file-missing`, `file-unreadable`, `file-is-folder`, `file-irregular`
 */
export function* portionsOf(path: string): Generator<Uint8Array> {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    demandFile(fstatSync(descriptor), path);
    const portion = new Uint8Array(portionSize);
    for (let size = 1; size > 0; ) {
      size = readSync(descriptor, portion);
      if (size > 0) yield portion.subarray(0, size);
    }
  } catch (error) {
    throw systemError(error, path);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** The SHA-256 of a file of any size. @throws as `portionsOf` */
export function sha256Of(path: string): string {
  const sum = createHash('sha256');
  for (const portion of portionsOf(path)) sum.update(portion);
  return sum.digest('hex');
}
