import type { Node, Parent } from 'mdast';
import { toString as wordsIn } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/markdown/note.js';
import type { Block, Section } from '../../src/schema/note.js';
import { note, span } from '../note.js';
import { found, headings, paragraph, parsed } from './page.js';

const section = (marker: string, title: string, more: Partial<Section> = {}): Section => ({
  marker,
  ordinal: null,
  title,
  level: 1,
  message: 1,
  span: span(title),
  origin: 'typed',
  blocks: [],
  sections: [],
  ...more,
});

describe('renderMarkdown', () => {
  it('gives a page with all parts, the same for the same note', () => {
    const full = note({
      title: '票据 & 贴现',
      speakers: [{ name: '木棉@衡舟', aliases: [], organization: '衡舟', city: '青岛' }],
      schedule: { ...note().schedule, announced: span('20:00', 0) },
      restrictions: [span('请勿外传', 3)],
      sections: [
        section('一、', '背景', {
          blocks: [paragraph('汇票第一句', '第二句')],
          sections: [section('', '政策', { level: 2 })],
        }),
        section('2.', '流程', {
          blocks: [
            {
              type: 'list',
              spans: [span('x')],
              items: [
                { marker: '1）', span: span('开票', 4) },
                { marker: '-', span: span('贴现', 4) },
              ],
            },
          ],
        }),
      ],
      qa: [
        {
          question: { by: '阿坤', messages: [5], spans: [span('为何？', 5)] },
          answers: [{ by: '木棉', messages: [6], spans: [span('因为', 6)] }],
        },
      ],
      topics: [
        {
          id: 'bill',
          label: '票据',
          aliases: ['汇票'],
          score: 0.9,
          origin: 'lexicon',
          evidence: [span('票据')],
        },
      ],
      glossary: [
        {
          term: '贴现',
          kind: 'concept',
          message: 2,
          start: 0,
          end: 2,
          definition: [span('提前兑付', 2)],
          aliases: [],
          broader: { id: 'bill', label: '票据', origin: 'lexicon' },
        },
      ],
      review: [{ code: 'title-inferred', reason: 'the title is inferred', message: 1 }],
    });
    const page = renderMarkdown(full);
    expect(renderMarkdown(structuredClone(full))).toBe(page);
    expect(page).toMatch(/^---\nid: "club-2024-03-15-0123abcd"\ntitle: "票据 & 贴现"\n/u);
    const tree = parsed(page);
    expect(headings(tree)).toEqual([
      '1 票据 & 贴现',
      '2 大纲',
      '2 一、背景',
      '3 政策',
      '2 2. 流程',
      '2 问答',
      '2 主题',
      '2 术语',
      '2 待核对',
    ]);
    const words = wordsIn(tree);
    for (const part of [
      '讲者：木棉 衡舟（青岛）',
      '预告 20:00',
      '请勿外传',
      '1）开票',
      '问 · 阿坤：为何？',
      '票据（汇票）',
      '贴现（属于票据）：提前兑付',
    ]) {
      expect(words).toContain(part);
    }
    expect(page).toContain('- 贴现[^m4]');
    const cited = new Set(
      found<Node & { identifier: string }>(tree, 'footnoteReference').map((node) => node.identifier),
    );
    expect([...cited].sort()).toEqual(['m1', 'm2', 'm3', 'm4', 'm5', 'm6']);
    expect(
      found<Node & { identifier: string }>(tree, 'footnoteDefinition').map((node) => node.identifier),
    ).toEqual([...cited].sort());
    expect(page).toContain('[^m3]: club/2024-03-15-chat.markdown · 消息 3');
  });

  it('speaks the language of the note', () => {
    expect(renderMarkdown(note({ language: 'en', sections: [section('', 'A')] }))).toContain('## Outline');
    expect(renderMarkdown(note({ language: 'zh-Hant', sections: [section('', '甲')] }))).toContain('## 大綱');
  });

  it('renders pictures, quotes, code and tables', () => {
    const lead: Block[] = [
      { type: 'image', spans: [span('![图](img/a.png)')], url: 'img/a.png', caption: '图' },
      { type: 'quote', spans: [span('> # 引\n> 文')] },
      { type: 'code', spans: [span('```js\na &lt; `b`\n```')] },
      { type: 'table', spans: [span('| a | b |\n|---|---|\n| 1 | **2** |')] },
      { type: 'table', spans: [span('no table')] },
    ];
    const tree = parsed(renderMarkdown(note({ lead })));
    const types = (tree as Parent).children.map((node) => node.type);
    expect(types.filter((type) => ['blockquote', 'code', 'table'].includes(type))).toEqual([
      'blockquote',
      'code',
      'table',
    ]);
    expect(found<Node & { value: string }>(tree, 'code')[0]!.value).toBe('a < `b`');
    expect(found(tree, 'image')).toMatchObject([{ url: 'img/a.png', alt: '图' }]);
  });
});
