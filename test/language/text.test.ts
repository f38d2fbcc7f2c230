import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bare, emojiNames, unescapeHtml } from '../../src/language/text.js';

describe('bare：比较整条消息时的样子', () => {
  it.each([
    ['签到！', '签到'],
    ['签 到', '签到'],
    ['签到[鼓掌][玫瑰]', '签到'],
    ['[鼓掌]', ''],
    ['ＯＶＥＲ～', 'over'],
    ['That’s all.', 'thatsall'],
    ['６６６', '666'],
    ['……', ''],
    ['😀', ''],
    ['[文档](http://example.com)', '文档httpexamplecom'],
    ['', ''],
  ])('%s → %s', (text, plain) => {
    expect(bare(text)).toBe(plain);
  });

  it('除去所有空白、标点和符号', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('账', 'A', '，', ' ', '+', '😀', '\ud83d', '𠮷', '①', '\n') }),
        (text) => {
          const plain = text
            .normalize('NFKC')
            .toLowerCase()
            .replace(/[\s\p{P}\p{S}]/gu, '');
          expect(bare(text)).toBe(plain);
        },
      ),
    );
  });
});

describe('emojiNames', () => {
  it.each([
    ['[鼓掌][强]', ['鼓掌', '强']],
    ['讲得好[Salute]', ['Salute']],
    ['[文档](http://example.com)', []],
    ['数组 a[0] 的值', ['0']],
    ['[这是一段写在方括号里的很长的话]', []],
    ['没有', []],
  ])('%s', (text, names) => {
    expect(emojiNames(text)).toEqual(names);
  });
});

describe('unescapeHtml', () => {
  it.each([
    ['1&amp;gt;', '1>'],
    ['A&amp;B', 'A&B'],
    ['&amp;#160;', '\u00a0'],
    ['&amp;amp;amp;lt;', '&lt;'],
    ['a & b', 'a & b'],
    ['仓单', '仓单'],
  ])('%s → %s', (text, decoded) => {
    expect(unescapeHtml(text)).toBe(decoded);
  });
});
