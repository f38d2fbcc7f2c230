import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../errors.js';
import { readJson } from '../json.js';
import { unknownDate } from '../note.js';
import { editsName, folderOf } from '../output/names.js';
import type { Edits } from '../schema/edits.js';
import type { Transcript } from '../transcript.js';
import { schemaFaults } from '../validate.js';
import { idStart } from './match.js';

/** Reads and checks a file of edits. */
export function readEdits(file: string): Edits {
  const value = readJson(file);
  const [fault] = schemaFaults('edits', value);
  if (fault) throw fail('edits-invalid', { file, ...fault });
  return value as Edits;
}

/** Where edits for a group may lie below a folder, the first before the second. */
const placesFor = (folder: string, group: string) => [join(folder, folderOf(group)), folder];

function names(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/**
 * The edits for a log's notes in `FOLDER/GROUP` or the folders themselves: files `*.edits.json` that bear the
 * log's date in their name; what they hold says which note they belong to. Of two for one note the first counts.
 */
export function editsFor(log: Pick<Transcript, 'source' | 'date'>, folders: readonly string[]): Edits[] {
  const date = `-${log.date ?? unknownDate}-`;
  const start = idStart(log);
  const found = new Map<string, Edits>();
  for (const place of folders.flatMap((folder) => placesFor(folder, log.source.group))) {
    for (const name of names(place)) {
      if (!name.endsWith('.edits.json') || !name.includes(date)) continue;
      const edits = readEdits(join(place, name));
      if (edits.note.startsWith(start) && !found.has(edits.note)) found.set(edits.note, edits);
    }
  }
  return [...found.values()];
}

/** The file that holds the edits of a note: beside it, else below another folder; undefined without one. */
export function editsFileOf(
  note: { id: string; group: string },
  beside: string,
  elsewhere?: string,
): string | undefined {
  const folders = [...(elsewhere === undefined ? [] : placesFor(elsewhere, note.group)), beside];
  return folders.map((folder) => join(folder, editsName(note.id))).find((file) => existsSync(file));
}
