import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { Input } from '../inputs.js';
import type { Lexicon } from '../lexicon.js';
import { lookForNote, type NoteFault, noteBytes, noteInputs } from '../note-files.js';
import { isBelow } from '../paths.js';
import { conceptFinder, type FindConcept } from './finder.js';
import type { Talk } from './record.js';
import { knownConcepts, talkOf } from './records.js';
import type { Store } from './store.js';

/** A file that did not get into the index. */
export interface IndexFault {
  /** As the user would name it. */
  file: string;
  /** JSON pointer into the file. */
  pointer: string;
  code: NoteFault['code'] | 'nothing' | 'twice';
  message: string;
}

/** What a run did. */
export interface Indexing {
  /** Talks written. */
  written: number;
  /** Files that are as the index has them. */
  same: number;
  /** Files whose talks were removed, by their paths from the folder of the store. */
  removed: string[];
  faults: IndexFault[];
}

/** How a run goes about it. */
export interface IndexOptions {
  /** Path of the store: talks are named by their files' paths from its folder. */
  file: string;
  lexicon: Pick<Lexicon, 'topics'>;
  /** Removes the talks of all files that are gone, wherever they were. */
  prune?: boolean;
  observer?: { begin(total: number): void; step(file: string): void; end(): void };
}

/**
 * Talks, and characters of JSON, that go into one transaction at most, some five seconds of work: a kill costs it,
 * another writer waits for it, and they lie in memory.
 */
const most = { talks: 200, characters: 8 * 1024 * 1024 };

/** What a run knows, and what it has done so far. */
interface Run {
  store: Store;
  options: IndexOptions;
  find: FindConcept;
  /** Hashes of the notes in the store, by file. */
  known: Map<string, string>;
  /** All files of the run. */
  files: ReadonlySet<string>;
  /** Files by the ids that this run has written. */
  ids: Map<string, string>;
  waiting: { talks: Talk[]; gone: string[]; characters: number };
  done: Indexing;
}

/** A file by its path from the folder of the store, the same on every system. */
const nameOf = (file: string, store: string): string =>
  relative(dirname(resolve(store)), resolve(file))
    .split(sep)
    .join('/');

const pathOf = (name: string, store: string): string => resolve(dirname(resolve(store)), name);

async function flush({ store, waiting, done }: Run): Promise<void> {
  if (!waiting.talks.length && !waiting.gone.length) return;
  await store.write(waiting.talks, waiting.gone);
  done.written += waiting.talks.length;
  done.removed.push(...waiting.gone);
  Object.assign(waiting, { talks: [], gone: [], characters: 0 });
}

/** Whether a file still holds what the store has of it. */
function isAsKnown({ known, options }: Run, name: string): boolean {
  try {
    return known.get(name) === hash('sha256', readFileSync(pathOf(name, options.file)), 'hex');
  } catch {
    return false;
  }
}

/** Another file of the run that holds the note, too: the one that came first counts. */
async function twin(run: Run, id: string, name: string): Promise<string | undefined> {
  const met = run.ids.get(id);
  if (met !== undefined) return met;
  const owner = await run.store.fileOf(id);
  const counts = owner !== undefined && owner !== name && run.files.has(owner) && isAsKnown(run, owner);
  return counts ? owner : undefined;
}

async function take(run: Run, input: Input): Promise<void> {
  const { options, known, waiting, done } = run;
  const { file } = input;
  const name = nameOf(file, options.file);
  const leave = () => {
    if (known.has(name)) waiting.gone.push(name);
  };
  const refuse = (fault: Omit<IndexFault, 'file'>) => {
    done.faults.push({ file, ...fault });
    leave();
  };
  const bytes = noteBytes(file);
  if (!Buffer.isBuffer(bytes)) return refuse(bytes);
  const sha256 = hash('sha256', bytes, 'hex');
  if (known.get(name) === sha256) return void done.same++;
  const text = bytes.toString();
  const found = lookForNote(text, input);
  if (found === 'other') return leave();
  if ('fault' in found) return refuse(found.fault);
  const other = await twin(run, found.note.id, name);
  if (other !== undefined)
    return refuse({ pointer: '/id', code: 'twice', message: `${other} holds the same note` });
  run.ids.set(found.note.id, name);
  waiting.talks.push(talkOf(found.note, { file: name, sha256 }, run.find));
  waiting.characters += text.length;
  if (waiting.talks.length >= most.talks || waiting.characters >= most.characters) await flush(run);
}

const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** Files of the store that are no more: those below the folders given, or all with `prune`. */
function goneOf({ known, files, options }: Run, folders: readonly string[]): string[] {
  return [...known.keys()].filter((name) => {
    if (files.has(name)) return false;
    const path = pathOf(name, options.file);
    return options.prune ? !isThere(path) : folders.some((folder) => isBelow(path, folder)) && !isThere(path);
  });
}

/** The folders among some paths. */
const foldersIn = (paths: readonly string[]): string[] =>
  paths
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory())
    .map((path) => resolve(path));

/**
 * Brings a store up to date with notes (files, folders, patterns): those that are new or other than at the last run are
 * written, some hundred in a transaction, and what is gone from the folders is removed. A run that was ended at any
 * moment is gone on with by the next.
 */
export async function indexNotes(
  store: Store,
  paths: readonly string[],
  options: IndexOptions,
): Promise<Indexing> {
  const { inputs: notes, faults } = noteInputs(paths);
  const concepts = knownConcepts(options.lexicon);
  await store.setTaxonomy(concepts, hash('sha256', JSON.stringify(concepts), 'hex'));
  const run: Run = {
    store,
    options,
    find: conceptFinder(concepts),
    known: await store.files(),
    ids: new Map(),
    files: new Set(notes.map(({ file }) => nameOf(file, options.file))),
    waiting: { talks: [], gone: [], characters: 0 },
    done: { written: 0, same: 0, removed: [], faults: [] },
  };
  run.done.faults.push(...faults);
  run.waiting.gone.push(...goneOf(run, foldersIn(paths)));
  const { observer } = options;
  observer?.begin(notes.length);
  for (const input of notes) {
    await take(run, input);
    observer?.step(input.file);
  }
  await flush(run);
  observer?.end();
  return run.done;
}
