import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matched } from '../../src/eval/matched.js';
import { rates, total } from '../../src/eval/tally.js';

const equal = (have: string, want: string) => have === want;
const begins = (have: string, want: string) => have.startsWith(want);

describe('一对一匹配', () => {
  it('先按严的条件，再按宽的', () => {
    expect(matched(['a', 'b'], ['ab', 'a', 'c'], equal, begins)).toEqual({
      same: [['a', 'a']],
      missed: ['b'],
      extra: ['ab', 'c'],
    });
    expect(matched(['a', 'b'], ['ab', 'ba'], equal, begins).same).toEqual([
      ['b', 'ba'],
      ['a', 'ab'],
    ]);
  });

  it('每个只用一次', () => {
    expect(matched(['a', 'a'], ['a'], equal)).toEqual({ same: [['a', 'a']], missed: ['a'], extra: [] });
  });

  it('不多不少，次序不乱', () => {
    const words = fc.array(fc.constantFrom('a', 'ab', 'b', 'ba'), { maxLength: 6 });
    fc.assert(
      fc.property(words, words, (wanted, had) => {
        const { same, missed, extra } = matched(wanted, had, equal, begins);
        expect(same.length + missed.length).toBe(wanted.length);
        expect(same.length + extra.length).toBe(had.length);
        expect([...same.map(([want]) => want), ...missed].sort()).toEqual([...wanted].sort());
        expect([...same.map(([, have]) => have), ...extra].sort()).toEqual([...had].sort());
      }),
    );
  });
});

describe('准确率、召回率、F1', () => {
  it.each([
    [
      { same: 3, extra: 1, missed: 2 },
      { p: 0.75, r: 0.6, f1: 2 / 3 },
    ],
    [
      { same: 0, extra: 0, missed: 4 },
      { p: 0, r: 0, f1: 0 },
    ],
    [
      { same: 0, extra: 0, missed: 0 },
      { p: 0, r: 0, f1: 0 },
    ],
    [
      { same: 2, extra: 0, missed: 0 },
      { p: 1, r: 1, f1: 1 },
    ],
  ])('%j', (tally, wanted) => {
    const { p, r, f1 } = rates(tally);
    expect([p, r]).toEqual([wanted.p, wanted.r]);
    expect(f1).toBeCloseTo(wanted.f1, 10);
  });

  it('先加总再求', () =>
    expect(
      total([
        { same: 1, extra: 2, missed: 3 },
        { same: 4, extra: 5, missed: 6 },
      ]),
    ).toEqual({
      same: 5,
      extra: 7,
      missed: 9,
    }));
});
