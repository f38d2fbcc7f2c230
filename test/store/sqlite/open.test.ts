import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate, migrations, versionOf } from '../../../src/store/sqlite/migrations.js';
import { emptyStore, openStore } from '../../../src/store/sqlite.js';
import type { Store } from '../../../src/store/store.js';
import { folder } from '../../cli/jianglu.js';
import { section, talk } from '../notes.js';

const path = () => join(folder(), 'notes.sqlite');

async function filled(file = path()): Promise<string> {
  const store = openStore(file, 'write');
  await store.write([talk('a', { sections: [section('票据', '贴现。'.repeat(2000))] })], []);
  await store.close();
  return file;
}

function change(file: string, ...statements: string[]): void {
  const db = new Database(file);
  for (const one of statements) db.exec(one);
  db.close();
}

const code = (work: () => unknown) => {
  try {
    work();
    return 'none';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('opening the file of a store', () => {
  it('for reading needs one', () => expect(code(() => openStore(path(), 'read'))).toBe('index-missing'));

  it.each(['read', 'write'] as const)('leaves what is not ours as it is (%s)', (mode) => {
    const [text, other, empty] = [path(), path(), path()];
    writeFileSync(text, '这不是索引'.repeat(999));
    change(other, 'CREATE TABLE letters (a)');
    writeFileSync(empty, '');
    for (const file of mode === 'read' ? [text, other, empty] : [text, other]) {
      const before = readFileSync(file);
      expect(code(() => openStore(file, mode))).toBe('index-invalid');
      if (file !== empty) expect(code(() => emptyStore(file))).toBe('index-invalid');
      expect(readFileSync(file).equals(before)).toBe(true);
    }
  });

  it('takes no log of a file that is gone for its own', async () => {
    const file = await filled();
    const reader = openStore(file, 'read');
    const writer = openStore(file, 'write');
    await writer.write([talk('b', { sections: [section('贴现', '利率')] })], []);
    rmSync(file);
    const anew = openStore(file, 'write');
    await anew.write([talk('c', { sections: [section('票据', '承兑')] })], []);
    expect([[...(await anew.files()).keys()], await anew.check()]).toEqual([['c'], []]);
    await Promise.all([anew.close(), reader.close(), writer.close()]);
  });

  it.each(['read', 'write'] as const)('refuses a folder (%s)', (mode) => {
    expect(code(() => openStore(dirname(path()), mode))).toBe('index-invalid');
  });

  it.each(['read', 'write'] as const)('refuses one of a newer version (%s)', async (mode) => {
    const file = await filled();
    change(file, 'PRAGMA user_version = 999');
    expect(code(() => openStore(file, mode))).toBe('index-newer');
  });

  it.each([
    ['one that is being made', async () => {}, 'index-unfinished'],
    ['one whose writer is done', (store: Store) => store.close(), 'none'],
    [
      'one whose writer met an error',
      async (store: Store, file: string) => {
        change(file, 'DROP TABLE words');
        await expect(store.write([talk('a', { sections: [section('票据', 'a')] })], [])).rejects.toThrow();
        await store.close();
      },
      'index-unfinished',
    ],
  ])('takes for whole what its writer brought to an end: %s', async (_, end, expected) => {
    const file = path();
    const store = openStore(file, 'write');
    await end(store, file);
    expect(code(() => openStore(file, 'read', { whole: true }))).toBe(expected);
    expect(code(() => openStore(file, 'read'))).toBe('none');
  });

  it('takes one that was emptied for whole when a writer filled it', async () => {
    const file = await filled();
    emptyStore(file);
    expect(code(() => openStore(file, 'read', { whole: true }))).toBe('index-unfinished');
    expect(code(() => openStore(file, 'read'))).toBe('none');
    await filled(file);
    expect(code(() => openStore(file, 'read', { whole: true }))).toBe('none');
  });

  it('empties one of another analysis for a writer, and refuses it to a reader', async () => {
    const file = await filled();
    change(file, "UPDATE meta SET value = '0' WHERE name = 'analysis'");
    expect(code(() => openStore(file, 'read'))).toBe('index-older');
    const store = openStore(file, 'write');
    expect([...(await store.files())]).toEqual([]);
    expect(await store.check()).toEqual([]);
    await store.close();
    await openStore(file, 'read').close();
  });

  it('takes the steps that a file lacks, all or none', () => {
    const db = new Database(':memory:');
    migrate(db);
    migrate(db);
    expect(versionOf(db)).toBe(migrations.length);
    const steps = [...migrations, 'CREATE TABLE more (a)', 'CREATE TABLE more (a)'];
    expect(() => migrate(db, steps)).toThrow('already exists');
    expect(versionOf(db)).toBe(migrations.length);
    migrate(db, steps.slice(0, -1));
    expect(versionOf(db)).toBe(migrations.length + 1);
    db.close();
  });

  it('does not let two write at once', async () => {
    const file = await filled();
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    const store = openStore(file, 'write', { patience: 50 });
    await expect(store.write([], ['a'])).rejects.toMatchObject({ code: 'index-locked' });
    other.exec('ROLLBACK');
    await store.write([], ['a']);
    expect([...(await store.files())]).toEqual([]);
    await store.close();
    other.close();
  });

  it('tells of pages that are damaged, and begins anew when asked to', async () => {
    const file = await filled();
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 4096, bytes.length);
    writeFileSync(file, bytes);
    expect(code(() => openStore(file, 'read'))).toBe('index-damaged');
    emptyStore(file);
    await filled(file);
    const store = openStore(file, 'read');
    expect(await store.check()).toEqual([]);
    await store.close();
  });
});
