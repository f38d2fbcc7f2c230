import { describe, expect, it } from 'vitest';
import { deriveHeading, deriveSpeaker, deriveTerm, deriveTitle } from '../src/derive.js';
import { loadLexicon } from '../src/lexicon.js';
import type { Span } from '../src/schema/note.js';

const span = (text: string): Span => ({ message: 0, start: 0, end: text.length, text });

describe('deriveTitle', () => {
  it.each([
    [['“跨境收款”'], '跨境收款'],
    [['《票据》的风险'], '《票据》的风险'],
    [['票据》。'], '票据'],
    [['  票据 ', '贴现[鼓掌][鼓掌]！'], '票据 贴现'],
    [['**A &amp;amp; B**'], 'A & B'],
    [['2016 [2016] 回顾'], '2016 [2016] 回顾'],
    [[], ''],
  ])('%j gives %s', (texts, title) => {
    expect(deriveTitle(texts.map(span))).toBe(title);
  });
});

describe('deriveHeading', () => {
  it.each([
    ['## **背景：** ', '背景'],
    ['3*5*2 的表', '3*5*2 的表'],
    ['见 [条例](http://a.example/b)：', '见 条例'],
    ['利率&amp;gt;2 的\n贷款；', '利率>2 的 贷款'],
    ['#', ''],
  ])('%j gives %s', (text, title) => {
    expect(deriveHeading(span(text))).toBe(title);
  });
});

describe('deriveTerm', () => {
  it.each([
    ['“信用风险”', '信用风险'],
    ['【保理】', '保理'],
    ['A&amp;B', 'A&B'],
  ])('%j gives %s', (slice, term) => {
    expect(deriveTerm(slice)).toBe(term);
  });
});

describe('deriveSpeaker', () => {
  const { people } = loadLexicon();

  it.each([
    ['沈砚秋-澜仓科技-产品-苏州', { organization: '澜仓科技', role: '产品', city: '苏州' }],
    ['上海|沈砚秋', { city: '上海' }],
    ['沈砚秋-澜仓&amp;amp;仓联-产品', { organization: '澜仓&仓联', role: '产品' }],
    ['沈砚秋', {}],
    ['', {}],
  ])('%s gives %j', (nick, facts) => {
    expect(deriveSpeaker(nick, people)).toEqual(facts);
  });

  it.each([
    ['沈砚秋', ['沈砚秋-澜仓科技-产品-苏州'], { organization: '澜仓科技', role: '产品', city: '苏州' }],
    [
      '沈砚秋-澜仓科技',
      ['砚秋-旧仓物流-总监', '沈砚秋-澜仓-产品-苏州'],
      { organization: '澜仓科技', role: '产品', city: '苏州' },
    ],
    ['沈砚秋', ['沈老师'], {}],
    ['沈砚秋', ['沈砚丘 沈老师'], {}],
  ])('%s, also called %j, gives %j', (nick, aliases, facts) => {
    expect(deriveSpeaker(nick, people, aliases)).toEqual(facts);
  });
});
