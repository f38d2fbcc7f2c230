import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../errors.js';
import { parseJson, readText } from '../json.js';
import { editsName } from '../output/names.js';
import type { Edits } from '../schema/edits.js';
import type { Transcript } from '../transcript.js';
import { schemaFaults } from '../validate.js';
import { type EditsFile, editsFilesOf, placesFor } from './found.js';
import { idStart } from './match.js';

function parseEdits(text: string, file: string): Edits {
  const value = parseJson(text, file);
  const [fault] = schemaFaults('edits', value);
  if (fault) throw fail('edits-invalid', { file, ...fault });
  return value as Edits;
}

/** Reads and checks a file of edits. */
export function readEdits(file: string): Edits {
  return parseEdits(readText(file), file);
}

/**
 * The edits for a log's notes among files that may hold some: what they hold says which note they belong to. Of two for
 * one note the first counts.
 */
export function editsIn(log: Pick<Transcript, 'source' | 'date'>, files: readonly EditsFile[]): Edits[] {
  const start = idStart(log);
  const found = new Map<string, Edits>();
  for (const { file, text } of files) {
    const edits = parseEdits(text, file);
    if (edits.note.startsWith(start) && !found.has(edits.note)) found.set(edits.note, edits);
  }
  return [...found.values()];
}

/** The edits for a log's notes in `FOLDER/GROUP` or the folders themselves. */
export function editsFor(log: Pick<Transcript, 'source' | 'date'>, folders: readonly string[]): Edits[] {
  return editsIn(log, editsFilesOf({ group: log.source.group, date: log.date }, folders));
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
