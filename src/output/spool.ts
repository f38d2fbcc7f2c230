import { closeSync, fsyncSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { systemError } from '../errors.js';
import type { Ledger } from '../schema/ledger.js';
import type { Bundle } from './bundle.js';
import { type Placed, writeAll, writeTemporary } from './files.js';
import { ledgersName } from './names.js';

/** A file that waits to be moved into its place. */
export interface SpooledFile extends Placed {
  size: number;
}

/** A note of a history, its files waiting. */
export type SpooledNote = Omit<Bundle['notes'][number], 'files'> & { files: SpooledFile[] };

/** All that a history gives, on the disk: plain data, so that a worker can send it. */
export interface Spooled extends Pick<Bundle, 'folder' | 'source'> {
  ledger: SpooledFile;
  notes: SpooledNote[];
}

/** Whether what a log gave waits on the disk. */
export const isSpooled = (bundle: Bundle | Spooled): bundle is Spooled => 'from' in bundle.ledger;

/** Takes what the days of a history give. */
export interface Spool {
  add(bundle: Bundle, ledger: Ledger): void;
  end(): Spooled;
  /** Gives up what was spooled, if it did not come to the end. */
  drop(): void;
}

/** The name of the folder, below the output folder, that a process spools into. */
export const spoolName = () => `.jianglu-${process.pid}-spool.tmp`;

/**
 * Spools into a folder that is made anew: each note's files, and the ledgers, one a line. All is on the disk before the
 * first file is moved, so that a full disk is met while what stood there still stands.
 *
 * @throws JiangluError `output-unwritable`, `disk-full`
 */
export function newSpool(folder: string): Spool {
  const notes: SpooledNote[] = [];
  const ledgers = { path: join(folder, 'ledgers'), size: 0 };
  let head: { folder: string; source: string; name: string } | undefined;
  let count = 0;
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw systemError(error, folder, 'write');
    }
  };
  const descriptor = guarded(() => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    return openSync(ledgers.path, 'wx');
  });

  function keep({ name, text }: { name: string; text: string }): SpooledFile {
    const from = join(folder, String(count++));
    const bytes = Buffer.from(text);
    writeTemporary(from, bytes);
    return { name, from, size: bytes.length };
  }

  let open = true;
  const close = () => {
    if (open) closeSync(descriptor);
    open = false;
  };

  return {
    add(bundle, ledger) {
      head ??= { folder: bundle.folder, source: bundle.source, name: ledgersName(ledger) };
      guarded(() => {
        for (const { files, ...note } of bundle.notes)
          notes.push(structuredClone({ ...note, files: files.map(keep) }));
        const line = Buffer.from(`${JSON.stringify(ledger)}\n`);
        writeAll(descriptor, line);
        ledgers.size += line.length;
      });
    },
    end() {
      guarded(() => fsyncSync(descriptor));
      close();
      const { folder: into, source, name } = head!;
      return { folder: into, source, notes, ledger: { name, from: ledgers.path, size: ledgers.size } };
    },
    drop() {
      if (!open) return;
      close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
