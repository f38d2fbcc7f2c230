import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeTexts } from '../../../src/publish/engine/merge.js';

describe('三方合并', () => {
  test.each([
    ['谁都没改', '甲\n乙\n丙', '甲\n乙\n丙', '甲\n乙\n丙', '甲\n乙\n丙', 0],
    ['只有笔记改', '甲\n乙\n丙', '甲\n乙\n丙', '甲\n乙二\n丙', '甲\n乙二\n丙', 0],
    ['只有人改', '甲\n乙\n丙', '甲\n乙\n丙一', '甲\n乙\n丙', '甲\n乙\n丙一', 0],
    [
      '各改一处',
      '甲\n乙\n丙\n丁\n戊',
      '甲一\n乙\n丙\n丁\n戊',
      '甲\n乙\n丙\n丁\n戊二',
      '甲一\n乙\n丙\n丁\n戊二',
      0,
    ],
    ['同一处改成一样', '甲\n乙\n丙', '甲\n乙改\n丙', '甲\n乙改\n丙', '甲\n乙改\n丙', 0],
    ['同一处改得不同：人的留下', '甲\n乙\n丙', '甲\n人\n丙', '甲\n机\n丙', '甲\n人\n丙', 1],
    [
      '人加了一段，笔记删了旁边一段',
      '甲\n\n乙\n\n丙\n\n丁',
      '甲\n\n乙\n\n丙\n\n丁\n\n补充',
      '乙\n\n丙\n\n丁',
      '乙\n\n丙\n\n丁\n\n补充',
      0,
    ],
    ['人清空了，笔记没变', '甲', '', '甲', '', 0],
  ])('%s', (_, base, theirs, ours, text, conflicts) => {
    expect(mergeTexts(base, theirs, ours)).toEqual({ text, conflicts });
  });

  const line = fc.constantFrom('开证', '审单', '', '结汇', '议付', '承兑');
  const lines = fc.array(line, { maxLength: 8 });
  const insertions = fc.array(fc.tuple(fc.nat(8), fc.string({ minLength: 1, maxLength: 4 })), {
    maxLength: 3,
  });

  test('人加的每一行都还在，冲突的记号从不出现', () => {
    fc.assert(
      fc.property(lines, insertions, lines, (base, added, ours) => {
        const marked = added.map(
          ([at, words], index) => [at, `人写${index}${words.replace(/\n/gu, '')}`] as const,
        );
        const theirs: string[] = [...base];
        for (const [at, words] of marked) theirs.splice(Math.min(at, theirs.length), 0, words);
        const { text } = mergeTexts(base.join('\n'), theirs.join('\n'), ours.join('\n'));
        const found = new Set(text.split('\n'));
        for (const [, words] of marked) expect(found.has(words)).toBe(true);
        expect(text).not.toMatch(/^(?:<<<<<<<|=======|>>>>>>>)/mu);
      }),
    );
  });

  test('合并两次和合并一次一样', () => {
    fc.assert(
      fc.property(lines, lines, lines, (base, theirs, ours) => {
        const once = mergeTexts(base.join('\n'), theirs.join('\n'), ours.join('\n')).text;
        expect(mergeTexts(ours.join('\n'), once, ours.join('\n'))).toEqual({ text: once, conflicts: 0 });
      }),
    );
  });
});
