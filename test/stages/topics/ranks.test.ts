import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ranksOf } from '../../../src/stages/topics/ranks.js';

describe('名次', () => {
  it('最大的是 1，相等的名次相同', () => {
    const [first, low, again] = ranksOf([9, 2, 9]);
    expect([first, again]).toEqual([1, 1]);
    expect(low).toBeLessThan(1);
    expect(ranksOf([])).toEqual([]);
  });

  it('次序与值相同，总在 0 和 1 之间', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 300 }), { maxLength: 300 }), (values) => {
        const ranks = ranksOf(values);
        for (const rank of ranks) expect(rank >= 0 && rank <= 1).toBe(true);
        values.forEach((value, i) => {
          if (i > 0 && value > values[i - 1]!) expect(ranks[i]!).toBeGreaterThanOrEqual(ranks[i - 1]!);
          if (i > 0 && value === values[i - 1]!) expect(ranks[i]).toBe(ranks[i - 1]);
        });
      }),
    );
  });
});
