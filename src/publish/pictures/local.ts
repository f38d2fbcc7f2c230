import { existsSync, readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { fail } from '../../errors.js';
import { type Pictures, picturesIn } from '../../pages/pictures.js';
import { type Fetched, fetchPicture, mostBytes } from './fetch.js';
import type { FetchPicture } from './fetch-all.js';
import { kindOf } from './kind.js';

/** A file as a picture; undefined where it is none that pages may have, or cannot be read. */
function taken(file: string): Fetched | undefined {
  try {
    if (statSync(file).size > mostBytes) return undefined;
    const bytes = readFileSync(file);
    const ending = kindOf(bytes);
    return ending && { bytes, ending };
  } catch {
    return undefined;
  }
}

/**
 * Takes pictures from folders of logs where they lie there, found as `picturesIn` finds them, and fetches the others. The
 * folders are looked through when the first picture is asked for.
 *
 * @throws JiangluError `file-missing`
 */
export function localFirst(folders: readonly string[], fetch: FetchPicture = fetchPicture): FetchPicture {
  const missing = folders.find((folder) => !existsSync(folder));
  if (missing !== undefined) throw fail('file-missing', { file: missing });
  let known: Pictures | undefined;
  return async (url) => {
    known ??= picturesIn(folders);
    const here = known.at(url);
    const found = here === undefined ? undefined : known.named(posix.basename(here));
    return (found && taken(found.file)) ?? fetch(url);
  };
}
