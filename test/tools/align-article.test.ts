import { describe, expect, it } from 'vitest';
import { readArticle } from '../../tools/align/article.js';
import { bare, markerShape, splitMarker } from '../../tools/align/marker.js';
import { partOf, structural, turnOf } from '../../tools/align/parts.js';
import { likeness, normal, pictures, sentences, unmarked } from '../../tools/align/text.js';
import { article } from './align-day.js';

describe('readArticle', () => {
  it('takes day and title from the title, whatever the day of publishing', () => {
    expect(article()).toMatchObject({ date: '2024-01-05', title: '茶叶称重的学问' });
    expect(readArticle('---\ntitle: "x"\ndate: 2024-02-03 10:00:00\n---\n').date).toBe('2024-02-03');
  });

  it('keeps the talk, the questions and what was copied apart', () => {
    const units = article().units;
    const parts = ['lecture', 'qa', 'chat'].map((part) => units.filter((unit) => unit.part === part).length);
    expect(parts).toEqual([8, 4, 1]);
    expect(units.filter(({ turn }) => turn).map(({ turn }) => `${turn!.pair}${turn!.side}`)).toEqual([
      '0q',
      '0a',
      '1q',
      '1a',
    ]);
  });

  it('reads headings without their numbers and leaves the furniture out', () => {
    const headings = article().units.filter(({ kind }) => kind === 'heading');
    expect(headings.map(({ text, shape }) => `${shape} ${text}`)).toEqual([
      'hash 称重的误差',
      'hash 皮重的处理',
      'bold 校准的周期',
      'hash 编辑的总结',
    ]);
  });

  it('ranks bold headings by the shape of their numbers as first seen', () => {
    const { units } = readArticle('### 茶\n**1.绿茶**\n**1）龙井**\n好喝\n**2.红茶**\n');
    expect(units.filter(({ kind }) => kind === 'heading').map(({ rank }) => rank)).toEqual([3, 7, 7.01, 7]);
  });

  it('tells a second talk after the questions from the day’s other subjects', () => {
    const { units } = readArticle('## Q&A\nQ：几克？\nA：五克\n## 水温\nQ：几度？\n## 茶具\n茶具要先烫一遍');
    expect(units.map(({ kind, part }) => `${part} ${kind}`)).toEqual([
      'qa text',
      'qa text',
      'chat heading',
      'chat text',
      'chat heading',
      'chat text',
    ]);
    expect(readArticle('## Q&A\nQ：几克？\n## 茶具\n茶具要先烫一遍').units.at(-1)?.part).toBe('lecture');
  });

  it('reads a heading with any number of spaces behind it', () => {
    expect(readArticle(`## 绿茶${' '.repeat(900)}\n`).units).toMatchObject([
      { kind: 'heading', text: '绿茶' },
    ]);
  });

  it('takes lines after a time for a log until the next heading', () => {
    const { units } = readArticle('8:00:01\t某人：早\n再说一句\n## 主题分享\n正文第一句话');
    expect(units.map(({ part }) => part)).toEqual(['chat', 'chat', 'lecture']);
  });

  it('survives an empty file and a front matter that never ends', () => {
    expect(readArticle('').units).toEqual([]);
    expect(readArticle('---\ntitle: x\n正文没有结束的前言').units.length).toBeGreaterThan(0);
  });
});

describe('the pieces', () => {
  it('compares texts without spaces, punctuation and escapes', () => {
    expect(normal('Ａ&amp;#160;b，“茶”。')).toBe('ab茶');
    expect(likeness('茶叶称重', '茶叶，称重')).toBe(1);
    expect(likeness('茶叶', '')).toBe(0);
  });

  it('cuts sentences and leaves short ones with the one before', () => {
    expect(sentences('茶叶受潮以后重量会变。对吧？罐子有轻有重，先称空罐；好')).toEqual([
      '茶叶受潮以后重量会变。对吧？',
      '罐子有轻有重，先称空罐；好',
    ]);
    expect(sentences('……')).toEqual([]);
  });

  it('knows pictures by name and strips marks', () => {
    expect(pictures('![a](http://x.example/img/20240105_1.png)![b](c.png)')).toEqual(['20240105_1', 'c']);
    expect(unmarked('> **[茶](http://x.example)** ![a](b.png)[^m3]')).toBe('茶');
  });

  it('parts numbers from titles, not quantities', () => {
    expect(splitMarker('（一）茶')).toEqual({ marker: '（一）', rest: '茶' });
    expect(splitMarker('1.2 茶').marker).toBe('1.2');
    for (const line of ['3.5%的茶', '一般的茶', '2024年', '1.5千克的茶叶']) {
      const { marker } = splitMarker(line);
      expect(marker === '' || marker === '1.5', line).toBe(true);
    }
    expect(markerShape('（一）')).toBe(markerShape('（12）'));
    expect(bare('【茶】：')).toBe('茶');
  });

  it('tells turns and parts', () => {
    expect(turnOf('1 Q：几克？', false)).toEqual({ side: 'q', text: '几克？' });
    expect(turnOf('A2: 五克', true)).toEqual({ side: 'a', text: ' 五克' });
    expect(turnOf('A.绿茶', false)).toBeNull();
    expect(turnOf('Questions', true)).toBeNull();
    expect(partOf('三、自由讨论', 2, 'qa')).toBe('chat');
    expect(partOf('二、Q & A', 2, 'lecture')).toBe('qa');
    expect(partOf('四、另一个主题', 2, 'qa')).toBe('lecture');
    expect(partOf('招聘管理', 2, 'lecture')).toBe('lecture');
    expect(structural('茶的问答题设计')).toBe(false);
  });
});
