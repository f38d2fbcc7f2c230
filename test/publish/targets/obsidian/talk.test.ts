import { describe, expect, it } from 'vitest';
import type { Block, Note } from '../../../../src/schema/note.js';
import { note, span } from '../../../note.js';
import { actsIn } from './read.js';
import { pagesOf } from './vault.js';

const page = (fields: Partial<Note>, pictures: 'link' | 'omit' = 'link') =>
  pagesOf(note(fields), { pictures }).get('分享/2024-03-15 票据.md')!;
const lines = (text: string, from: string) => text.slice(text.indexOf(from)).trimEnd().split('\n');

const [first] = note().sources;
const second = { ...first!, path: 'club/2024-03-16-chat.markdown' };

describe('段落的记号', () => {
  it.each<[string, Block[], string[]]>([
    [
      '一条消息一段',
      [{ type: 'paragraph', spans: [span('甲', 1), span('乙', 2)] }],
      ['甲 ^m1', '', '乙 ^m2'],
    ],
    [
      '一条消息分成几段，记号在头一段',
      [
        { type: 'paragraph', spans: [span('甲', 1)] },
        { type: 'paragraph', spans: [span('乙', 1)] },
      ],
      ['甲 ^m1', '', '乙'],
    ],
    [
      '列表里在每一项后面',
      [
        {
          type: 'list',
          spans: [span('x')],
          items: [
            { marker: '·', span: span('甲', 1) },
            { marker: '·', span: span('乙', 2) },
          ],
        },
      ],
      ['- 甲 ^m1', '- 乙 ^m2'],
    ],
    ['代码自成一块', [{ type: 'code', spans: [span('x = 1', 3)] }], ['```', 'x = 1', '```', '', '^m3']],
    ['引用自成一块', [{ type: 'quote', spans: [span('> 甲', 3)] }], ['> 甲', '', '^m3']],
    ['会被模板跑起来的代码写成字', [{ type: 'code', spans: [span('<% x %>', 3)] }], ['<\\% x %>', '', '^m3']],
  ])('%s', (_, lead, expected) => {
    expect(lines(page({ lead }), '## 正文').slice(2)).toEqual(expected);
  });

  it('第二份记录的消息带上它的号', () => {
    const lead: Block[] = [{ type: 'paragraph', spans: [span('甲', 1), { ...span('乙', 1), source: 1 }] }];
    expect(actsIn(page({ lead, sources: [first!, second] })).blocks).toEqual(['m1', 's1-m1']);
  });
});

describe('说到消息的地方', () => {
  const topic = (message: number) => ({
    ...{ id: 'text:票据', label: '票据', aliases: [], score: 1, origin: 'text' as const },
    evidence: [span('票据', message), span('票据', message)],
  });

  it('正文里有的，通到那一段', () => {
    const lead: Block[] = [{ type: 'paragraph', spans: [span('票据', 2)] }];
    expect(lines(page({ lead, topics: [topic(2)] }), '## 主题').slice(2)).toEqual([
      '- [[主题/票据|票据]] [[#^m2|m2]]',
    ]);
  });

  it('正文里没有的，脚注说是哪一条', () => {
    expect(lines(page({ topics: [topic(4)] }), '## 主题').slice(2)).toEqual([
      '- [[主题/票据|票据]][^m4]',
      '',
      '[^m4]: club/2024-03-15-chat.markdown · 消息 4',
    ]);
  });
});

describe('提纲', () => {
  const section = (title: string, message: number) => ({
    ...{ marker: '', ordinal: null, title, level: 1, message, span: span(title, message) },
    ...{
      origin: 'typed' as const,
      blocks: [{ type: 'paragraph' as const, spans: [span('说', message)] }],
      sections: [],
    },
  });

  it('通到小标题；同名的、写不进链接的，通到那一段', () => {
    const sections = [section('1. 背景', 1), section('小结', 2), section('小结', 3), section('a|b', 4)];
    expect(lines(page({ sections }), '## 大纲').slice(2, 6)).toEqual([
      '- [[#1. 背景|1. 背景]]',
      '- [[#^m2|小结]]',
      '- [[#^m3|小结]]',
      '- [a|b](#^m4)',
    ]);
  });
});

describe('图片', () => {
  const lead: Block[] = [
    { type: 'image', spans: [span('x')], url: 'https://a.example/a.png', caption: '白板' },
  ];
  it.each([
    ['link', '![白板](https://a.example/a.png) ^m1'],
    ['omit', '白板 ^m1'],
  ] as const)('%s', (pictures, line) => {
    expect(lines(page({ lead }, pictures), '## 正文')[2]).toBe(line);
  });
});
