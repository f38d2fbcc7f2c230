import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Note } from '../../src/schema/note.js';
import { openStore } from '../../src/store/sqlite.js';
import { folder, jianglu, logs } from './jianglu.js';

const fixtures = fileURLToPath(new URL('../fixtures/notes', import.meta.url));

const told = ({ out }: { out: string }) => JSON.parse(out);

/** A folder of notes as `extract` would leave it, indexed; what that run told. To write the taxonomy takes three seconds. */
const indexed = mkdtempSync(join(tmpdir(), 'jianglu-index-'));
let first: ReturnType<typeof told>;
let written = 0;
beforeAll(() => {
  cpSync(join(fixtures, 'riskroom'), join(indexed, 'output/riskroom'), { recursive: true });
  first = told(jianglu(['index', 'output', '--json'], { cwd: indexed }));
  written = first.written;
});
afterAll(() => rmSync(indexed, { recursive: true, force: true }));

/** That folder, to be worked in. */
function work(): { cwd: string; notes: string; run(...args: string[]): ReturnType<typeof jianglu> } {
  const cwd = folder();
  cpSync(indexed, cwd, { recursive: true });
  return { cwd, notes: join(cwd, 'output'), run: (...args) => jianglu(['index', ...args], { cwd }) };
}

async function filesIn(file: string): Promise<string[]> {
  const store = openStore(file, 'read');
  const files = [...(await store.files()).keys()];
  await store.close();
  return files.sort();
}

/** The first note below a folder, by its path. */
async function aNote(cwd: string): Promise<string> {
  const [name] = await filesIn(join(cwd, 'output/jianglu.sqlite'));
  return join(cwd, 'output', name!);
}

describe('jianglu index', () => {
  it('indexes what is new or changed, and removes what is gone', async () => {
    const { cwd, run } = work();
    expect(first).toMatchObject({ same: 0, removed: [], faults: [], size: { talks: first.written } });
    expect(first.written).toBeGreaterThan(2);
    expect(told(run('output', '--json'))).toMatchObject({ written: 0, same: first.written });
    const changed = await aNote(cwd);
    const note: Note = JSON.parse(readFileSync(changed, 'utf8'));
    writeFileSync(changed, JSON.stringify({ ...note, title: '新题目' }));
    const [, gone] = await filesIn(join(cwd, 'output/jianglu.sqlite'));
    rmSync(join(cwd, 'output', gone!));
    const next = told(run('output', '--json'));
    expect(next).toMatchObject({ written: 1, same: first.written - 2, removed: [gone] });
    expect(run('check')).toMatchObject({ code: 0, out: `${first.written - 1} talks: 0 faults\n` });
  });

  it('names the notes by their paths from the index, wherever it is run', async () => {
    const { cwd } = work();
    const again = jianglu(['index', '.', '--store', 'jianglu.sqlite', '--json'], {
      cwd: join(cwd, 'output'),
    });
    expect(told(again)).toMatchObject({ written: 0, same: written, removed: [], faults: [] });
  });

  it('tells of files that are no notes, and indexes the others', async () => {
    const { cwd, notes, run } = work();
    writeFileSync(join(notes, 'riskroom/a.json'), '{"kind": "talk"');
    writeFileSync(join(notes, 'riskroom/b.json'), '{"kind": "talk", "id": 1}');
    writeFileSync(join(notes, 'riskroom/c.json'), '{"kind": "recipe"}');
    const { code, err, out } = run('output', 'output/riskroom/c.json', 'none.json');
    expect(code).toBe(1);
    for (const part of ['a.json', 'b.json', 'c.json#/kind', 'none.json']) expect(err).toContain(part);
    expect(err.trim().split('\n')).toHaveLength(4);
    expect(out).toMatch(/^0 notes indexed, \d+ unchanged, 4 faults → /u);
    const broken = await aNote(cwd);
    writeFileSync(broken, '{}}');
    expect(run('output').code).toBe(1);
    expect(
      (await filesIn(join(cwd, 'output/jianglu.sqlite'))).map((name) => join(notes, name)),
    ).not.toContain(broken);
  });

  it('takes a note that two files hold from the first', async () => {
    const { cwd, run } = work();
    const twice = await aNote(cwd);
    mkdirSync(join(cwd, 'output/zz'));
    cpSync(twice, join(cwd, 'output/zz/copy.json'));
    for (let turn = 0; turn < 2; turn++)
      expect(run('output')).toMatchObject({ code: 1, err: expect.stringContaining('[twice]') });
    rmSync(twice);
    expect(told(run('output', '--json'))).toMatchObject({ written: 1, faults: [] });
  });

  it('follows notes that exchange their files', async () => {
    const { cwd, run } = work();
    const [a, b] = (await filesIn(join(cwd, 'output/jianglu.sqlite'))).map((name) =>
      join(cwd, 'output', name),
    );
    const text = readFileSync(a!, 'utf8');
    writeFileSync(a!, readFileSync(b!, 'utf8'));
    writeFileSync(b!, text);
    expect(told(run('output', '--json'))).toMatchObject({ written: 2, faults: [], size: { talks: written } });
    expect(told(run('output', '--json'))).toMatchObject({ written: 0, same: written });
  });

  it('removes the talk of a file that has become another kind of file', async () => {
    const { cwd, run } = work();
    const other = await aNote(cwd);
    writeFileSync(other, '{"kind": "recipe"}');
    expect(told(run('output', '--json'))).toMatchObject({ faults: [], size: { talks: written - 1 } });
  });

  it('leaves talks of other folders, but for --prune', async () => {
    const { cwd, run } = work();
    cpSync(join(fixtures, 'hkpay'), join(cwd, 'other'), { recursive: true });
    const { talks } = told(run('output', 'other', '--json')).size;
    rmSync(join(cwd, 'other'), { recursive: true });
    expect(told(run('output', '--json')).size.talks).toBe(talks);
    const pruned = told(run('output', '--prune', '--json'));
    expect(pruned.removed.length).toBeGreaterThan(0);
    expect(pruned.size.talks).toBe(talks - pruned.removed.length);
  });

  it('builds anew', () => {
    const { run } = work();
    expect(told(run('rebuild', 'output', '--json'))).toMatchObject({
      written,
      same: 0,
      size: { talks: written },
    });
    expect(run('check', '--store', 'none.sqlite')).toMatchObject({
      code: 1,
      err: expect.stringContaining('[index-missing]'),
    });
  });

  it('is done at the end of extract where that is asked for', async () => {
    const cwd = folder();
    const log = join(logs, 'riskroom');
    expect(existsSync(log)).toBe(true);
    expect(jianglu(['extract', log, '--index'], { cwd })).toMatchObject({ code: 0 });
    expect((await filesIn(join(cwd, 'output/jianglu.sqlite'))).length).toBeGreaterThan(2);
    expect(jianglu(['extract', log, '--index', 'b.sqlite'], { cwd })).toMatchObject({ code: 0, err: '' });
    expect((await filesIn(join(cwd, 'b.sqlite'))).every((name) => name.startsWith('output/'))).toBe(true);
  });
});
