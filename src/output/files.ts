import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  opendirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { systemError } from '../errors.js';
import { portionsOf } from '../read/portions.js';
import { isAlive } from './lock.js';

/** A file to be written: name within its folder, and content. */
export interface File {
  name: string;
  text: string;
}

/** What writing needs of the file system; tests put a full disk here. */
export interface Disk {
  write(descriptor: number, bytes: Uint8Array): void;
}

/** Writes all of some bytes, which one call may not do. */
export function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
}

const disk: Disk = { write: writeAll };

/** Temporary files, and the folder that a run spools the notes of histories into. */
const temporary = /^\.jianglu-(\d+)-(?:\d+|spool)\.tmp$/u;
let count = 0;

/** A path in a folder that no other file has, for one that is moved to its place once it is whole; `sweep` knows it. */
export const temporaryIn = (folder: string): string => join(folder, `.jianglu-${process.pid}-${count++}.tmp`);

function same(path: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}

/** Another run may make the same folder at the same time. */
function makeOne(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/**
 * Makes a folder and those above it that are missing. Node's own `recursive` never comes back where a
 * file system refuses with ENOENT, as /proc does.
 */
export function makeFolder(folder: string): void {
  const missing: string[] = [];
  for (let at = resolve(folder); !existsSync(at) && at !== dirname(at); at = dirname(at)) missing.unshift(at);
  for (const one of missing) makeOne(one);
  opendirSync(folder).closeSync();
}

/** Removes what dead processes left, and what bears the number of this one, which has written nothing yet. */
export function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = Number(temporary.exec(name)?.[1]);
    if (pid === process.pid || (pid && !isAlive(pid)))
      rmSync(join(folder, name), { force: true, recursive: true });
  }
}

/** Removes what runs that were killed left in an output folder and the groups' folders in it. */
export function sweepAll(out: string): void {
  sweep(out);
  for (const entry of readdirSync(out, { withFileTypes: true }))
    if (entry.isDirectory()) sweep(join(out, entry.name));
}

/** Writes a new file that is on the disk when this is done. */
export function writeTemporary(path: string, bytes: Uint8Array, { write }: Disk = disk): void {
  const descriptor = openSync(path, 'wx');
  try {
    write(descriptor, bytes);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Makes renames and removals in a folder last; Windows knows no such thing. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** How `writeFiles` goes about its work. */
export interface Writing {
  to?: Disk;
  /** Runs when all but the last file stand in their places. */
  beforeLast?: () => void;
}

function replace(pending: ReadonlyMap<string, string>, files: readonly string[]): void {
  for (const path of files) {
    const from = pending.get(path);
    if (from !== undefined) renameSync(from, path);
  }
}

/**
 * Writes files into a folder, each whole or not at all: all go to temporary files first, so that a full
 * disk is met before any old file is replaced. Files that already hold the same bytes stay untouched.
 */
export function writeFiles(
  folder: string,
  files: readonly File[],
  { to = disk, beforeLast }: Writing = {},
): void {
  const pending = new Map<string, string>();
  const paths = files.map(({ name }) => join(folder, name));
  let path = folder;
  try {
    makeFolder(folder);
    for (const [index, { text }] of files.entries()) {
      path = paths[index]!;
      const bytes = Buffer.from(text);
      if (same(path, bytes)) continue;
      const from = temporaryIn(folder);
      pending.set(path, from);
      writeTemporary(from, bytes, to);
    }
    replace(pending, paths.slice(0, -1));
    beforeLast?.();
    replace(pending, paths.slice(-1));
    if (pending.size) syncFolder(folder);
  } catch (error) {
    for (const from of pending.values()) rmSync(from, { force: true });
    throw systemError(error, path, 'write');
  }
}

/** Whether two files hold the same bytes, whatever their size. */
function sameFiles(one: string, other: string): boolean {
  const entry = statSync(other, { throwIfNoEntry: false });
  if (!entry?.isFile() || entry.size !== statSync(one).size) return false;
  const others = portionsOf(other);
  try {
    for (const portion of portionsOf(one)) {
      const { value } = others.next();
      if (!value || !Buffer.from(portion).equals(value)) return false;
    }
    return true;
  } finally {
    others.return(undefined);
  }
}

/** A file that was written elsewhere on the same disk and is to be moved into a folder. */
export interface Placed {
  name: string;
  from: string;
}

/** Moves files into a folder as `writeFiles` would write them: those that already hold the same bytes stay untouched. */
export function placeFiles(
  folder: string,
  files: readonly Placed[],
  { beforeLast }: Pick<Writing, 'beforeLast'> = {},
): void {
  let path = folder;
  try {
    makeFolder(folder);
    for (const [index, { name, from }] of files.entries()) {
      path = join(folder, name);
      if (index === files.length - 1) beforeLast?.();
      if (!sameFiles(from, path)) renameSync(from, path);
    }
    syncFolder(folder);
  } catch (error) {
    throw systemError(error, path, 'write');
  }
}
