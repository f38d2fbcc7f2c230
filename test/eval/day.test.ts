import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/eval/day.js';
import { talksOf } from '../../src/eval/figures/talks.js';
import { expanded } from '../../src/eval/labels.js';
import { logOf } from '../../src/eval/notes.js';
import { label, measured } from './case.js';

const noteOf = (id: string, messages: number[]) => measured({ id, lecture: { messages } });

describe('标注的讲座与笔记', () => {
  it.each<[string, number[][], Record<string, number[]>, (string | null)[], string[]]>([
    ['讲座相同', [[1, 2, 3]], { a: [1, 2, 3] }, ['a'], []],
    // 3 of 10 in common.
    ['共同的刚好三成', [[1, 2, 3, 4, 5, 6]], { a: [4, 5, 6, 7, 8, 9, 10] }, ['a'], []],
    ['共同的不到三成', [[1, 2, 3, 4, 5]], { a: [4, 5, 6, 7, 8] }, [null], ['a']],
    ['取最像的', [[1, 2, 3]], { a: [2, 3, 4], b: [1, 2, 3, 4] }, ['b'], ['a']],
    [
      '两场各取各的',
      [
        [1, 2],
        [8, 9],
      ],
      { a: [8, 9], b: [1, 2] },
      ['b', 'a'],
      [],
    ],
    [
      '一份笔记只算一场',
      [
        [1, 2],
        [1, 2, 3],
      ],
      { a: [1, 2, 3] },
      ['a', null],
      [],
    ],
    ['没有讲座的日子', [], { a: [1] }, [], ['a']],
    ['没有笔记', [[1]], {}, [null], []],
  ])('%s', (_, lectures, notes, wanted, spare) => {
    const day = dayOf(
      { log: 'demo/2024-05-06', talks: lectures.map((lecture) => label({ lecture })) },
      Object.entries(notes).map(([id, messages]) => noteOf(id, messages)),
    );
    expect(day.cases.map(({ note }) => note?.id ?? null)).toEqual(wanted);
    expect(day.spare.map(({ id }) => id)).toEqual(spare);
    const same = wanted.filter((id) => id !== null).length;
    expect(talksOf(day)).toEqual({ same, extra: spare.length, missed: wanted.length - same });
  });
});

describe('编号与日志名', () => {
  it.each([
    [[], []],
    [[3], [3]],
    [
      [[3, 5], 8],
      [3, 4, 5, 8],
    ],
    [[[5, 3]], []],
  ])('%j → %j', (ids, wanted) => expect(expanded(ids)).toEqual(wanted));

  it.each([
    ['demo/2024-05-06-chat.markdown', 'demo/2024-05-06'],
    ['site/demo/_posts/2024-05-06-chat.markdown', 'demo/2024-05-06'],
    ['2024-05-06-chat.markdown', ''],
    ['demo/chat.markdown', ''],
    ['', ''],
  ])('%s → %s', (path, wanted) => expect(logOf(path)).toBe(wanted));
});
