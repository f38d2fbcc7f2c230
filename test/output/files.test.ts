import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeFiles, sweepAll } from '../../src/output/files.js';

let work: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'jianglu-'));
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

describe('placeFiles', () => {
  it.runIf(process.platform === 'linux')('leaves no file open, whether they are the same or not', () => {
    const open = () => readdirSync('/proc/self/fd').length;
    const before = open();
    const files = ['相同', '不同'].map((name) => ({ name, from: join(work, `新${name}`) }));
    const [same, other] = [join(work, '新相同'), join(work, '新不同')];
    const out = join(work, 'out');
    for (const text of ['甲', '乙']) {
      writeFileSync(same, '一样');
      writeFileSync(other, text);
      placeFiles(out, files);
    }
    expect(open()).toBe(before);
    expect(readFileSync(join(out, '不同'), 'utf8')).toBe('乙');
  });
});

describe('sweepAll', () => {
  it('removes what bears the number of a dead process, or of this one; not what another is writing', () => {
    for (const pid of [process.pid, process.ppid, 2 ** 22 + 1])
      writeFileSync(join(work, `.jianglu-${pid}-0.tmp`), '');
    sweepAll(work);
    expect(readdirSync(work)).toEqual([`.jianglu-${process.ppid}-0.tmp`]);
  });
});
