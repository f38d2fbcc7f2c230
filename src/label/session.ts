import { existsSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { deriveTitle } from '../derive.js';
import { editsFor } from '../edits/files.js';
import { idStart } from '../edits/match.js';
import { placesIn } from '../edits/places.js';
import { applyEdits } from '../edits.js';
import { fail } from '../errors.js';
import { jsonText, readJson } from '../json.js';
import type { Lexicon } from '../lexicon.js';
import { unknownDate, unknownGroup } from '../note/unknown.js';
import { noteOf } from '../note.js';
import { writeFiles } from '../output/files.js';
import { editsName, folderOf } from '../output/names.js';
import type { Edits, Quote } from '../schema/edits.js';
import type { Note } from '../schema/note.js';
import type { Transcript } from '../transcript.js';
import { schemaFaults } from '../validate.js';
import { labelText } from './labels.js';
import type { Judgement, Opening, View } from './protocol.js';

/** Where a session reads and saves. */
export interface Places {
  /** Folder that edits are saved below. */
  save: string;
  /** Folders that edits are read from, the first before the others. */
  read: readonly string[];
  /** The label file. */
  labels?: string;
}

/** One log under correction: plain values in and out, so that a server or a test may drive it. */
export interface Session {
  opening(): Opening;
  preview(edits: readonly Edits[]): View;
  /** The title that quotes give. */
  title(from: readonly Quote[]): string;
  /** Saves edits, and the label file where one was asked for; gives the files. */
  save(edits: readonly Edits[], judgement: Judgement): string[];
}

/** Edits without empty lists and groups, as they are saved. */
function tidy(edits: Edits): Edits {
  return JSON.parse(JSON.stringify(edits), (_, value: unknown) =>
    typeof value === 'object' && value !== null && Object.keys(value).length === 0 ? undefined : value,
  );
}

/** Whether tidied edits say anything beside which note they are for. */
const says = (edits: Edits) => Object.keys(edits).length > 3;

/** The topics that an existing label file has for notes, by order, and its doubts. */
function known(file: string, notes: readonly Note[]): { doubts: string; topics: Record<string, string[]> } {
  if (!existsSync(file)) return { doubts: '', topics: {} };
  const label = readJson(file) as { note?: string; talks?: { topics?: string[] }[] };
  const topics = notes.flatMap(({ id }, index) => {
    const own = label.talks?.[index]?.topics;
    return own ? [[id, own] as const] : [];
  });
  return { doubts: label.note ?? '', topics: Object.fromEntries(topics) };
}

/** Opens a log on which all stages ran. */
export function openSession(base: Transcript, lexicon: Lexicon, places: Places): Session {
  const { group } = base.source;
  const date = base.date ?? unknownDate;
  const view = (edits: readonly Edits[]): View => {
    const tree = applyEdits(structuredClone(base), edits, lexicon);
    return {
      notes: tree.talks.map((talk) => noteOf(tree, talk)),
      roles: tree.children.map(({ role }) => role!.role),
    };
  };
  const demand = (edits: readonly Edits[]): void => {
    for (const one of edits) {
      const [fault] = schemaFaults('edits', one);
      if (fault) throw fail('edits-invalid', fault);
      if (!one.note.startsWith(idStart(base)))
        throw fail('edits-invalid', { pointer: '/note', reason: 'of another log' });
    }
  };
  return {
    opening() {
      const found = editsFor(base, places.read);
      const { notes, roles } = view(found);
      const fresh = notes.filter(({ id }) => !found.some(({ note }) => note === id));
      return {
        log: { path: base.source.path, group, date },
        messages: base.children.map(({ id, key, time, sender, text }) => ({ id, key, time, sender, text })),
        notes,
        roles,
        edits: [...found, ...fresh.map(({ id }): Edits => ({ kind: 'edits', version: 1, note: id }))],
        labels: places.labels === undefined ? null : { file: places.labels, ...known(places.labels, notes) },
      };
    },
    preview(edits) {
      demand(edits);
      return view(edits);
    },
    title: (from) => deriveTitle(from.flatMap((quote) => placesIn(base.children).span(quote) ?? [])),
    save(edits, judgement) {
      demand(edits);
      const folder = join(places.save, folderOf(group));
      const saved = edits.map(tidy).filter(says);
      const files = saved.map((one) => ({ name: editsName(one.note), text: jsonText(one) }));
      if (files.length) writeFiles(folder, files);
      for (const { note } of edits)
        if (!saved.some((one) => one.note === note)) rmSync(join(folder, editsName(note)), { force: true });
      const written = files.map(({ name }) => join(folder, name));
      const { labels } = places;
      if (labels === undefined) return written;
      const text = labelText({ group: group || unknownGroup, date }, view(edits).notes, judgement);
      writeFiles(dirname(labels), [{ name: basename(labels), text }]);
      return [...written, labels];
    },
  };
}
