import { describe, expect, it } from 'vitest';
import { talkPage, type WikiPages, wikiPage } from '../../../src/publish/mediawiki/pages.js';
import { pageLink } from '../../../src/publish/mediawiki/write.js';
import type { Block, Note } from '../../../src/schema/note.js';
import { note, span } from '../../note.js';

const pages: WikiPages = {
  footnotes: true,
  categories: ['分享'],
  pictures: 'link',
  titleOf: (key) => ({ 'speaker:木棉': '讲者/木棉', 'topic:bill': '汇票', 'concept:discount': '贴现' })[key],
};
const written = (fields: Partial<Note>, options: Partial<WikiPages> = {}): string =>
  talkPage(note(fields), ['concept:discount'], { ...pages, ...options });

describe('the page of a talk', () => {
  it('holds facts, sections, questions, topics, glossary, footnotes and categories', () => {
    const paragraph: Block = { type: 'paragraph', spans: [span('票据是[[远期]]付款', 1), span('大家看', 2)] };
    const text = written({
      sections: [
        {
          ...{
            marker: '一、',
            ordinal: 1,
            title: '什么是票据',
            level: 1,
            message: 1,
            span: span('什么是票据'),
          },
          ...{ origin: 'typed', blocks: [paragraph], sections: [] },
        },
      ],
      qa: [
        {
          question: { by: '半夏', messages: [3], spans: [span('多少钱？', 3)] },
          answers: [{ by: '木棉', messages: [4], spans: [span('千分之三', 4)] }],
        },
      ],
      topics: [
        { id: 'bill', label: '汇票', aliases: [], score: 1, origin: 'lexicon', evidence: [span('票据', 1)] },
      ],
      glossary: [
        {
          ...{ term: '贴现', kind: 'concept', message: 2, start: 0, end: 2, aliases: [], broader: null },
          definition: [span('贴现就是提前拿钱', 2)],
        },
      ],
    });
    expect(text).toBe(`{| class="wikitable"
! 讲者
| [[:讲者/木棉|木棉]]
|-
! 主持
| 阿坤
|-
! 时间
| 2024-03-15 20:00:00–20:10:00
|-
! 来源
| club/2024-03-15-chat.markdown（9 条消息）
|}

== 一、什么是票据 ==

票据是&#91;&#91;远期&#93;&#93;付款<ref name="m1">club/2024-03-15-chat.markdown · 消息 1</ref><br />大家看<ref name="m2">club/2024-03-15-chat.markdown · 消息 2</ref>

== 问答 ==

* 问 · 半夏：多少钱？<ref name="m3">club/2024-03-15-chat.markdown · 消息 3</ref>
** 答 · 木棉：千分之三<ref name="m4">club/2024-03-15-chat.markdown · 消息 4</ref>

== 主题 ==

* [[:汇票|汇票]]<ref name="m1" />

== 术语 ==

* [[:贴现|贴现]]：贴现就是提前拿钱<ref name="m2" />

== 来源 ==

<references />

[[Category:分享]]`);
  });

  it.each<[block: Block, expected: string]>([
    [
      {
        type: 'list',
        spans: [span('1. 甲\n2. 乙')],
        items: [
          { marker: '1.', span: span('甲') },
          { marker: '2.', span: span('乙') },
        ],
      },
      '# 甲\n# 乙',
    ],
    [
      {
        type: 'list',
        spans: [span('3. 甲\n4. 乙')],
        items: [
          { marker: '3.', span: span('甲') },
          { marker: '4.', span: span('乙') },
        ],
      },
      '* 3. 甲\n* 4. 乙',
    ],
    [{ type: 'quote', spans: [span('> 甲\n> 乙')] }, '<blockquote>\n甲<br />乙\n</blockquote>'],
    [
      { type: 'code', spans: [span('```\n a = {{b}}\n```')] },
      '<pre>\n&#32;a = &#123;&#123;b&#125;&#125;\n</pre>',
    ],
    [
      { type: 'table', spans: [span('| 甲 | 乙 |\n|---|---|\n| 1 | a\\|b |')] },
      '{| class="wikitable"\n! 甲\n! 乙\n|-\n| 1\n| a&#124;b\n|}',
    ],
    [
      { type: 'link', spans: [span('[甲](https://a.example/b)')], url: 'https://a.example/b', caption: '甲' },
      '[https://a.example/b 甲]',
    ],
    [
      {
        type: 'image',
        spans: [span('![x](https://a.example/b.png)')],
        url: 'https://a.example/b.png',
        caption: 'x',
      },
      '[https://a.example/b.png x]',
    ],
    [
      { type: 'image', spans: [span('![x](javascript:y)')], url: 'javascript:y', caption: 'x' },
      'x javascript&#58;y',
    ],
  ])('writes %j', (block, expected) => {
    const text = written({ lead: [block] }).replace(/<ref.*?(?:\/>|<\/ref>)/gu, '');
    expect(text).toContain(`== 正文 ==\n\n${expected}\n\n`);
  });

  it('shows pictures that the wiki has, or leaves them out', () => {
    const block: Block = {
      ...{ type: 'image', url: 'https://a.example/b.png', caption: '图|一' },
      spans: [span('![图|一](https://a.example/b.png)')],
    };
    const kept = written(
      { lead: [block] },
      { titleOf: (key) => (key.startsWith('picture:') ? 'File:讲录-b.png' : undefined) },
    );
    expect(kept).toContain('[[File:讲录-b.png|thumb|none|alt=图&#124;一|&#22270;&#124;一]]');
    expect(written({ lead: [block] }, { pictures: 'omit' })).not.toContain('a.example');
  });

  it('anchors take the place of footnotes where the wiki has none', () => {
    const lead: Block[] = [{ type: 'paragraph', spans: [span('甲', 2)] }];
    const text = written({ lead }, { footnotes: false });
    expect(text).toContain('甲<sup>[[#m2|&#91;1&#93;]]</sup>');
    expect(text).toContain('# <span id="m2"></span>club/2024-03-15-chat.markdown · 消息 2');
    expect(text).not.toContain('<ref');
  });

  it('speaks the language of the note', () => {
    expect(written({ language: 'en' })).toContain('! Speaker\n');
    expect(written({ language: 'zh-Hant' })).toContain('! 講者\n');
  });

  it('an address that a member types leads to no page of the wiki', () => {
    const block: Block = { type: 'paragraph', spans: [span('[甲](wiki:首页)')] };
    expect(written({ lead: [block] })).not.toContain('[[:首页');
  });
});

it('other pages are trees too', () => {
  const tree = wikiPage(
    [
      { type: 'heading', depth: 1, children: [{ type: 'text', value: '汇票' }] },
      {
        type: 'paragraph',
        children: [
          { type: 'text', value: '2024-03-15 ' },
          pageLink('跨境收款', '跨境收款'),
          { type: 'text', value: ' · 甲' },
        ],
      },
    ],
    '来源',
    { ...pages, categories: [] },
  );
  expect(tree).toBe('2024-03-15 [[:跨境收款|跨境收款]] · 甲');
});
