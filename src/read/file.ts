import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { fail, systemError } from '../errors.js';
import { largestFile } from './decode.js';

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
    check(await stat(path), path, limit);
    // Whatever took the file's place meanwhile is not waited for, and is looked at again.
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    check(await handle.stat(), path, limit);
    return await handle.readFile();
  } catch (error) {
    throw systemError(error, path);
  } finally {
    await handle?.close();
  }
}

function check(
  entry: { isFile(): boolean; isDirectory(): boolean; size: number },
  file: string,
  limit: number,
): void {
  if (entry.isDirectory()) throw fail('file-is-folder', { file });
  if (!entry.isFile()) throw fail('file-irregular', { file });
  if (entry.size > limit * 1024 * 1024) throw fail('file-too-large', { file, limit });
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
