import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { systemError } from '../errors.js';

/** A file to be written: name within its folder, and content. */
export interface File {
  name: string;
  text: string;
}

/** What writing needs of the file system; tests put a full disk here. */
export interface Disk {
  write(descriptor: number, bytes: Uint8Array): void;
}

const disk: Disk = {
  write(descriptor, bytes) {
    for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
  },
};

const temporary = /^\.jianglu-(\d+)-\d+\.tmp$/u;
let count = 0;

function same(path: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}

function alive(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Removes what a run that was killed left in a folder. */
export function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const match = temporary.exec(name);
    if (match && !alive(Number(match[1]))) rmSync(join(folder, name), { force: true });
  }
}

function writeTemporary(path: string, bytes: Uint8Array, { write }: Disk): void {
  const descriptor = openSync(path, 'wx');
  try {
    write(descriptor, bytes);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Makes renames and removals in a folder last; Windows knows no such thing. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Writes files into a folder, each whole or not at all: all go to temporary files first, so that a full
 * disk is met before any old file is replaced. Files that already hold the same bytes stay untouched.
 */
export function writeFiles(folder: string, files: readonly File[], to: Disk = disk): void {
  const pending: { from: string; path: string }[] = [];
  let path = folder;
  try {
    mkdirSync(folder, { recursive: true });
    for (const { name, text } of files) {
      path = join(folder, name);
      const bytes = Buffer.from(text);
      if (same(path, bytes)) continue;
      const from = join(folder, `.jianglu-${process.pid}-${count++}.tmp`);
      pending.push({ from, path });
      writeTemporary(from, bytes, to);
    }
    for (const file of pending) {
      path = file.path;
      renameSync(file.from, path);
    }
    if (pending.length) syncFolder(folder);
  } catch (error) {
    for (const { from } of pending) rmSync(from, { force: true });
    throw systemError(error, path, 'write');
  }
}
