import { createHash, hash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Output } from './manifest.js';

/** Files up to this size, in bytes, are hashed in one go. */
const small = 16 * 1024 * 1024;

/** What a manifest calls a log: its path from the output folder, so that both may move together. */
export const logKey = (out: string, file: string) => relative(out, resolve(file)).split(sep).join('/');

/** Where a log lies that a manifest names. */
export const logPath = (out: string, log: string) => resolve(out, log);

/** The hash of a file's bytes; `undefined` for what is no regular file, or cannot be read: reading it will say why. */
export async function hashOf(file: string): Promise<string | undefined> {
  try {
    const entry = statSync(file);
    if (!entry.isFile()) return undefined;
    if (entry.size <= small) return hash('sha256', readFileSync(file), 'hex');
    const sum = createHash('sha256');
    for await (const piece of createReadStream(file)) sum.update(piece as Uint8Array);
    return sum.digest('hex');
  } catch {
    return undefined;
  }
}

/** Whether a file that was written still stands there, as far as its size tells. */
export function stands(out: string, { path, size }: Output): boolean {
  try {
    const entry = statSync(join(out, path));
    return entry.isFile() && entry.size === size;
  } catch {
    return false;
  }
}

/** Whether there is such a file. */
export function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
