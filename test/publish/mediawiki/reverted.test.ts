import { describe, expect, it } from 'vitest';
import type { Revision } from '../../../src/publish/mediawiki/answer.js';
import { undone } from '../../../src/publish/mediawiki/reverted.js';

const revision = (id: number, sha1: string, user = '编辑甲', tags: string[] = []): Revision => ({
  ...{ revid: id, parentid: id - 1, sha1, user, tags, size: 1, timestamp: '2024-03-15T00:00:00Z' },
});
const ours = revision(2, '乙', '讲录');
const by = (later: Revision[]) => undone(ours, '甲', later, '讲录')?.revision;

describe('a revision of ours', () => {
  it.each<[what: string, later: Revision[], revision: number]>([
    ['改回了原来的样子', [revision(3, '甲')], 3],
    ['先改别的，再改回原来', [revision(3, '丙'), revision(4, '甲')], 4],
    ['点了撤销，又顺手改了字', [revision(3, '丁', '编辑甲', ['mw-undo'])], 3],
    ['回退', [revision(3, '甲', '编辑甲', ['mw-rollback'])], 3],
    ['撤了，又在上面接着写', [revision(3, '甲'), revision(4, '戊')], 3],
    ['恢复过，又撤了一次', [revision(3, '甲'), revision(4, '乙'), revision(5, '甲')], 5],
  ])('was undone: %s', (_, later, revision) => expect(by(later)).toBe(revision));

  it.each<[what: string, later: Revision[]]>([
    ['没有人动过', []],
    ['接着往下写', [revision(3, '丙')]],
    ['撤了又恢复', [revision(3, '甲'), revision(4, '乙')]],
    ['我们自己改回去的', [revision(3, '甲', '讲录')]],
    ['撤的是后来别人的', [revision(3, '丙'), revision(4, '乙', '编辑甲', ['mw-undo'])]],
    ['文字被管理员隐去', [{ ...revision(3, ''), sha1: undefined } as unknown as Revision]],
  ])('was not: %s', (_, later) => expect(by(later)).toBeUndefined());
});
