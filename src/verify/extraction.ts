import { noteStem } from '../output/names.js';
import type { Extraction } from '../pipeline.js';
import { verifyLedger, verifyNote } from '../verify.js';
import { type Fault, reporter } from './fault.js';
import { type Beside, logReader } from './read.js';

/**
 * Verifies what one log gave, as `verify` does with the files, before any is written: the log is read anew from its
 * bytes. Pages and edits, which stand in files, are left out; schemas are `assertValid`'s.
 */
export function verifyExtraction(
  { notes, ledger }: Pick<Extraction, 'notes' | 'ledger'>,
  bytes: Buffer,
  path: string,
): Fault[] {
  const faults: Fault[] = [];
  const log = logReader(() => ({ path, bytes }));
  const files = notes.map((note) => ({
    name: `${noteStem(note)}.json`,
    id: note.id,
    source: note.sources[0]!.path,
  }));
  const beside: Beside = { ledgers: [ledger], notes: files };
  notes.forEach((note, index) => {
    const { name } = files[index]!;
    verifyNote(note, name, { beside, log }, reporter(name, faults));
  });
  verifyLedger(ledger, path, beside, log, reporter('ledger', faults));
  return faults;
}
