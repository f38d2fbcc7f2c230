import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bundle, bundlerOf } from '../src/output/bundle.js';
import { type Disk, sweepAll } from '../src/output/files.js';
import { writeBundle } from '../src/output.js';
import { ledger, note } from './note.js';

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'jianglu-'));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

const bundle = async (title = '票据', formats = ['json', 'md']): Promise<Bundle> =>
  (await bundlerOf(formats))([note({ title, slug: title })], ledger());
const names = () => readdirSync(join(out, 'club')).sort();

/** A disk that is full after so many writes. */
const full = (writes: number): Disk => ({
  write() {
    if (writes-- > 0) return;
    throw Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
  },
});

describe('writeBundle', () => {
  it('writes notes and ledger, and touches nothing that stays the same', async () => {
    expect(writeBundle(out, await bundle())).toEqual({ removed: [] });
    expect(names()).toEqual(
      ['2024-03-15-票据.0123ab.json', '2024-03-15-票据.0123ab.md', '2024-03-15-chat.ledger.json'].sort(),
    );
    expect(JSON.parse(readFileSync(join(out, 'club', '2024-03-15-票据.0123ab.json'), 'utf8'))).toEqual(
      note(),
    );
    const inodes = names().map((name) => statSync(join(out, 'club', name)).ino);
    writeBundle(out, await bundle());
    expect(names().map((name) => statSync(join(out, 'club', name)).ino)).toEqual(inodes);
  });

  it('removes what an earlier extraction of the log wrote: a former title, a former format, a former talk', async () => {
    writeBundle(out, await bundle('旧题'));
    expect(writeBundle(out, await bundle('新题', ['json'])).removed).toEqual([
      '2024-03-15-旧题.0123ab.json',
      '2024-03-15-旧题.0123ab.md',
    ]);
    expect(names()).toEqual(['2024-03-15-chat.ledger.json', '2024-03-15-新题.0123ab.json'].sort());
    writeBundle(out, (await bundlerOf(['json']))([], ledger({ notes: [] })));
    expect(names()).toEqual(['2024-03-15-chat.ledger.json']);
  });

  it('leaves files of others alone', async () => {
    mkdirSync(join(out, 'club'));
    writeFileSync(join(out, 'club', '2024-03-15-我的.0123ab.md'), 'mine');
    writeBundle(out, await bundle());
    expect(names()).toContain('2024-03-15-我的.0123ab.md');
    writeFileSync(join(out, 'club', '2024-03-15-新题.0123ab.json'), '{"id":"other"}');
    rmSync(join(out, 'club', '2024-03-15-chat.ledger.json'));
    const late = await bundle('新题');
    expect(() => writeBundle(out, late)).toThrow(expect.objectContaining({ code: 'output-unwritable' }));
  });

  it.each([0, 1, 2])('leaves nothing half-written on a disk that is full after %i files', async (writes) => {
    writeBundle(out, await bundle('旧题'));
    const before = names().map((name) => [name, readFileSync(join(out, 'club', name), 'utf8')]);
    const changed = await bundle('新题');
    changed.ledger.text += '\n';
    expect(() => writeBundle(out, changed, { disk: full(writes) })).toThrow(
      expect.objectContaining({ code: 'disk-full' }),
    );
    expect(names().map((name) => [name, readFileSync(join(out, 'club', name), 'utf8')])).toEqual(before);
  });

  it('names the file that stands in the way', async () => {
    writeFileSync(join(out, 'club'), '');
    const late = await bundle();
    expect(() => writeBundle(out, late)).toThrow(
      expect.objectContaining({ code: 'output-unwritable', file: join(out, 'club') }),
    );
    rmSync(join(out, 'club'));
    mkdirSync(join(out, 'club', '2024-03-15-chat.ledger.json'), { recursive: true });
    const later = await bundle();
    expect(() => writeBundle(out, later)).toThrow(expect.objectContaining({ code: 'output-unwritable' }));
    expect(names().filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('sweeps what killed runs left, not what a running one writes', () => {
    mkdirSync(join(out, 'club'));
    const dead = ['.jianglu-999999999-0.tmp', join('club', '.jianglu-999999999-1.tmp')];
    const alive = join('club', `.jianglu-${process.ppid}-0.tmp`);
    for (const name of [...dead, alive]) writeFileSync(join(out, name), 'half');
    sweepAll(out);
    expect([...dead, alive].filter((name) => existsSync(join(out, name)))).toEqual([alive]);
  });
});
