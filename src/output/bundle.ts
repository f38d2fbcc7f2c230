import { jsonText } from '../json.js';
import type { Ledger } from '../schema/ledger.js';
import type { Note } from '../schema/note.js';
import type { File } from './files.js';
import { renderersOf } from './formats.js';
import { folderOf, ledgerName, noteStem } from './names.js';

/** All that one log gives, ready to be written: plain data, so that a worker can send it. */
export interface Bundle {
  /** Folder below the output folder. */
  folder: string;
  /** Path of the log, as its notes state it. */
  source: string;
  ledger: File;
  notes: { id: string; kind: Note['kind']; title: string; speaker: string; files: File[] }[];
}

/** Loads what makes the files for a log's notes, one for each format, and its ledger. */
export async function bundlerOf(
  formats: readonly string[],
): Promise<(notes: readonly Note[], ledger: Ledger) => Bundle> {
  const renderers = await renderersOf(formats);
  return (notes, ledger) => ({
    folder: folderOf(ledger.source.group),
    source: ledger.source.path,
    ledger: { name: ledgerName(ledger), text: jsonText(ledger) },
    notes: notes.map((note) => ({
      id: note.id,
      kind: note.kind,
      title: note.title,
      speaker: note.speakers.map(({ name }) => name).join('、'),
      files: renderers.map(([name, render]) => ({ name: `${noteStem(note)}.${name}`, text: render(note) })),
    })),
  });
}
