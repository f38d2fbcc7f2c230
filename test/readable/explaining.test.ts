import { describe, expect, it } from 'vitest';
import { explaining, toldTogether } from '../../src/readable/explaining.js';
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
    ['空白再多也去掉', '仓单质押', '仓单质押：      以仓单作担保的借款', '以仓单作担保的借款'],
    ['承接上句的词', '仓单质押', '而仓单质押是以仓单作担保的借款', '仓单质押是以仓单作担保的借款'],
    ['承接上句，再有冒号', '仓单质押', '关于仓单质押：以仓单作担保的借款', '以仓单作担保的借款'],
    ['承接的词和术语之间有这个', '仓单质押', '所以这个仓单质押是一种借款', '这个仓单质押是一种借款'],
    ['承接的词后有逗号', '仓单质押', '另外，货主还可以办仓单质押', '货主还可以办仓单质押'],
    ['承接的不是术语，留下', '仓单质押', '而银行要看的是仓单质押', '而银行要看的是仓单质押'],
    ['项目编号', '仓单质押', '（1）仓单质押是以仓单作担保的借款', '仓单质押是以仓单作担保的借款'],
    ['数字开头的不是编号', '仓单质押', '2、3两类可以办仓单质押', '2、3两类可以办仓单质押'],
    ['末尾的分号成句号', '仓单质押', '仓单质押：以仓单作担保的借款；', '以仓单作担保的借款。'],
    [
      '末尾的逗号成句号',
      '仓单质押',
      '仓单质押是以仓单（电子的也算）作担保，',
      '仓单质押是以仓单（电子的也算）作担保。',
    ],
    ['末尾的冒号留下', '仓单质押', '仓单质押要三份材料：', '仓单质押要三份材料：'],
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

  it('解释在别的消息里的，也以术语开头才去掉术语', () => {
    const told = (text: string) => explaining(entry('仓单质押', text, 4, { message: 2 }))[0]!.text;
    expect(told('仓单质押：借款')).toBe('借款');
    expect(told('而仓单质押：借款')).toBe('而仓单质押：借款');
  });
});

describe('一句话解释的几个术语', () => {
  it('挨着的放在一起，各带自己在笔记里的序号', () => {
    const text = '甲类仓单和乙类仓单都是登记过的仓单';
    const shared = ['甲类仓单', '乙类仓单'].map((term) => entry(term, text));
    const other = entry('仓单质押', '仓单质押：以仓单作担保的借款', 40);
    const places = (list: Entry[]) => toldTogether(list).map((group) => group.map(([, index]) => index));
    expect(places([...shared, other])).toEqual([[0, 1], [2]]);
    expect(places([shared[0]!, other, shared[1]!])).toEqual([[0], [1], [2]]);
  });

  it('没有解释的各自成条', () => {
    const bare = (term: string) => entry(term, term, 4, { definition: [] });
    expect(toldTogether([bare('仓单'), bare('提单')])).toHaveLength(2);
    expect(explaining(bare('仓单'))).toEqual([]);
  });
});
