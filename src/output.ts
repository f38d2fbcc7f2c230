import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from './errors.js';
import { jsonText } from './json.js';
import { type Disk, type File, writeFiles } from './output/files.js';
import { folderOf, ledgerName, noteStem } from './output/names.js';
import { listedIds, noteFiles } from './output/notes.js';
import { renderersOf } from './publish/targets.js';
import type { Ledger } from './schema/ledger.js';
import type { Note } from './schema/note.js';

/** All that one log gives, ready to be written: plain data, so that a worker can send it. */
export interface Bundle {
  /** Folder below the output folder. */
  folder: string;
  /** Path of the log, as its notes state it. */
  source: string;
  ledger: File;
  notes: { id: string; title: string; speaker: string; files: File[] }[];
}

/** The files for a log's notes, one for each target, and its ledger. */
export async function bundleOf(
  notes: readonly Note[],
  ledger: Ledger,
  formats: readonly string[],
): Promise<Bundle> {
  const renderers = await renderersOf(formats);
  return {
    folder: folderOf(ledger.source.group),
    source: ledger.source.path,
    ledger: { name: ledgerName(ledger), text: jsonText(ledger) },
    notes: notes.map((note) => ({
      id: note.id,
      title: note.title,
      speaker: note.speakers.map(({ name }) => name).join('、'),
      files: renderers.map(([name, render]) => ({ name: `${noteStem(note)}.${name}`, text: render(note) })),
    })),
  };
}

/**
 * Removes the notes that an earlier extraction of the same log wrote and this one did not. A note that begins in another
 * log, though the ledger lists it, is that log's.
 */
function removeStale(
  folder: string,
  source: string,
  ids: readonly string[],
  written: ReadonlySet<string>,
): string[] {
  const keys = new Set(ids.map((id) => id.slice(-8, -2)));
  const stale = noteFiles(folder, keys).filter(
    ({ name, id, source: of }) => ids.includes(id) && of === source && !written.has(name),
  );
  for (const { name } of stale) rmSync(join(folder, name), { force: true });
  return stale.map(({ name }) => name);
}

/** A note of another log must not be overwritten, though it bears the same name. */
function demandOwn(folder: string, bundle: Bundle, listed: readonly string[]): void {
  for (const { id, files } of bundle.notes) {
    const taken = files.find(({ name }) => existsSync(join(folder, name)));
    if (!taken || listed.includes(id)) continue;
    const [holder] = noteFiles(folder, new Set([id.slice(-8, -2)])).filter(({ name }) => name === taken.name);
    if (holder?.id === id) continue;
    throw fail('output-unwritable', {
      file: join(folder, taken.name),
      reason: 'a file that is not this note stands there',
    });
  }
}

/**
 * Writes what a log gave below `out`: notes first, then stale notes go, the ledger comes last, so that
 * it never lists a note that is not there. Returns the names removed.
 */
export function writeBundle(out: string, bundle: Bundle, disk?: Disk): { removed: string[] } {
  const folder = join(out, bundle.folder);
  const files = bundle.notes.flatMap((note) => note.files);
  const listed = listedIds(join(folder, bundle.ledger.name));
  demandOwn(folder, bundle, listed);
  const ids = [...new Set([...listed, ...bundle.notes.map(({ id }) => id)])];
  const written = new Set(files.map(({ name }) => name));
  let removed: string[] = [];
  writeFiles(folder, [...files, bundle.ledger], {
    to: disk,
    beforeLast: () => {
      removed = removeStale(folder, bundle.source, ids, written);
    },
  });
  return { removed };
}
