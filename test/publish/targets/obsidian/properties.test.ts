import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  keyInProperties,
  propertiesText,
  tame,
} from '../../../../src/publish/targets/obsidian/properties.js';
import { propertiesOf } from './read.js';

const body = '\n# 题\n\njianglu: talk:不是\n';

describe('页首的属性', () => {
  it('照 Obsidian 自己的写法：日期和平常的字不加引号，链接加，列表一行一项', () => {
    const text = propertiesText({
      ...{
        jianglu: 'talk:club-2024',
        title: '分账：边界',
        date: '2024-07-22',
        group: undefined,
        aliases: [],
      },
      ...{ speakers: ['[[讲者/木棉|木棉]]', '[[讲者/阿坤]]'], tags: ['topic/分账', 'topic/分账'] },
    });
    expect(text).toBe(
      [
        ...['---', 'jianglu: talk:club-2024', 'title: 分账：边界', 'date: 2024-07-22', 'speakers:'],
        ...['  - "[[讲者/木棉|木棉]]"', '  - "[[讲者/阿坤]]"', 'tags:', '  - topic/分账', '---', '', ''],
      ].join('\n'),
    );
  });

  it.each([
    'true',
    'No',
    '2024',
    '1e3',
    '~',
    '',
    ' 空',
    '空 ',
    'a: b',
    'a #b',
    '- a',
    '"',
    "'",
    '[a]',
    '{a}',
    '&a',
    '*a',
    'a:',
  ])('%j 读回来还是字', (value) => {
    expect(propertiesOf(propertiesText({ title: 'x', source: [value] }))).toEqual({
      title: 'x',
      source: [value],
    });
  });

  it('什么字都读得回来', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (value) => {
        expect(propertiesOf(propertiesText({ title: value }))).toEqual({ title: value });
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it.each([
    ['[[别的页]]', '［［别的页］］'],
    ['[注] {a}', '[注] {a}'],
    ['{{title}}<% x %>', '｛｛title}}＜% x %>'],
  ])('成员的 %s 不成链接和模板', (typed, shown) => {
    expect(tame(typed)).toBe(shown);
  });
});

describe('认得出是哪一页', () => {
  it.each([
    ['我们写的', propertiesText({ jianglu: 'talk:a b: "c"', title: '题' }), 'talk:a b: "c"'],
    ['换了次序和引号', "---\nrating: 5\ntags:\n  - a\njianglu: 'talk:it''s'\n---\n", "talk:it's"],
    ['加了注释', '---\njianglu: talk:a # 别动\n---\n', 'talk:a'],
    ['双引号后有注释', '---\njianglu: "talk:a" # 别动\n---\n', 'talk:a'],
    ['名字带引号', '---\n"jianglu": talk:a\n---\n', 'talk:a'],
    ['折到下一行', '---\njianglu: >-\n  talk:a b\ntitle: x\n---\n', 'talk:a b'],
    ['Windows 的换行', '---\r\ntitle: x\r\njianglu: talk:a\r\n---\r\n', 'talk:a'],
    ['有字节次序标记', '\ufeff---\njianglu: talk:a\n---\n', 'talk:a'],
    ['属性很多', `---\naliases:\n${'  - 别名\n'.repeat(2000)}jianglu: talk:a\n---\n`, 'talk:a'],
  ])('%s', (_, head, key) => {
    expect(keyInProperties(head + body)).toBe(key);
  });

  it.each([
    ['没有属性', body],
    ['不在页首', `\n---\njianglu: talk:a\n---\n`],
    ['没关上', '---\njianglu: talk:a\n'],
    ['别的属性', '---\njianglu2: talk:a\nmy-jianglu: talk:b\nnested:\n  jianglu: talk:c\n---\n'],
    ['空的', '---\njianglu:\ntitle: x\n---\n'],
    ['引号坏了', '---\njianglu: "talk:a\n---\n'],
  ])('%s：不是', (_, page) => {
    expect(keyInProperties(page)).toBeUndefined();
  });
});
