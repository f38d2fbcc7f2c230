import { describe, expect, it } from 'vitest';
import { markerAt, markerFinders } from '../../src/language/markers.js';
import { loadLexicon } from '../../src/lexicon.js';

const finders = markerFinders(loadLexicon().outline);

describe('标题编号', () => {
  it.each([
    ['第一部分：概念', 'part', '第一部分：', 1],
    ['第 2章 概念', 'part', '第 2章', 2],
    ['第三、概念', 'point', '第三、', 3],
    ['第一个问题：概念', 'point', '第一个问题：', 1],
    ['角度二、概念', 'part', '角度二、', 2],
    ['Part 3 概念', 'part', 'Part 3', 3],
    ['2大类：概念', 'number', '2大类：', 2],
    ['一、概念', 'han', '一、', 1],
    ['二十一、概念', 'han', '二十一、', 21],
    ['（三）概念', 'hanParen', '（三）', 3],
    ['( 三 )、概念', 'hanParen', '( 三 )、', 3],
    ['（3）概念', 'inParens', '（3）', 3],
    ['3、概念', 'number', '3、', 3],
    ['３．概念', 'number', '３．', 3],
    ['3 . 概念', 'number', '3 .', 3],
    ['3）概念', 'numberParen', '3）', 3],
    ['3>概念', 'numberParen', '3>', 3],
    ['③概念', 'circled', '③', 3],
    ['❸、概念', 'circled', '❸、', 3],
    ['## 概念', 'hash', '##', null],
    ['2.1 概念', 'dotted', '2.1', 1],
    ['2.1.3、概念', 'dotted', '2.1.3、', 3],
    ['b、概念', 'letter', 'b、', 2],
    ['3概念', 'bare', '3', 3],
  ])('%s', (text, style, typed, ordinal) => {
    const marker = markerAt(text, 0, finders);
    expect(marker && [marker.style, text.slice(marker.start, marker.close), marker.ordinal]).toEqual([
      style,
      typed,
      ordinal,
    ]);
    expect(text.slice(marker!.end)).toBe(text.slice(text.indexOf('概念')));
  });

  it('多级编号记下每一级', () => {
    expect(markerAt('4.1.2 概念', 0, finders)?.path).toEqual([4, 1, 2]);
  });

  it('从文中任一位置认起', () => {
    expect(markerAt('概念。二、流程', 3, finders)).toMatchObject({ start: 3, end: 5, ordinal: 2 });
    expect(markerAt('概念。二、流程', 2, finders)).toBeNull();
  });

  it.each([
    ['1)概念', '2)流程', true],
    ['1)概念', '2）流程', true],
    ['1、概念', '2.流程', false],
    ['# 概念', '## 流程', false],
    ['（一）概念', '(二)流程', true],
    ['第一部分：概念', '第二章：流程', false],
  ])('同级的形状相同：%s / %s：%s', (a, b, same) => {
    expect(markerAt(a, 0, finders)?.shape === markerAt(b, 0, finders)?.shape).toBe(same);
  });
});

describe('像编号而不是编号', () => {
  it.each([
    '3.5元一笔',
    '1.5倍杠杆',
    '12:30 集合',
    '12：30 集合',
    '192.168.1.1',
    '2017年的新规',
    '5月1日',
    '3个工作日',
    '10万以下',
    '100%',
    '50%、60%',
    '3、4个月',
    '1、2线城市',
    '第三方支付',
    '第一次',
    '第二天',
    '一般',
    '一会儿',
    '二维码',
    '十分钟',
    '（笑）',
    '（2018年）',
    '（甲）',
    'A股',
    'B2B 平台',
    'a.com',
    'C）D',
    '#######',
    'https://',
    '1://',
    '部分',
    'Part',
    'Party 1',
    '步骤',
    '',
    ' ',
  ])('%s', (text) => {
    expect(markerAt(text, 0, finders)).toBeNull();
  });
});
