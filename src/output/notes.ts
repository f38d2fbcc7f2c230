import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

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

function entries(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** The six digits of the key in a note's file name. */
const keyIn = (name: string) => name.split('.').at(-2)!;

/** The files of notes in a folder, by name; those whose key is among `keys` when given. Others are passed over. */
export function noteFiles(folder: string, keys?: ReadonlySet<string>): NoteFile[] {
  const found: NoteFile[] = [];
  for (const entry of entries(folder)) {
    const { name } = entry;
    if (!entry.isFile() || !noteName.test(name) || (keys && !keys.has(keyIn(name)))) continue;
    try {
      const { id, source } = statedIn(join(folder, name));
      if (typeof id === 'string' && typeof source === 'string') found.push({ name, id, source });
    } catch {
      // Somebody else's file.
    }
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The ids that the ledger in a folder lists; none without a readable ledger. */
export function listedIds(path: string): string[] {
  try {
    const notes: unknown = JSON.parse(readFileSync(path, 'utf8')).notes;
    return Array.isArray(notes) ? notes.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}
