import { constants, createWriteStream } from 'node:fs';
import { type FileHandle, mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fail, systemError } from '../errors.js';
import { largestFile } from './decode.js';
import { isLong, longLog } from './long.js';

/**
 * The bytes of a log: a regular file (a link to one too), or standard input for `-`. Pipes, sockets and devices are
 * refused without being opened.
 *
 * @throws JiangluError `file-missing`, `file-unreadable`, `file-is-folder`, `file-irregular`, `file-too-large`
 */
export async function readLog(path: string, options: { limit?: number } = {}): Promise<Uint8Array> {
  const limit = options.limit ?? largestFile;
  if (path === '-') return gather(process.stdin, path, limit);
  let handle: FileHandle | undefined;
  try {
    demandFile(await stat(path), path, limit);
    // Whatever took the file's place meanwhile is not waited for, and is looked at again.
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    demandFile(await handle.stat(), path, limit);
    return await handle.readFile();
  } catch (error) {
    throw systemError(error, path);
  } finally {
    await handle?.close();
  }
}

/**
 * Refuses what is no regular file, or has more than `limit` MiB.
 *
 * @throws JiangluError `file-is-folder`, `file-irregular`, `file-too-large`
 */
export function demandFile(
  entry: { isFile(): boolean; isDirectory(): boolean; size: number },
  file: string,
  limit = Number.POSITIVE_INFINITY,
): void {
  if (entry.isDirectory()) throw fail('file-is-folder', { file });
  if (!entry.isFile()) throw fail('file-irregular', { file });
  if (entry.size > limit * 1024 * 1024) throw fail('file-too-large', { file, limit });
}

/** A log to be read: in memory, or where it is too long for that, in a file. */
export type Opened = { bytes: Uint8Array } | { file: string };

/**
 * The bytes of a log as `readLog` gives them; of one that is a history, the file. Standard input that is one is written to
 * a file beside `spool`. Without `spool` there are no histories.
 *
 * @throws JiangluError as `readLog`; `disk-full` and `output-unwritable` for the spool
 */
export async function openLog(path: string, spool: string | undefined): Promise<Opened> {
  if (spool === undefined || (path !== '-' && !isLong(path))) return { bytes: await readLog(path) };
  return path === '-' ? gatherLong(process.stdin, `${spool}-stdin`) : { file: path };
}

/** All bytes of a stream; those of a history in a file. */
async function gatherLong(stream: Readable, file: string): Promise<Opened> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const from = stream[Symbol.asyncIterator]();
  try {
    for (let next = await from.next(); !next.done; next = await from.next()) {
      pieces.push(next.value);
      size += next.value.length;
      if (size > longLog * 1024 * 1024) break;
    }
  } catch (error) {
    throw systemError(error, '-');
  }
  if (size <= longLog * 1024 * 1024) return { bytes: Buffer.concat(pieces) };
  const all = async function* () {
    yield* pieces.splice(0);
    yield* { [Symbol.asyncIterator]: () => from };
  };
  try {
    await mkdir(dirname(file), { recursive: true });
    await pipeline(all, createWriteStream(file));
  } catch (error) {
    throw systemError(error, file, 'write');
  }
  return { file };
}

/** All bytes of a stream, up to `limit` MiB. */
async function gather(stream: AsyncIterable<Uint8Array>, file: string, limit: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of stream) {
      size += piece.length;
      if (size > limit * 1024 * 1024) throw fail('file-too-large', { file, limit });
      pieces.push(piece);
    }
  } catch (error) {
    throw systemError(error, file);
  }
  return Buffer.concat(pieces);
}
