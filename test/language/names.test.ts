import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nickSimilarity, personOf } from '../../src/language/names.js';
import { loadLexicon } from '../../src/lexicon.js';

const { people } = loadLexicon();

describe('personOf：怎样称呼', () => {
  it.each([
    ['沈砚秋-澜仓科技-产品-苏州', '沈砚秋'],
    ['澜仓科技-产品-沈砚秋', '沈砚秋'],
    ['芦花飞??', '芦花飞'],
    ['产品经理', '产品经理'],
    [' --- ', '---'],
    ['', ''],
  ])('%s', (nick, name) => {
    expect(personOf(nick, people)).toBe(name);
  });
});

const alike = (a: string, b: string) => nickSimilarity(a, b, people);

describe('nickSimilarity：是不是同一个人', () => {
  it.each([
    ['沈砚秋-澜仓科技', '沈砚秋-澜仓科技'],
    ['沈砚秋-澜仓科技', '沈砚秋澜仓科技'],
    ['沈砚秋-澜仓科技', '沈砚秋-麦浪供应链'],
    ['沈砚秋-澜仓科技-产品', '沈砚秋|澜仓|产品'],
    ['砚秋', '沈砚秋-澜仓科技-产品-苏州'],
    ['澜仓科技-沈砚秋-产品', '沈砚秋-澜仓科技'],
    ['VIVIAN-澜仓', 'vivian|澜仓'],
    ['沈砚秋Vivian', '沈砚秋-澜仓科技'],
    ['芦花飞-云', '芦花飞-云 沈砚秋'],
    ['lcy-澜仓科技-PM', 'LCY外贸 苏州 Vivian'],
  ])('%s ≈ %s', (a, b) => {
    expect(alike(a, b)).toBeGreaterThanOrEqual(0.6);
    expect(alike(b, a)).toBeCloseTo(alike(a, b));
  });

  it.each([
    ['沈砚秋-澜仓科技-产品-苏州', '顾青禾-澜仓科技-产品-苏州'],
    ['沈砚秋-澜仓科技', '顾青禾-云栈物流'],
    ['沈砚秋', '芦花飞'],
    ['沈砚秋-苏州', '顾青禾-苏州'],
    ['', '沈砚秋'],
    ['', ''],
    ['??', '…'],
  ])('%s ≠ %s', (a, b) => {
    expect(alike(a, b)).toBeLessThan(0.6);
  });

  it('同名比同公司更像', () => {
    const [same, colleague] = ['沈砚秋-麦浪', '顾青禾-澜仓科技'];
    expect(alike('沈砚秋-澜仓科技', same)).toBeGreaterThan(alike('沈砚秋-澜仓科技', colleague));
  });

  it('对任何两个昵称：在 0 与 1 之间，与次序无关，与自己相同', () => {
    const nick = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('沈砚秋-澜仓', '砚秋', 'PM-上海', '|'),
    );
    fc.assert(
      fc.property(nick, nick, (a, b) => {
        const score = alike(a, b);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(alike(b, a)).toBeCloseTo(score);
        if (/[\p{L}\p{N}]/u.test(a)) expect(alike(a, a)).toBe(1);
      }),
      { numRuns: 500 },
    );
  });
});
