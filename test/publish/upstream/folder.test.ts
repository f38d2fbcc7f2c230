import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openFolder, readyFolder } from '../../../src/publish/upstream/folder.js';

function begin() {
  const root = mkdtempSync(join(tmpdir(), 'jianglu-folder-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const keyOf = (content: string | Uint8Array) => /^key: (.*)$/mu.exec(String(content))?.[1];
  const upstream = openFolder(join(root, 'pages'), {
    target: 'test',
    anyLineEnds: true,
    keyOf,
    mayBePage: (name) => name.endsWith('.md'),
    dryRun: false,
  });
  const write = (name: string, content: string, over?: string) =>
    upstream.write({ key: 'k', title: name, name, content, over, again: false, summary: '' });
  return { root, pages: join(root, 'pages'), upstream, write };
}

const revisionOf = (written: unknown) => (written as { revision: string }).revision;

test('写、改、挪、删：空了的文件夹也去掉', async () => {
  const { pages, upstream, write } = begin();
  const revision = revisionOf(await write('甲/乙/一.md', '一'));
  expect((await upstream.heads(['甲/乙/一.md', '无.md'])).get('甲/乙/一.md')).toEqual({ revision });
  const moved = revisionOf(await upstream.move('甲/乙/一.md', '丙.md', revision));
  expect(existsSync(join(pages, '甲'))).toBe(false);
  expect(await upstream.read('丙.md')).toEqual({ revision: moved, content: '一' });
  expect(await upstream.remove('丙.md', moved)).toBe(true);
  expect(await upstream.read('丙.md')).toBeUndefined();
});

test('中间有人写过：不写、不挪、不删', async () => {
  const { pages, upstream, write } = begin();
  const revision = revisionOf(await write('一.md', '一'));
  writeFileSync(join(pages, '一.md'), '别人写的');
  expect(await write('一.md', '二', revision)).toBe('conflict');
  expect(await write('一.md', '二')).toBe('conflict');
  expect(await upstream.move('一.md', '二.md', revision)).toBe('conflict');
  expect(await upstream.remove('一.md', revision)).toBe(false);
  expect(readFileSync(join(pages, '一.md'), 'utf8')).toBe('别人写的');
});

test('文件夹、链接占着名字：当作别人的', async () => {
  const { root, pages, upstream, write } = begin();
  mkdirSync(join(pages, '一.md'), { recursive: true });
  symlinkSync(join(root, '外面'), join(pages, '二.md'));
  expect([...(await upstream.heads(['一.md', '二.md'])).keys()]).toEqual(['一.md', '二.md']);
  expect(await write('一.md', '一')).toBe('conflict');
  expect(await write('二.md', '二')).toBe('conflict');
  expect(existsSync(join(root, '外面'))).toBe(false);
});

test.each(['../外.md', '/etc/外.md', '甲/../../外.md'])('%s 不在文件夹里：拒绝', async (name) => {
  const { write } = begin();
  await expect(write(name, '一')).rejects.toMatchObject({ code: 'destination-leaves' });
});

test('通到外面的链接：拒绝', async () => {
  const { root, pages, write } = begin();
  mkdirSync(join(root, '外面'));
  symlinkSync(join(root, '外面'), join(pages, '甲'));
  await expect(write('甲/一.md', '一')).rejects.toMatchObject({ code: 'destination-leaves' });
  expect(readdirSync(join(root, '外面'))).toEqual([]);
});

test('挪走的页按自己的记号找回；点开头的文件夹不看', async () => {
  const { pages, upstream, write } = begin();
  await write('新家/一.md', 'key: a');
  mkdirSync(join(pages, '.废'), { recursive: true });
  writeFileSync(join(pages, '.废/二.md'), 'key: b');
  const lost = new Map([
    ['a', '一.md'],
    ['b', '二.md'],
  ]);
  expect(await upstream.locate(lost, new Set())).toEqual(new Map([['a', '新家/一.md']]));
});

test('目标是一个文件：说出来，不当作自己的毛病', () => {
  const { root } = begin();
  const file = join(root, '文件');
  writeFileSync(file, '');
  for (const dryRun of [true, false])
    expect(() => readyFolder(file, dryRun)).toThrow(expect.objectContaining({ code: 'output-unwritable' }));
});

test('别的目标的页在这里的，不写进来', () => {
  const root = mkdtempSync(join(tmpdir(), 'jianglu-taken-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, '.jianglu'));
  const options = { target: 'site', keyOf: () => undefined, mayBePage: () => true, dryRun: false };
  writeFileSync(join(root, '.jianglu/publish-html.sqlite'), '');
  expect(() => openFolder(root, { ...options, rivals: ['html'] })).toThrow(
    expect.objectContaining({ code: 'destination-taken' }),
  );
  expect(() => openFolder(root, { ...options, rivals: ['csv'] })).not.toThrow();
});
