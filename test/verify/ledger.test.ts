import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/schema/ledger.js';
import { verify } from '../../src/verify.js';
import { changed, codes, ledger, ledgerFile, work } from './made.js';

describe('verify', () => {
  it.each<[string, (copy: Ledger) => void]>([
    ['runs /runs/1', ({ runs }) => void runs.splice(1, 1)],
    ['runs /runs/1', ({ runs }) => void runs[1]!.first--],
    ['runs /runs', ({ runs }) => void runs.pop()],
    ['notes /notes/1', ({ notes }) => void notes.push('riskroom-2024-05-28-00000000')],
    [
      'notes /notes',
      (copy) => {
        copy.notes = [];
      },
    ],
    [
      'source /date',
      (copy) => {
        copy.date = null;
      },
    ],
    [
      'log-unreadable /source',
      ({ source }) => {
        source.encoding = 'big5';
      },
    ],
  ])('finds in the ledger %s', (fault, change) => {
    expect(changed(ledger, ledgerFile, change)).toContain(fault);
  });

  it('finds a note without its ledger, and files that are none', () => {
    rmSync(ledgerFile);
    writeFileSync(join(work, 'other.json'), '{}');
    writeFileSync(join(work, 'broken.json'), '{');
    expect(codes()).toEqual(['ledger-missing /id']);
    const named = verify([join(work, 'other.json'), join(work, 'broken.json'), join(work, 'logs')]).faults;
    expect(named.map(({ code }) => code).sort()).toEqual(['kind', 'nothing', 'unreadable']);
  });
});
