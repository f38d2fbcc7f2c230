import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesOf } from '../json.js';

/** A note's file in an output folder, with what it states: its id and the path of its log. */
export interface NoteFile {
  name: string;
  id: string;
  source: string;
}

const noteName = /^\d{4}-\d{2}-\d{2}-.*\.[0-9a-f]{6}\.(json|md)$/u;
/** The flat front matter of our own pages: values are JSON strings. */
const frontMatter = /^---\n((?:[a-z]+: "(?:[^"\\\n]|\\.)*"\n)+)---\n/u;

function statedInPage(text: string): { id?: unknown; source?: unknown } {
  const lines = frontMatter.exec(text)?.[1]?.trimEnd().split('\n') ?? [];
  return Object.fromEntries(
    lines.map((line) => [line.split(':')[0]!, JSON.parse(line.slice(line.indexOf(' ')))]),
  );
}

function statedIn(path: string): { id?: unknown; source?: unknown } {
  const text = readFileSync(path, 'utf8');
  if (path.endsWith('.md')) return statedInPage(text);
  const note = JSON.parse(text);
  return { id: note.id, source: note.sources[0].path };
}

/** The six digits of the key in a note's file name. */
const keyIn = (name: string) => name.split('.').at(-2);

/** Gives the names of the files in a folder that may be notes, those with one of the keys when given. */
export type NoteNames = (folder: string, keys?: ReadonlySet<string>) => readonly string[];

/** Looks into the folder each time. */
export const noteNames: NoteNames = (folder, keys) => {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  return names.filter((name) => noteName.test(name) && (!keys || keys.has(keyIn(name)!)));
};

/** What stands in folders that only we write to: each is looked into once. */
export interface KnownNames {
  of: NoteNames;
  /** Takes a file in that was written. */
  add(folder: string, name: string): void;
}

/** Knows nothing yet; what was removed stays among the names. */
export function knownNames(): KnownNames {
  const folders = new Map<string, Map<string, Set<string>>>();
  const into = (known: Map<string, Set<string>>, name: string) => {
    const key = keyIn(name);
    if (key !== undefined) known.set(key, (known.get(key) ?? new Set()).add(name));
  };
  const look = (folder: string) => {
    let known = folders.get(folder);
    if (!known) {
      known = new Map();
      folders.set(folder, known);
      for (const name of noteNames(folder)) into(known, name);
    }
    return known;
  };
  return {
    of: (folder, keys) => {
      const known = look(folder);
      return [...(keys ?? known.keys())].flatMap((key) => [...(known.get(key) ?? [])]);
    },
    add: (folder, name) => into(look(folder), name),
  };
}

/**
 * The files of notes in a folder, by name; those whose key is among `keys` when given. Others are passed over, and so is
 * what is no longer there.
 */
export function noteFiles(
  folder: string,
  keys?: ReadonlySet<string>,
  names: NoteNames = noteNames,
): NoteFile[] {
  const found: NoteFile[] = [];
  for (const name of names(folder, keys)) {
    try {
      const { id, source } = statedIn(join(folder, name));
      if (typeof id === 'string' && typeof source === 'string') found.push({ name, id, source });
    } catch {
      // Somebody else's file.
    }
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function listedIn(ledger: string): string[] {
  const notes: unknown = JSON.parse(ledger).notes;
  return Array.isArray(notes) ? notes.filter((id) => typeof id === 'string') : [];
}

/** The ids that a ledger file lists, each once; those of a history are one a line. None without a readable ledger. */
export function listedIds(path: string): string[] {
  try {
    if (!path.endsWith('.jsonl')) return listedIn(readFileSync(path, 'utf8'));
    const ids = new Set<string>();
    for (const line of linesOf(path)) for (const id of listedIn(line)) ids.add(id);
    return [...ids];
  } catch {
    return [];
  }
}
