import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach } from 'vitest';
import { jsonText } from '../../src/json.js';
import { bundlerOf } from '../../src/output/bundle.js';
import { writeBundle } from '../../src/output.js';
import { extract } from '../../src/pipeline.js';
import { verify } from '../../src/verify.js';
import { logs } from '../cli/jianglu.js';

const name = '2024-05-28-chat.markdown';
const original = join(logs, 'riskroom', name);

/** A log, and what was made of it. */
export const work = mkdtempSync(join(tmpdir(), 'jianglu-'));
export const log = join(work, 'logs/riskroom', name);
cpSync(original, log);
const made = extract(readFileSync(log), { path: log });
const bundle = (await bundlerOf(['json']))(made.notes, made.ledger);
writeBundle(join(work, 'notes'), bundle);

export const note = made.notes[0]!;
export const { ledger } = made;
export const noteFile = join(work, 'notes/riskroom', bundle.notes[0]!.files[0]!.name);
export const ledgerFile = join(work, 'notes/riskroom', bundle.ledger.name);

/** Code and pointer of all faults. */
export function codes(): string[] {
  const { faults } = verify([join(work, 'notes')], { logs: [join(work, 'logs')] });
  return faults.map(({ code, pointer }) => `${code} ${pointer}`);
}

/** Code and pointer of all faults after a change to a copy of the note or the ledger. */
export function changed<T>(value: T, file: string, change: (copy: T) => void): string[] {
  const copy = structuredClone(value);
  change(copy);
  writeFileSync(file, jsonText(copy));
  return codes();
}

afterEach(() => {
  cpSync(original, log);
  writeFileSync(noteFile, jsonText(note));
  writeFileSync(ledgerFile, jsonText(ledger));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));
