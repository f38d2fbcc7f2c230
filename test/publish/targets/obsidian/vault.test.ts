import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { prefixOf } from '../../../../src/publish/targets/obsidian/vault.js';
import { note } from '../../../note.js';
import { actsIn } from './read.js';
import { pagesOf } from './vault.js';

const folder = mkdtempSync(join(tmpdir(), 'jianglu-vault-'));
mkdirSync(join(folder, '库', '.obsidian'), { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

describe('发布到库里的一个文件夹', () => {
  it.each([
    ['不在库里', '别处/分享会', ''],
    ['就是库', '库', ''],
    ['库里还没有的文件夹', '库/资料/分享会', '资料/分享会/'],
  ])('%s', (_, to, prefix) => {
    expect(prefixOf(join(folder, to))).toBe(prefix);
  });

  it('链接从库的根写起', () => {
    const page = pagesOf(note(), { destination: join(folder, '库', '分享会') }).get(
      '分享/2024-03-15 票据.md',
    )!;
    expect(actsIn(page).inner.map(({ path }) => path)).toContain('分享会/讲者/木棉');
  });
});
