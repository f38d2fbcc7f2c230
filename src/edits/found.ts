import { hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '../json.js';
import { unknownDate } from '../note/unknown.js';
import { folderOf } from '../output/names.js';

/** What the names of files with edits end in. */
export const editsEnding = '.edits.json';

/** A file that may hold edits of a log, and what stands in it. */
export interface EditsFile {
  file: string;
  text: string;
}

/** Where edits for a group may lie below a folder, the first before the second. */
export const placesFor = (folder: string, group: string) => [join(folder, folderOf(group)), folder];

/** Lists a folder; what is no folder has no names. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function read(file: string): EditsFile {
  return { file, text: readText(file) };
}

/** How the date of a log stands in the names of its edits. */
export const dateIn = (date: string | null) => `-${date ?? unknownDate}-`;

/**
 * The files `*.edits.json` in `FOLDER/GROUP` or the folders themselves that bear a log's date in their name; for a history,
 * which has no `date` of its own, those of all dates.
 *
 * @param list lists a folder; another than `namesIn` may remember
 */
export function editsFilesOf(
  { group, date }: { group: string; date?: string | null },
  folders: readonly string[],
  list: (folder: string) => readonly string[] = namesIn,
): EditsFile[] {
  const dated = date === undefined ? '-' : dateIn(date);
  return folders
    .flatMap((folder) => placesFor(folder, group))
    .flatMap((place) =>
      list(place)
        .filter((name) => name.endsWith(editsEnding) && name.includes(dated))
        .map((name) => read(join(place, name))),
    );
}

/** One hash of all files, in their order; `undefined` without any. */
export function editsHash(files: readonly EditsFile[]): string | undefined {
  if (!files.length) return undefined;
  return hash('sha256', JSON.stringify(files.map(({ text }) => text)), 'hex').slice(0, 16);
}
