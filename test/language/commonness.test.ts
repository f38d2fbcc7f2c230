import { describe, expect, it } from 'vitest';
import { commonness } from '../../src/language/commonness.js';

describe('词在一般中文里有多常见', () => {
  it.each([
    ['企业', '保理'],
    ['问题', '对账'],
  ])('%s 比 %s 常见', (common, rare) => expect(commonness(common)).toBeGreaterThan(commonness(rare)));

  it.each(['浮动盘点机', '', 'constructor'])('词典里没有“%s”', (word) => expect(commonness(word)).toBe(0));

  it('在 0 和 1 之间', () => {
    for (const word of ['的', '我们', '支付']) {
      expect(commonness(word)).toBeGreaterThan(0);
      expect(commonness(word)).toBeLessThanOrEqual(1);
    }
  });
});
