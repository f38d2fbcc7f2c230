import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from './errors.js';
import type { Bundle } from './output/bundle.js';
import { type Disk, placeFiles, writeFiles } from './output/files.js';
import { otherLedger } from './output/names.js';
import { type KnownNames, listedIds, type NoteNames, noteFiles, noteNames } from './output/notes.js';
import type { Spooled } from './output/spool.js';
import { demandWithin } from './output/within.js';

/**
 * Removes the notes that an earlier extraction of the same log wrote and this one did not. A note that begins in another
 * log, though the ledger lists it, is that log's.
 */
function removeStale(
  folder: string,
  source: string,
  ids: readonly string[],
  written: ReadonlySet<string>,
  names: NoteNames,
): string[] {
  if (!ids.length) return [];
  const keys = new Set(ids.map((id) => id.slice(-8, -2)));
  const stale = noteFiles(folder, keys, names).filter(
    ({ name, id, source: of }) => ids.includes(id) && of === source && !written.has(name),
  );
  for (const { name } of stale) rmSync(join(folder, name), { force: true });
  return stale.map(({ name }) => name);
}

/** What is to be written, by the names that it will have. */
type Named = {
  notes: readonly { id: string; files: readonly { name: string }[] }[];
  ledger: { name: string };
};

/** A note of another log must not be overwritten, though it bears the same name. */
function demandOwn(folder: string, { notes }: Named, listed: readonly string[], names: NoteNames): void {
  for (const { id, files } of notes) {
    const taken = files.find(({ name }) => existsSync(join(folder, name)));
    if (!taken || listed.includes(id)) continue;
    const [holder] = noteFiles(folder, new Set([id.slice(-8, -2)]), names).filter(
      ({ name }) => name === taken.name,
    );
    if (holder?.id === id) continue;
    throw fail('output-unwritable', {
      file: join(folder, taken.name),
      reason: 'a file that is not this note stands there',
    });
  }
}

/** How a bundle is written. */
export interface BundleWriting {
  disk?: Disk;
  /** What is known to stand in the folders; without, they are looked into. */
  names?: KnownNames;
}

/** Lets `place` put files into the folder of a log; gives the names of what an earlier extraction left and that goes then. */
function placed(
  folder: string,
  bundle: Named & { source: string },
  names: KnownNames | undefined,
  place: (beforeLast: () => void) => void,
): { removed: string[] } {
  const files = bundle.notes.flatMap((note) => note.files);
  const ledgers = [bundle.ledger.name, otherLedger(bundle.ledger.name)].map((name) => join(folder, name));
  const listed = [...new Set(ledgers.flatMap(listedIds))];
  const known = names?.of ?? noteNames;
  demandOwn(folder, bundle, listed, known);
  const ids = [...new Set([...listed, ...bundle.notes.map(({ id }) => id)])];
  const written = new Set(files.map(({ name }) => name));
  let removed: string[] = [];
  for (const { name } of files) names?.add(folder, name);
  place(() => {
    removed = removeStale(folder, bundle.source, ids, written, known);
  });
  rmSync(ledgers[1]!, { force: true });
  return { removed };
}

/**
 * Writes what a log gave below `out`: notes first, then stale notes go, the ledger comes last, so that
 * it never lists a note that is not there. Returns the names removed.
 */
export function writeBundle(
  out: string,
  bundle: Bundle,
  { disk, names }: BundleWriting = {},
): { removed: string[] } {
  const folder = join(out, bundle.folder);
  demandWithin(folder, out);
  const files = [...bundle.notes.flatMap((note) => note.files), bundle.ledger];
  return placed(folder, bundle, names, (beforeLast) => writeFiles(folder, files, { to: disk, beforeLast }));
}

/** Moves what a history gave below `out`, in the order of `writeBundle`. Returns the names removed. */
export function placeSpooled(
  out: string,
  spooled: Spooled,
  { names }: Pick<BundleWriting, 'names'> = {},
): { removed: string[] } {
  const folder = join(out, spooled.folder);
  demandWithin(folder, out);
  const files = [...spooled.notes.flatMap((note) => note.files), spooled.ledger];
  return placed(folder, spooled, names, (beforeLast) => placeFiles(folder, files, { beforeLast }));
}
