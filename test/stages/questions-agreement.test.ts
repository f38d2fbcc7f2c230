import { describe, expect, it } from 'vitest';
import { agreed } from '../../src/stages/questions/agreement.js';
import { paired } from '../../src/stages/questions/search.js';
import type { Thread } from '../../src/stages/questions/thread.js';

/** A thread in short: the messages that ask, then those that answer. */
const thread = (asking: number[], answers: number[]) =>
  ({
    first: asking[0],
    views: asking.map((id) => ({ id })),
    replies: new Map(answers.length ? [[0, { ids: answers }]] : []),
  }) as unknown as Thread;
/** Some readings of the same threads. */
const times = (count: number, ...threads: Thread[]) => Array.from({ length: count }, () => threads);
const shown = (found: ReturnType<typeof agreed>) =>
  found.map(({ thread: { views, replies }, share }) => [
    views.map(({ id }) => id),
    [...replies.values()].flatMap(({ ids }) => ids),
    share,
  ]);

describe('what readings of a talk agree on', () => {
  it.each([
    ['所有读法都一样', [...times(4, thread([1], [2]))], [[[1], [2], 1]]],
    ['没有回答的问题不算', [...times(4, thread([1], []))], []],
    ['多数读法说了算', [...times(3, thread([1], [2])), ...times(1, thread([1], [5]))], [[[1], [2], 0.75]]],
    [
      '回答有一半相同就算相似：居中的答案得票最多',
      [
        ...times(1, thread([1], [2])),
        ...times(1, thread([1], [2, 3])),
        ...times(1, thread([1], [2, 3, 4, 5])),
        ...times(1, thread([1], [9])),
      ],
      [[[1], [2, 3], 0.75]],
    ],
    [
      '两个问题合在一起，不算与其中一个相似',
      [...times(3, thread([1], [2])), ...times(2, thread([1, 3], [2]))],
      [[[1], [2], 0.6]],
    ],
    [
      '一个人问两次，各有各的回答',
      [...times(4, thread([1], [2]), thread([3], [4]))],
      [
        [[1], [2], 1],
        [[3], [4], 1],
      ],
    ],
    [
      '问过的不再当作别人的回答',
      [...times(3, thread([1], [2]), thread([3], [4])), ...times(1, thread([1], [3]))],
      [
        [[1], [2], 0.75],
        [[3], [4], 0.75],
      ],
    ],
    [
      '同一个回答只归一个问题',
      [...times(3, thread([1], [4])), ...times(2, thread([3], [4]))],
      [[[1], [4], 0.6]],
    ],
    [
      '两个问题共有的回答归先一个',
      [...times(4, thread([1], [3, 4, 5])), ...times(4, thread([2], [5, 6, 7]))],
      [
        [[1], [3, 4, 5], 0.5],
        [[2], [6, 7], 0.5],
      ],
    ],
    [
      '没有别的回答的，共有的也留下',
      [
        ...times(4, thread([1], [4, 5, 6]), thread([3], [6, 7, 8, 9])),
        ...times(4, thread([2], [4, 5, 7, 8, 10, 11])),
      ],
      [
        [[1], [4, 5, 6], 0.5],
        [[3], [7, 8, 9], 0.5],
        [[2], [10, 11], 0.5],
      ],
    ],
    [
      '共有的回答归更多读法里它回答的那个',
      [
        ...times(3, thread([1], [3, 4, 5])),
        ...times(1, thread([1], [3, 4])),
        ...times(4, thread([2], [5, 6, 7])),
      ],
      [
        [[1], [3, 4], 0.5],
        [[2], [5, 6, 7], 0.5],
      ],
    ],
  ])('%s', (_, readings, found) => {
    expect(shown(agreed(readings, 0.1))).toEqual(found);
  });

  it('leaves out what too few readings hold', () => {
    const readings = [...times(9, thread([1], [2])), ...times(1, thread([3], [4]))];
    expect(shown(agreed(readings, 0.2))).toEqual([[[1], [2], 0.9]]);
  });
});

describe('a pair', () => {
  it.each([
    [1, true],
    [0.4, true],
    [0.3, false],
    [0, false],
  ])('of which a share of %s of the readings holds the like: %s', (share, kept) => {
    expect(paired([{ thread: thread([1], [2]), share }]).length > 0).toBe(kept);
  });
});
