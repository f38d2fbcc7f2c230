import { describe, expect, it } from 'vitest';
import { explaining } from '../../src/readable/explaining.js';
import type { Entry } from '../../src/schema/note.js';

/** An entry whose definition is a text that begins at an offset of its message. */
const entry = (term: string, text: string, from = 4, more: Partial<Entry> = {}): Entry => ({
  term,
  kind: 'concept',
  message: 3,
  start: from + Math.max(0, text.indexOf(term)),
  end: from + Math.max(0, text.indexOf(term)) + term.length,
  definition: [{ message: 3, start: from, end: from + text.length, text }],
  aliases: [],
  broader: null,
  ...more,
});

describe('术语后面的解释', () => {
  it.each([
    ['冒号', '仓单质押', '仓单质押：以仓单作担保的借款', '以仓单作担保的借款'],
    ['逗号', '仓单质押', '仓单质押，以仓单作担保的借款', '以仓单作担保的借款'],
    ['引号', '仓单质押', '“仓单质押”: 以仓单作担保的借款', '以仓单作担保的借款'],
    ['动词留下', '仓单质押', '仓单质押是以仓单作担保的借款', '仓单质押是以仓单作担保的借款'],
    ['只有术语', '仓单质押', '仓单质押：', '仓单质押：'],
    ['术语在中间', '仓单质押', '所谓的那种仓单质押：借款', '所谓的那种仓单质押：借款'],
  ])('%s', (_, term, text, shown) => {
    const given = entry(term, text);
    expect(explaining(given).map((span) => span.text)).toEqual([shown]);
    expect(given.definition[0]!.text).toBe(text);
  });

  it('括号里是别名的去掉，是别的话的留下', () => {
    const text = '仓单质押（WRF）：以仓单作担保的借款';
    const aliases = [{ message: 3, start: 9, end: 12, text: 'WRF' }];
    const told = (given: Entry) => explaining(given)[0]!.text;
    expect(told(entry('仓单质押', text, 4, { aliases }))).toBe('以仓单作担保的借款');
    expect(told(entry('仓单质押', text))).toBe(text);
  });

  it('解释在别的消息里的，照原样', () => {
    const given = entry('仓单质押', '仓单质押：借款', 4, { message: 2 });
    expect(explaining(given)).toBe(given.definition);
  });
});
