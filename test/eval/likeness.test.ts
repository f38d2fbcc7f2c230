import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dice, jaccard, plain, sameTerm, shared } from '../../src/eval/likeness.js';

describe('比较用的文字', () => {
  it.each([
    ['《仓单 质押》！', '仓单质押'],
    ['ＡＰＩ 网关', 'api网关'],
    ['①、❤', '1'],
    ['，。', ''],
  ])('%s → %s', (text, wanted) => expect(plain(text)).toBe(wanted));
});

describe('字对的相似度', () => {
  it.each([
    // 仓单 单质 质押 | 仓单 单融 融资: one of three in common.
    ['仓单质押', '仓单融资', 1 / 3],
    ['仓单质押', '“仓单质押”', 1],
    // 仓单 | 仓单 单质 质押: 2·1 / (1+3)
    ['仓单', '仓单质押', 0.5],
    // 哈哈 three times and once: 2·1 / (3+1)
    ['哈哈哈哈', '哈哈', 0.5],
    ['仓', '仓', 1],
    ['仓', '单', 0],
    ['', '仓', 0],
    ['', '', 1],
  ])('%s 与 %s：%d', (one, other, wanted) => {
    expect(dice(one, other)).toBeCloseTo(wanted, 10);
    expect(dice(other, one)).toBeCloseTo(wanted, 10);
  });

  it('在 0 和 1 之间，自己与自己是 1', () => {
    const text = fc.string({ unit: 'binary', maxLength: 12 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(dice(one, other)).toBeGreaterThanOrEqual(0);
        expect(dice(one, other)).toBeLessThanOrEqual(1);
        expect(dice(one, one)).toBe(1);
      }),
    );
  });
});

describe('同一个术语', () => {
  it.each([
    ['仓单', '仓单', true],
    ['仓单', '电子仓单', true],
    ['仓单', '电子仓单库', false],
    ['仓', '仓单', false],
    ['API', 'api 网关', true],
    ['API', 'api 网关服务', false],
    ['API', 'ａｐｉ接口', true],
    ['仓单', '提单', false],
    ['！', '？', true],
  ])('%s 与 %s：%s', (one, other, wanted) => {
    expect(sameTerm(one, other)).toBe(wanted);
    expect(sameTerm(other, one)).toBe(wanted);
  });
});

describe('消息的集合', () => {
  it.each([
    [[1, 2, 3], [2, 3, 4], 2, 0.5],
    [[1], [2], 0, 0],
    [[], [], 0, 0],
    [[5, 6], [5, 6], 2, 1],
  ])('%j 与 %j', (one, other, same, wanted) => {
    expect(shared(one, other)).toBe(same);
    expect(jaccard(one, other)).toBe(wanted);
  });
});
