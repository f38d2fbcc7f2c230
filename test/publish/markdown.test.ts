import fc from 'fast-check';
import type { Heading, Link, Node, Parent, Root } from 'mdast';
import { toString as wordsIn } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/publish/markdown.js';
import type { Block, Section } from '../../src/schema/note.js';
import { note, span } from '../note.js';

/** The page after its front matter, read by a Markdown reader. */
function parsed(page: string): Root {
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .parse(page.replace(/^---\n.*?\n---\n/su, ''));
}

function found<T extends Node>(tree: Root, type: T['type']): T[] {
  const nodes: T[] = [];
  visit(tree, type, (node) => void nodes.push(node as unknown as T));
  return nodes;
}

const paragraph = (...texts: string[]): Block => ({
  type: 'paragraph',
  spans: texts.map((text, i) => span(text, i + 1)),
});
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

const headings = (tree: Root) =>
  found<Heading>(tree, 'heading').map((node) => `${node.depth} ${wordsIn(node)}`);

/** What a reader sees of the paragraph's words, references left out. */
function read(block: Block): { tree: Root; words: string; page: string } {
  const page = renderMarkdown(note({ lead: [block] }));
  const tree = parsed(page);
  const at = tree.children.findIndex((node) => node.type === 'heading' && wordsIn(node) === '正文');
  return { tree, page, words: tree.children[at + 1] ? wordsIn(tree.children[at + 1]) : '' };
}

describe('renderMarkdown', () => {
  it('gives a page with all parts, the same for the same note', () => {
    const full = note({
      title: '票据 & 贴现',
      speakers: [{ name: '木棉@衡舟', aliases: [], organization: '衡舟', city: '青岛' }],
      schedule: { ...note().schedule, announced: span('20:00', 0) },
      restrictions: [span('请勿外传', 3)],
      sections: [
        section('一、', '背景', {
          blocks: [paragraph('第一句', '第二句')],
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
      '讲者：木棉 衡舟（衡舟、青岛）',
      '预告 20:00',
      '请勿外传',
      '1）开票',
      '问 · 阿坤：为何？',
      '票据（汇票）',
      '贴现（概念、← 票据）：提前兑付',
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

  it.each([
    ['[鼓掌]好[鼓掌]', '好'],
    ['1&amp;amp;gt;2', '1>2'],
    ['@阿坤\u2005请看', '阿坤 请看'],
    ['问@阿坤 好', '问 阿坤 好'],
    ['写信到 a@b.example 即可', '写信到 a@b.example 即可'],
    ['[2016] [注]', '[2016] [注]'],
    ['a\u0000b\u202ec', 'a b c'],
    [
      '# 一\n- 二\n1. 三\n> 四\n```\n    五\n---\n===\n| a |\n|---|',
      '# 一\n- 二\n1. 三\n> 四\n```\n五\n---\n===\n| a |\n|---|',
    ],
    ['<script>x</script><!-- y', '<script>x</script><!-- y'],
    ['[^m1] [x]: y ![z]', '[^m1] [x]: y ![z]'],
  ])('shows %j as words', (text, words) => {
    const { tree, words: seen } = read(paragraph(text));
    expect(seen).toBe(words);
    expect(found(tree, 'html')).toEqual([]);
    expect(headings(tree)).toHaveLength(2);
  });

  it('whatever a member types stays words in one paragraph', () => {
    const nasty = fc.array(
      fc.constantFrom(
        '#',
        '*',
        '_',
        '`',
        '~',
        '>',
        '<',
        '&',
        '|',
        '-',
        '+',
        '=',
        '[',
        ']',
        '(',
        ')',
        '!',
        ':',
        '^',
        '\\',
        '1.',
        '\n',
        ' ',
        'a',
        '中',
        '&lt;b&gt;',
        '---',
        'www.a.example',
        'm1',
        '\t',
      ),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(nasty, (parts) => {
        const text = parts.join('').replace(/\n\s*\n/gu, '\n');
        fc.pre(/\S/u.test(text) && !text.includes(']('));
        const { tree, words, page } = read(paragraph(text));
        expect(page).not.toMatch(/(?<!\\)&#?\w+;/u);
        const expected = text
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .split('\n')
          .map((line) => line.replace(/[ \t]+/gu, ' ').trim());
        expect(words).toBe(expected.join('\n').trim());
        expect(found(tree, 'html')).toEqual([]);
        expect(headings(tree)).toHaveLength(2);
      }),
      { seed: 315, numRuns: 400 },
    );
  });

  it('follows safe addresses only', () => {
    const { tree } = read(
      paragraph(
        '[a](javascript:alert(1)) [b](https://b.example) 见https://c.example/d，[e](data:text/html,x)',
      ),
    );
    expect(found<Link>(tree, 'link').map((node) => node.url)).toEqual([
      'https://b.example',
      'https://c.example/d',
    ]);
    const image: Block = {
      type: 'image',
      spans: [span('![x](javascript:y)')],
      url: 'javascript:y',
      caption: 'x',
    };
    expect(found(read(image).tree, 'image')).toEqual([]);
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
