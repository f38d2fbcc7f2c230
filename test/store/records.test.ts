import { describe, expect, it } from 'vitest';
import { conceptFinder } from '../../src/store/finder.js';
import { talkOf } from '../../src/store/records.js';
import { note, span } from '../note.js';
import { entry, pair, section, taxonomy } from './notes.js';

const find = conceptFinder(taxonomy);
const of = (fields: Parameters<typeof note>[0]) => talkOf(note(fields), { file: 'a.json', sha256: '' }, find);
const body = (fields: Parameters<typeof note>[0]) => of(fields).passages[0]!.body;
const blocks = (...lead: NonNullable<Parameters<typeof note>[0]>['lead'] & object) =>
  body({ speakers: [], lead });

describe('passages of a note', () => {
  it('are the talk, each section with its own blocks, and pairs', () => {
    const { passages } = of({
      lead: [{ type: 'paragraph', spans: [span('大家好')] }],
      sections: [section('一', '甲', [section('二', '乙', [section('三', '')])])],
      qa: [pair('问？', '答一', '答二')],
    });
    expect(passages.map(({ pointer, heading, above, body }) => [pointer, heading, above, body])).toEqual([
      ['', '票据', [], '大家好'],
      ['/sections/0', '一', [], '甲'],
      ['/sections/0/sections/0', '二', ['一'], '乙'],
      ['/sections/0/sections/0/sections/0', '三', ['一', '二'], ''],
      ['/qa/0', '问？', [], '答一\n答二'],
    ]);
  });

  it('name the log of a message where it is not the first', () => {
    const later = { ...section('一', '甲'), source: 1 };
    expect(of({ sections: [later] }).passages[1]).toMatchObject({ message: 2, source: 1 });
  });

  it.each<[string, Parameters<typeof blocks>[0], string]>([
    ['decodes escapes', { type: 'paragraph', spans: [span('1&amp;gt;0 &amp;#160;吗')] }, '1>0 吗'],
    [
      'shows links by their words',
      { type: 'paragraph', spans: [span('见[央行](https://example.org/a)。')] },
      '见央行。',
    ],
    ['leaves out emoji codes and @', { type: 'paragraph', spans: [span('[鼓掌]谢谢@木棉')] }, '谢谢木棉'],
    [
      'gives items lines of their own',
      {
        type: 'list',
        spans: [span('x')],
        items: [
          { marker: '1）', span: span('甲') },
          { marker: '- ', span: span('乙') },
        ],
      },
      '1）甲\n乙',
    ],
    [
      'names pictures by their captions',
      { type: 'image', spans: [span('x')], url: 'a.png', caption: '流程图' },
      '流程图',
    ],
    [
      'says nothing of a picture without one',
      { type: 'image', spans: [span('x')], url: 'a.png', caption: '2024-03-15 20:04:59' },
      '',
    ],
    [
      'shows a bare link',
      { type: 'link', spans: [span('x')], url: 'https://example.org', caption: '' },
      'https://example.org',
    ],
    ['takes the marks off a quote', { type: 'quote', spans: [span('> 甲\n&gt; 乙')] }, '甲\n乙'],
    [
      'leaves the words of a table',
      { type: 'table', spans: [span('|甲|乙|\n|--|--|\n|1|2|')] },
      '甲 乙\n1 2',
    ],
    ['keeps code', { type: 'code', spans: [span('a = "&lt;b&gt;"')] }, 'a = "<b>"'],
  ])('%s', (_, block, text) => expect(blocks(block)).toBe(text));

  it('leave out whom a question calls, and hold what was said in a discussion', () => {
    expect(of({ qa: [pair('@阿坤 多久到账？', '@木棉 三天')] }).passages[1]).toMatchObject({
      ...{ heading: '多久到账？', body: '三天' },
    });
    const turns = [1, 7].map((message) => ({
      by: '木棉',
      messages: [message],
      spans: [span(`话${message}`, message)],
    }));
    const fields = { kind: 'discussion' as const, speakers: [], lecture: undefined, qa: [pair('问', '答')] };
    expect(body({ ...fields, discussion: { messages: [1], people: ['木棉', '阿坤'], turns } } as never)).toBe(
      '话1',
    );
  });
});

describe('definitions of a note', () => {
  const concept = (term: string, fields = {}) =>
    of({ glossary: [entry(term, '…', fields)] }).definitions[0]!.concept;

  it.each([
    ['信用风险', 'credit-risk'],
    ['違約風險', 'credit-risk'],
    ['Credit Risk', 'credit-risk'],
    ['ＬＣ', 'letter-of-credit'],
    ['信用', 'term:信用'],
    ['信用证业务', 'term:信用证业务'],
    ['Ｐ２Ｐ 存管', 'term:p2p存管'],
  ])('%s is of the concept %s', (term, key) => expect(concept(term)).toBe(key));

  it('are known by another name, too', () => {
    expect(concept('跟单', { aliases: [span('跟单证'), span('信用证')] })).toBe('letter-of-credit');
  });

  it('keep what the note says of their place', () => {
    expect(of({ glossary: [entry('敞口', '没有对冲的', { source: 1 })] }).definitions).toEqual([
      {
        ...{ concept: 'term:敞口', pointer: '/glossary/0', term: '敞口', aliases: [], kind: 'concept' },
        ...{ text: '没有对冲的', message: 3, source: 1, start: 0, end: 2 },
      },
    ]);
  });
});
