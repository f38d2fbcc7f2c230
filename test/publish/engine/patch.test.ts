import { expect, test } from 'vitest';
import { patchOf } from '../../../src/publish/engine/patch.js';

test('一行数据再长，只给人看开头，和它有多长', () => {
  const [before, after] = ['甲'.repeat(50_000), '甲'.repeat(60_000)];
  const patch = patchOf('a.js', `头\n${before}\n`, `头\n${after}\n`);
  expect(patch.length).toBeLessThan(5000);
  expect(patch).toMatch(/\n-甲+… \(50001 characters\)\n\+甲+… \(60001 characters\)\n/u);
  expect(patch).toContain('\n 头\n');
});

test('平常的行一字不少；没有变的没有补丁', () => {
  expect(patchOf('甲.md', '一\n二\n', '一\n三\n')).toBe(
    '--- 甲.md\n+++ 甲.md\n@@ -1,2 +1,2 @@\n 一\n-二\n+三\n',
  );
  expect(patchOf('甲.md', '一\n', '一\n')).toBe('');
});
