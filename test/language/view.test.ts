import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../../src/language/view.js';

describe('viewOf', () => {
  it.each([
    ['仓单', '仓单'],
    ['A&amp;B', 'A&B'],
    ['1&amp;gt;概念', '1>概念'],
    ['价格&lt;成本', '价格<成本'],
    ['甲&amp;#160;乙', '甲\u00a0乙'],
    ['&quot;仓单&quot;', '"仓单"'],
    ['&#x4ed3;单', '仓单'],
    ['&amp;amp;lt;', '<'],
    ['甲 & 乙', '甲 & 乙'],
    ['a&b;c', 'a&b;c'],
    ['x&nosuch;y', 'x&nosuch;y'],
    ['?a=1&copy=2', '?a=1&copy=2'],
    ['', ''],
  ])('%s → %s', (original, text) => {
    expect(viewOf(original).text).toBe(text);
  });

  it('每个位置都能回到原文', () => {
    const original = '一、A&amp;B仓单';
    const { text, at } = viewOf(original);
    const start = text.indexOf('A');
    expect(original.slice(at(start), at(text.length))).toBe('A&amp;B仓单');
    expect(original.slice(at(start), at(start + 2))).toBe('A&amp;');
    expect(at(text.length)).toBe(original.length);
  });

  it('对任何文字：位置只增不减，首尾对齐', () => {
    const part = fc.oneof(
      fc.constantFrom('&amp;', '&amp;gt;', '&#160;', '&', ';', '&lt', '仓'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
        (original) => {
          const { text, at } = viewOf(original);
          expect(text.length === 0 ? 0 : at(0)).toBe(0);
          expect(at(text.length)).toBe(original.length);
          for (let i = 0; i < text.length; i++) expect(at(i + 1)).toBeGreaterThanOrEqual(at(i));
        },
      ),
      { numRuns: 500 },
    );
  });
});
