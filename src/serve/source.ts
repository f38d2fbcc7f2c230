import { type BigIntStats, realpathSync, statSync } from 'node:fs';
import { Refusal } from '../pages/refusal.js';
import type { Store } from '../store/store.js';

/** Milliseconds for which a look at the files holds. */
const holds = 500;

/** Where the store comes from that is shown: it may become another one. */
export interface Source {
  /** Names what the store holds: another value, and nothing that was made before holds any more. */
  state(): string;
  /** Does work on the store as it is now, which stays open until the work is done, whatever comes in its place. */
  using<T>(work: (store: Store) => Promise<T>): Promise<T>;
}

/** A source whose last store somebody has to close. */
export interface Followed extends Source {
  /** Closes it once all work on it is done, also that for readers who went away; none is begun any more. */
  close(): Promise<void>;
}

/** How the file of a store is followed. */
export interface Following {
  /** `whole` where one that is still being made is not to be taken. */
  open(file: string, whole: boolean): Store;
  /** Told once of a file that came in the place of the open one and is no store, or cannot be closed. */
  onError(error: unknown): void;
  now?(): number;
}

interface Opened {
  store: Store;
  /** The file, whatever its name: device and inode. */
  which: string;
  running: number;
  /** Called when nothing runs any more. */
  idle?: () => void;
}

function statsOf(file: string): BigIntStats | undefined {
  try {
    return statSync(file, { bigint: true });
  } catch {
    return undefined;
  }
}

/** SQLite's log lies beside the file itself, not beside a link to it. */
function logOf(file: string): BigIntStats | undefined {
  try {
    return statsOf(`${realpathSync(file)}-wal`);
  } catch {
    return undefined;
  }
}

const whichIs = ({ dev, ino }: BigIntStats) => `${dev}.${ino}`;

const stamp = (stats: BigIntStats | undefined) =>
  stats ? `${whichIs(stats)}.${stats.size}.${stats.mtimeNs}` : '';

/**
 * Opens the store at a path, and the one that comes in its place. While no file is there, none that can be opened, or one
 * that is still being made, the last one goes on answering.
 *
 * @throws what `open` throws of the first
 */
export function followed(file: string, { open, onError, now = Date.now }: Following): Followed {
  // Looked at before it is opened: a file that is replaced in between is opened once too often, not once too seldom.
  const opened = (stats: BigIntStats | undefined, whole: boolean): Opened => ({
    which: stats ? whichIs(stats) : '',
    store: open(file, whole),
    running: 0,
  });
  let current = opened(statsOf(file), false);
  let refused = '';
  let looked = Number.NEGATIVE_INFINITY;
  let state = '';
  let ended = false;

  const closed = ({ store }: Opened) => void store.close().catch(onError);

  /** Whether the file at the path could be taken up. */
  function taken(stats: BigIntStats): boolean {
    const before = current;
    try {
      current = opened(stats, true);
    } catch (error) {
      if (refused !== whichIs(stats)) onError(error);
      refused = whichIs(stats);
      return false;
    }
    if (before.running === 0) closed(before);
    else before.idle = () => closed(before);
    return true;
  }

  function look(): void {
    if (now() - looked < holds) return;
    looked = now();
    const stats = statsOf(file);
    if (!stats || (whichIs(stats) !== current.which && !taken(stats))) return;
    state = `${stamp(stats)}/${stamp(logOf(file))}`;
  }

  return {
    state() {
      look();
      return state;
    },
    async using(work) {
      if (ended) throw new Refusal(500, 'broken', 'the server is stopping');
      look();
      const one = current;
      one.running++;
      try {
        return await work(one.store);
      } finally {
        one.running--;
        if (one.running === 0) one.idle?.();
      }
    },
    async close() {
      ended = true;
      const one = current;
      if (one.running > 0) await new Promise<void>((done) => (one.idle = done));
      await one.store.close();
    },
  };
}
