import { describe, expect, it } from 'vitest';
import { absent, closeness, figures } from '../../tools/against/figures.js';
import { agreement, monotone, sameTitles } from '../../tools/against/measures.js';
import { readPage } from '../../tools/against/page.js';
import { article } from './align-day.js';

const page = `---
title: "茶叶称重的学问"
date: "2024-01-05"
---

# 茶叶称重的学问

- 讲者：Scale

## 大纲

- 1.称重的误差[^m3]
- 2.皮重的处理[^m6]

## 1.称重的误差

茶叶受潮以后重量会变，称出来的数每天都不一样，所以要记下湿度。[^m3]

## 2.皮重的处理

罐子有轻有重，先称空罐再装茶[^m6]

两次相减才是净重，不要偷懒用平均值。[^m7]

谢谢大家，今天就先讲到这里了[^m11]

## 问答

- 问 · Guest：请问湿度超过多少就不能称了？[^m12]
  - 答 · Scale：超过百分之七十我们就停下来等除湿机[^m14]

## 主题

- 茶叶（茶）[^m3]

## 术语

- 皮重（概念）：罐子有轻有重，先称空罐再装茶[^m6]

[^m3]: 3
`;

describe('readPage', () => {
  it('keeps talk and questions, and neither facts nor outline, topics and glossary', () => {
    const units = readPage(page).units.filter(({ part }) => part === 'lecture' || part === 'qa');
    expect(units.map(({ kind, part }) => `${part} ${kind}`)).toEqual([
      'lecture heading',
      'lecture text',
      'lecture heading',
      'lecture text',
      'lecture text',
      'lecture text',
      'qa text',
      'qa text',
    ]);
    expect(units.filter(({ turn }) => turn).map(({ turn }) => turn!.side)).toEqual(['q', 'a']);
  });

  it('reads a page without parts as empty', () => {
    expect(readPage('').units).toEqual([]);
    expect(readPage('# 没有正文').units).toEqual([]);
  });
});

describe('agreement', () => {
  const one = () => agreement(article(), readPage(page));

  it('counts what the page holds of the article, and what it has beyond', () => {
    expect(one().talk).toEqual({ hits: 2, of: 3 });
    expect(one().questions).toEqual({ hits: 2, of: 4 });
    expect(one().lacking).toEqual({ hits: 1, of: 6 });
  });

  it('compares order and headings', () => {
    expect(one().order).toEqual({ hits: 6, of: 6 });
    expect(one().headings).toEqual({ same: 2, note: 2, article: 4 });
  });

  it('finds an article whole in itself, and nothing in another', () => {
    const self = agreement(article(), article());
    expect(self.talk.hits).toBe(self.talk.of);
    expect(self.lacking.hits).toBe(0);
    const other = agreement(article(), readPage('---\n---\n## 导言\n\n鱼塘换水要看天气和水温再定\n'));
    expect([other.talk.hits, other.lacking.hits]).toEqual([0, 1]);
  });

  it('matches titles one to one, the most alike first', () => {
    expect(sameTitles(['退款规则', '到账'], ['退款规则', '退款规则'])).toBe(1);
    expect(sameTitles(['皮重的处理', '校准的周期'], ['校准周期', '皮重处理', '茶'])).toBe(2);
    expect(sameTitles([], ['茶'])).toBe(0);
  });

  it('counts pairs in order; equal places agree', () => {
    expect(monotone([1, 2, 2, 5])).toEqual({ hits: 6, of: 6 });
    expect(monotone([3, 1, 2])).toEqual({ hits: 1, of: 3 });
    expect(monotone([4])).toEqual({ hits: 0, of: 0 });
  });
});

describe('figures', () => {
  const one = () => agreement(article(), readPage(page));

  it('sums sentences over talks and leaves open what cannot be counted', () => {
    expect(figures([one()])).toMatchObject({ questions: 0.5, order: 1 });
    expect(figures([one(), one()])).toEqual(figures([one()]));
    expect(figures([])).toEqual({
      talk: null,
      questions: null,
      held: null,
      lacking: null,
      order: null,
      headings: null,
    });
  });

  it('holds a missing note for one that has nothing', () => {
    expect(closeness(absent(one()))).toBe(0);
    expect(closeness(one())).toBeGreaterThan(0.5);
    expect(figures([absent(one())])).toMatchObject({ talk: 0, headings: 0, lacking: null });
  });
});
