import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openState } from '../../../src/publish/engine/state.js';

function fileIn(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jianglu-state-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'own', 'state.sqlite');
}

const intent = {
  ...{ key: 'talk:甲', kind: 'talk' as const, title: '开证', wanted: '开证.md', name: '开证.md' },
  ...{ stamp: 's', written: 'w', base: '# 开证\n' },
};

test('先说要写，写成才算数；没有写成的不留', () => {
  const state = openState(fileIn(), 'git');
  state.intend(intent);
  state.intend({ ...intent, key: 'talk:乙' });
  expect([...state.intents().keys()]).toEqual(['talk:甲', 'talk:乙']);
  expect(state.rows().size).toBe(0);
  state.confirm('talk:甲', '7');
  state.drop('talk:乙');
  expect(state.intents().size).toBe(0);
  expect(state.rows().get('talk:甲')).toMatchObject({ name: '开证.md', revision: '7' });
  expect(state.baseOf('talk:甲')).toBe('# 开证\n');
  state.close();
});

test('只有自己能读；语言记住一次，改了才改', () => {
  const file = fileIn();
  const state = openState(file, 'git');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(state.language()).toBeUndefined();
  state.keepLanguage('zh-Hant');
  state.close();
  const again = openState(file, 'git');
  expect(again.language()).toBe('zh-Hant');
  again.close();
});

test('页面还写着哪些分享，记得住、换得掉；从前的文件里没有这张表也行', () => {
  const file = fileIn();
  openState(file, 'git').close();
  const old = new Database(file);
  old.exec('DROP TABLE named');
  old.close();
  const state = openState(file, 'git');
  state.keepNamed('index:talks', ['talk:甲', 'talk:乙']);
  state.keepNamed('index:talks', ['talk:乙']);
  expect(state.named()).toEqual(new Map([['index:talks', ['talk:乙']]]));
  state.keepNamed('index:talks', []);
  expect(state.named().size).toBe(0);
  state.close();
});

test.each([
  ['别的目标的', () => openState(made('obsidian'), 'git'), 'state-invalid'],
  ['不是 SQLite 的文件', () => openState(written('不是数据库'.repeat(100)), 'git'), 'state-invalid'],
  ['别的程序的数据库', () => openState(foreign(), 'git'), 'state-invalid'],
  ['文件夹', () => openState(join(fileIn(), '..', '..'), 'git'), 'output-unwritable'],
])('%s：说清楚，不动它', (_, open, code) => {
  expect(open).toThrow(expect.objectContaining({ code }));
});

test('别人正写着：等不到就说是谁的文件，不说索引', () => {
  const file = made('git');
  const other = new Database(file);
  onTestFinished(() => void other.close());
  other.exec('BEGIN IMMEDIATE');
  const state = openState(file, 'git', 50);
  onTestFinished(() => state.close());
  expect(() => state.intend(intent)).toThrow(expect.objectContaining({ code: 'output-locked', file }));
});

function made(target: string): string {
  const file = fileIn();
  openState(file, target).close();
  return file;
}

function written(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'jianglu-state-')), 'x.sqlite');
  onTestFinished(() => rmSync(file, { force: true }));
  writeFileSync(file, text);
  return file;
}

function foreign(): string {
  const file = written('');
  const db = new Database(file);
  db.exec('CREATE TABLE somebodys (a)');
  db.close();
  return file;
}
