import { existsSync, statSync } from 'node:fs';
import { findConfig } from '../config.js';
import { fail } from '../errors.js';
import { jsonText } from '../json.js';
import { noteInputs } from '../note-files.js';
import { lexiconOf } from '../overlay.js';
import type { Config } from '../schema/config.js';
import { type Indexing, indexNotes } from '../store/index-notes.js';
import { emptyStore, openStore } from '../store/sqlite.js';
import type { StoreSize } from '../store/store.js';
import { openedStore } from './found.js';
import { observerOf } from './progress.js';
import { storeFileOf } from './store-file.js';
import { colours, endOnSignal, plural, print, printable, tellFaults, warn } from './terminal.js';

/** Options of `jianglu index` and what is below it. */
export interface IndexCommandOptions {
  store?: string;
  prune?: boolean;
  json?: boolean;
  config?: string;
}

/** What `jianglu index --json` prints. */
interface Told extends Indexing {
  store: string;
  size: StoreSize;
}

function tell({ store, size, written, same, removed, faults }: Told): void {
  tellFaults(faults);
  const parts = [`${plural(written, 'note')} indexed`];
  if (same) parts.push(`${same} unchanged`);
  if (removed.length) parts.push(`${removed.length} removed`);
  if (faults.length) parts.push(plural(faults.length, 'fault'));
  const holds = [plural(size.talks, 'talk'), plural(size.entries, 'entry').replace('entrys', 'entries')];
  print(`${parts.join(', ')} → ${printable(store)}: ${holds.join(', ')}`);
}

/** Indexes notes into the store of a configuration. */
export async function indexInto(
  file: string,
  notes: readonly string[],
  { config, prune }: { config: Config; prune?: boolean },
): Promise<Told> {
  const store = openStore(file, 'write');
  try {
    const observer = await observerOf();
    const done = await indexNotes(store, notes, { file, lexicon: lexiconOf(config), prune, observer });
    return { store: file, ...done, size: await store.size() };
  } finally {
    await store.close();
  }
}

/** An index is not made, nor emptied, of nothing; one that is there is told of folders that have become empty. */
function refuseNone(notes: readonly string[], isKnown: boolean): void {
  const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory();
  if (noteInputs(notes).inputs.length > 0 || (isKnown && notes.some(isFolder))) return;
  throw fail('notes-none', { reason: notes.join(', ') });
}

async function indexAndTell(
  notes: readonly string[],
  { store, prune, json, config: named }: IndexCommandOptions,
  before?: (file: string) => void,
): Promise<void> {
  endOnSignal();
  const config = findConfig(named, process.cwd());
  const file = storeFileOf(store, config);
  refuseNone(notes, before === undefined && existsSync(file));
  before?.(file);
  const told = await indexInto(file, notes, { config, prune });
  if (told.faults.length) process.exitCode = 1;
  if (json) {
    tellFaults(told.faults);
    process.stdout.write(jsonText(told));
  } else tell(told);
}

/** `jianglu index NOTES…`: notes that are no notes stop themselves only; the exit code is 1 when there was one. */
export const indexCommand = (notes: string[], options: IndexCommandOptions): Promise<void> =>
  indexAndTell(notes, options);

/** `jianglu index rebuild NOTES…`: the same, beginning with nothing; what is damaged goes. */
export const rebuildCommand = (notes: string[], options: IndexCommandOptions): Promise<void> =>
  indexAndTell(notes, options, emptyStore);

/** `jianglu index check`: faults to standard error, a line of counts (or JSON) to standard output. */
export async function indexCheckCommand({ store, json, config }: IndexCommandOptions): Promise<void> {
  const file = storeFileOf(store, findConfig(config, process.cwd()));
  const opened = openedStore({ store: file, ...(config !== undefined && { config }) });
  try {
    const faults = await opened.check();
    if (faults.length) process.exitCode = 1;
    if (json) {
      process.stdout.write(jsonText({ store: file, faults, size: await opened.size() }));
      return;
    }
    const { red } = colours(process.stderr);
    for (const { about, code, message } of faults)
      warn(`${printable(about)}: ${red(printable(message))} [${code}]`);
    print(`${plural((await opened.size()).talks, 'talk')}: ${plural(faults.length, 'fault')}`);
  } finally {
    await opened.close();
  }
}
