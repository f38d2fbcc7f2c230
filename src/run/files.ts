import { hash } from 'node:crypto';
import { closeSync, constants, openSync, readSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { sha256Of } from '../read/portions.js';
import type { Output } from './manifest.js';

/** Files up to this size, in bytes, are hashed in one go. */
const small = 16 * 1024 * 1024;

/** What a manifest calls a log: its path from the output folder, so that both may move together. */
export const logKey = (out: string, file: string) => relative(out, resolve(file)).split(sep).join('/');

/** Where a log lies that a manifest names. */
export const logPath = (out: string, log: string) => resolve(out, log);

/** Holds the bytes of one file after the other: a buffer for each would keep the collector busy. */
let buffer = Buffer.allocUnsafe(64 * 1024);

/** The bytes of an open file, in a buffer that the next call uses again. */
function bytesOf(handle: number, size: number): Uint8Array {
  if (buffer.length < size) buffer = Buffer.allocUnsafe(2 * size);
  let end = 0;
  for (let read = 1; read > 0 && end < size; end += read)
    read = readSync(handle, buffer, end, size - end, end);
  return buffer.subarray(0, end);
}

/**
 * The hash of a file's bytes; `undefined` for what is no regular file, or cannot be read: reading it will say why. A
 * pipe is not opened, and one that took a file's place meanwhile is not waited for.
 */
export function hashOf(file: string): string | undefined {
  let handle: number | undefined;
  try {
    const entry = statSync(file);
    if (!entry.isFile()) return undefined;
    if (entry.size > small) return sha256Of(file);
    handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    return hash('sha256', bytesOf(handle, entry.size), 'hex');
  } catch {
    return undefined;
  } finally {
    if (handle !== undefined) closeSync(handle);
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
