import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { mostBytes, type Refused } from '../../../src/publish/pictures/fetch.js';
import { localFirst } from '../../../src/publish/pictures/local.js';
import { beginnings } from './server.js';

const { png, jpg } = beginnings;

/** A folder of pictures, and what is asked of the web. */
function begin(files: Record<string, Buffer>) {
  const folder = mkdtempSync(join(tmpdir(), 'jianglu-local-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, '202405'));
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  const asked: string[] = [];
  const away: Refused = { refused: 'unreachable' };
  const fetch = localFirst([folder], async (url) => {
    asked.push(url);
    return away;
  });
  return { fetch, asked, away };
}

test('记录旁边有的图直接取，不问网上', async () => {
  const { fetch, asked } = begin({ '202405/a.png': png, '202405/b.jpg': jpg });
  expect(await fetch('http://img.example/x/202405/a.png')).toEqual({ bytes: png, ending: 'png' });
  expect(await fetch('http://img.example/202405/b.jpg?s=1')).toEqual({ bytes: jpg, ending: 'jpg' });
  expect(asked).toEqual([]);
});

test.each([
  ['没有这张', 'http://img.example/202406/a.png'],
  ['不是图', 'http://img.example/202405/text.png'],
  ['太大', 'http://img.example/202405/big.png'],
  ['不成地址', '/202405'],
])('%s：照旧到网上取', async (_, url) => {
  const big = Buffer.alloc(mostBytes + 1);
  png.copy(big);
  const { fetch, asked, away } = begin({
    '202405/a.png': png,
    '202405/text.png': Buffer.from('字'),
    '202405/big.png': big,
  });
  expect(await fetch(url)).toEqual(away);
  expect(asked).toEqual([url]);
});

test('文件夹写错了：说出来', () => {
  expect(() => localFirst(['没有这个文件夹'])).toThrow(expect.objectContaining({ code: 'file-missing' }));
});
