import { readJson } from '../json.js';
import type { Ledger } from '../schema/ledger.js';
import type { Note } from '../schema/note.js';
import { schemaFaults } from '../validate.js';
import { jsonFiles } from './files.js';

/** What is measured of a note: notes of single stages (`tools/gold.mjs`) have but a part of a note's fields. */
export type Measured = Pick<Note, 'title' | 'speakers' | 'sections' | 'qa' | 'topics' | 'glossary'> & {
  lecture: NonNullable<Note['lecture']>;
  id: string | null;
  /** Its log. */
  source: Note['sources'][number];
  /** Where it was read. */
  file: string;
};

/** A folder of notes by log (GROUP/DATE), and the ledgers that tell which logs there were. */
export interface Notes {
  notes: Map<string, Measured[]>;
  ledgers: { ledger: Ledger; file: string }[];
}

/** GROUP/DATE of a source's path, which is GROUP/FILE; the file's name begins with the date. Empty for another path. */
export function logOf(path: string): string {
  const match = /(?<![^/])([^/]+)\/(?:_posts\/)?(\d{4}-\d\d-\d\d)[^/]*$/u.exec(path);
  return match ? `${match[1]}/${match[2]}` : '';
}

const list = <T>(value: unknown): T[] => (Array.isArray(value) ? value : []);

/** A note with what it lacks left empty; undefined for what has no lecture: ledgers, edits, discussions. */
function measuredOf(value: unknown, file: string): Measured | undefined {
  const { id, title, speakers, lecture, sections, qa, topics, glossary, sources } = (value ??
    {}) as Partial<Note>;
  if (!Array.isArray(lecture?.messages)) return undefined;
  return {
    id: typeof id === 'string' ? id : null,
    source: { path: '', format: '', group: '', sha256: '', messages: 0, ...list<object>(sources)[0] },
    file,
    title: String(title ?? ''),
    speakers: list(speakers),
    lecture: { messages: list<number>(lecture.messages) },
    sections: list(sections),
    qa: list(qa),
    topics: list(topics),
    glossary: list(glossary),
  };
}

/** Reads all notes and ledgers below a folder; other JSON files are passed over. */
export function readNotes(folder: string): Notes {
  const read: Notes = { notes: new Map(), ledgers: [] };
  for (const file of jsonFiles(folder)) {
    const value = readJson(file);
    const note = measuredOf(value, file);
    if (note) {
      const log = logOf(String(note.source.path));
      read.notes.set(log, [...(read.notes.get(log) ?? []), note]);
    } else if (schemaFaults('ledger', value).length === 0)
      read.ledgers.push({ ledger: value as Ledger, file });
  }
  return read;
}
