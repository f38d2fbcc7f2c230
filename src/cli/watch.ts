import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { watch } from 'chokidar';
import { editsEnding } from '../edits/found.js';
import { describe } from '../errors.js';
import { mayBeLog } from '../inputs.js';
import { isBelow } from '../paths.js';
import type { RunOptions } from '../run.js';
import { plural, warn } from './terminal.js';

/** A file counts as written when its size has stayed the same for so long; a run follows so long after the last change. In ms. */
const quiet = { file: 300, run: 200 };

/** What a run reports, as far as watching goes on by it. */
interface Ran {
  errors: readonly unknown[];
}

/**
 * Runs, and runs again whenever a log below the arguments, or an editor's corrections in the folders of edits, was
 * written, until the user stops it. A file that is still being written is waited for; changes during a run cause another.
 * Patterns are expanded at each run, but only folders and files named are watched.
 *
 * @returns what the last run gave
 */
export async function watchLogs<T extends Ran>(
  args: readonly string[],
  { out, edits, stop }: RunOptions,
  once: () => Promise<T>,
): Promise<T> {
  const output = resolve(out);
  const watched = [...args.filter((path) => path !== '-' && existsSync(path)), ...edits];
  const watcher = watch(watched, {
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: quiet.file, pollInterval: 50 },
    ignored: (path, stats) =>
      stats?.isFile() === true &&
      !path.endsWith(editsEnding) &&
      (!mayBeLog(path) || isBelow(resolve(path), output)),
  });
  let wake = () => {};
  let changed = 0;
  watcher.on('all', (event) => {
    if (event === 'addDir' || event === 'unlinkDir') return;
    changed++;
    wake();
  });
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, () => wake());
  await new Promise<void>((ready) => watcher.on('ready', () => ready()));

  let last = await once();
  warn(`watching ${plural(args.length, 'input')}; Ctrl-C ends`);
  let seen = 0;
  for (;;) {
    while (!stop?.signal && seen === changed) await new Promise<void>((next) => (wake = next));
    if (stop?.signal) break;
    seen = await settled(() => changed);
    last = await again(once, last);
  }
  await watcher.close();
  return last;
}

/** The count of changes once it stays the same for a while. */
async function settled(count: () => number): Promise<number> {
  for (let before = count(); ; before = count()) {
    await new Promise((next) => setTimeout(next, quiet.run));
    if (count() === before) return before;
  }
}

/** A run that cannot begin, as while another holds the lock, is told and the watch goes on. */
async function again<T extends Ran>(once: () => Promise<T>, last: T): Promise<T> {
  try {
    return await once();
  } catch (error) {
    warn(describe(error));
    return last;
  }
}
