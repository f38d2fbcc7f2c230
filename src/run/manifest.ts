import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorData } from '../errors.js';
import type { Day } from '../join/chains.js';
import { writeFiles } from '../output/files.js';
import type { Ledger } from '../schema/ledger.js';
import type { Note } from '../schema/note.js';
import type { Role } from '../transcript.js';
import type { Print } from './twins.js';

/** Name of the manifest in an output folder. */
export const manifestName = '.jianglu-manifest.jsonl';

/** A file that stands in the output folder: its path there, and its size in bytes. */
export interface Output {
  path: string;
  size: number;
}

/** A note that stands in the output folder. */
export interface Noted {
  id: string;
  kind: Note['kind'];
  title: string;
  speaker: string;
  files: Output[];
}

/** What an extraction of a log gave. */
export interface Made {
  /** What it shows to the run as a whole, seen alone. */
  day: Day;
  /** Of its talks, as they were written. */
  prints: Print[];
  messages: number;
  roles: Partial<Record<Role, number>>;
  warnings: Ledger['warnings'];
  ledger: Output;
  notes: Noted[];
  /** Hash of the edits that were applied; absent without any. */
  edits?: string;
  /** Keys of the logs that it was extracted with, its own among them; absent when it was alone. */
  chain?: string[];
  /** Hash of the hints that its notes got from the run as a whole; absent without any. */
  hints?: string;
}

/** What is known of a log; beside `skipped` or `failed`, `made` is what an earlier extraction left. */
export interface Entry {
  /** Path of the log from the output folder, with forward slashes. */
  log: string;
  sha256: string;
  /** Hash of all that counted beside the log and its edits. */
  settings: string;
  made?: Made;
  /** The file is no log. */
  skipped?: true;
  /** A fault of its bytes, which stays while they do. */
  failed?: ErrorData;
}

/** What stands in the folder for a log and is up to date; nothing where the log was no log, or failed, when last seen. */
export const standingOf = ({ made, skipped, failed }: Entry): Made | undefined =>
  skipped || failed ? undefined : made;

/** What a folder of notes was made of. */
export interface Manifest {
  /** By `log`. */
  entries: Map<string, Entry>;
  /** Hash of the inputs of the last run that came to its end; what shows only in the whole run is settled for them. */
  settled?: string;
}

const digest = (text: string) => hash('sha256', text, 'hex');

/** The manifest as text: a line of head with the hash of the rest, then a line a log, sorted. */
function manifestText({ entries, settled }: Manifest): string {
  const logs = [...entries.keys()].sort();
  const body = [{ settled }, ...logs.map((log) => entries.get(log))]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
  return `${JSON.stringify({ kind: 'manifest', version: 1, sha256: digest(body) })}\n${body}`;
}

function parse(text: string): Manifest | undefined {
  const end = text.indexOf('\n') + 1;
  const { version, sha256 } = JSON.parse(text.slice(0, end));
  const body = text.slice(end);
  if (version !== 1 || sha256 !== digest(body)) return undefined;
  const [head, ...entries] = body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { ...head, entries: new Map(entries.map((entry: Entry) => [entry.log, entry])) };
}

/** The manifest of an output folder; `undefined` without one, or where it is damaged or of another version. */
export function readManifest(out: string): Manifest | undefined {
  try {
    return parse(readFileSync(join(out, manifestName), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Writes the manifest, whole or not at all. */
export function writeManifest(out: string, manifest: Manifest): void {
  writeFiles(out, [{ name: manifestName, text: manifestText(manifest) }]);
}
