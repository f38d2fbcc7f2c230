import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import type { TargetOptions } from '../../../src/publish/target.js';
import { docx } from '../../../src/publish/targets/docx.js';
import { textIn } from '../../../src/publish/zip.js';
import type { Block, Note, Section } from '../../../src/schema/note.js';
import { paragraph } from '../../markdown/page.js';
import { note, span } from '../../note.js';
import { collected, options, rendered } from '../collection.js';
import { named, parsedXml } from '../xml.js';

const file = '2024-03-15-票据.docx';
const bytesOf = async (fields: Partial<Note>, more: Partial<TargetOptions> = {}) =>
  Buffer.from((await rendered(docx, collected([note(fields)]), more)).get(file)!.content as Uint8Array);
/** What mammoth makes of the document: it knows headings, lists, tables and footnotes by their real styles. */
const read = async (fields: Partial<Note>, more?: Partial<TargetOptions>) => {
  const { value } = await mammoth.convertToHtml(
    { buffer: await bytesOf(fields, more) },
    { styleMap: ["p[style-name='Title'] => h1.title:fresh"], ignoreEmptyParagraphs: true },
  );
  return parsedXml(`<body>${value}</body>`);
};
const texts = (document: ReturnType<typeof parsedXml>, tag: string) =>
  named(document, tag).map(({ text }) => text);
const part = async (fields: Partial<Note>, name: string) => parsedXml(textIn(await bytesOf(fields), name)!);

const section = (title: string, fields: Partial<Section> = {}): Section => ({
  ...{ marker: '', ordinal: null, title, level: 1, message: 1, span: span(title) },
  ...{ origin: 'typed' as const, blocks: [paragraph('背书要连续')], sections: [], ...fields },
});
const qa: Note['qa'] = [
  {
    question: { by: '青竹', messages: [4], spans: [span('怎么贴现？', 4)] },
    answers: [{ by: '木棉', messages: [5], spans: [span('先背书', 5)] }],
  },
];
const glossary: Note['glossary'] = [
  {
    ...{ term: '轧差', kind: 'concept', message: 3, start: 0, end: 2, definition: [span('互抵', 3)] },
    ...{ aliases: [span('净额', 3)], broader: null },
  },
];

describe('a Word document', () => {
  it('has title and headings as such, and an outline that leads to them', async () => {
    const sections = [section('票据', { sections: [section('背书')] }), section('贴现')];
    const found = await read({ sections });
    expect(texts(found, 'h1')).toEqual(['票据', '大纲', '票据', '贴现']);
    expect(texts(found, 'h2')).toEqual(['背书']);
    const ids = named(found, 'a').flatMap(({ attributes: { id } }) => id ?? []);
    const aims = named(found, 'a').flatMap(({ attributes: { href } }) =>
      href?.includes('section') ? href : [],
    );
    expect(aims).toHaveLength(3);
    for (const aim of aims) expect(ids).toContain(aim.slice(1));
  });

  it('has a footnote for each message cited', async () => {
    const found = await read({ lead: [paragraph('背书', '贴现', '背书')] });
    const notes = named(found, 'li').filter(({ attributes: { id } }) => id?.includes('footnote'));
    expect(notes.map(({ text }) => text.trim().replace(/ ↑$/u, ''))).toEqual(
      [1, 2, 3].map((message) => `club/2024-03-15-chat.markdown · 消息 ${message}`),
    );
  });

  it('has lists as lists, with their own numbers', async () => {
    const items = ['2.', '3.'].map((marker) => ({ marker, span: span(`甲${marker}`) }));
    const list: Block = { type: 'list', spans: [span('2. 甲')], items };
    const found = await read({ lead: [list], qa });
    expect(texts(found, 'ol')[0]).toContain('甲2.');
    expect(texts(found, 'ul').join('\n')).toContain('答 · 木棉：先背书');
    const numbering = await part({ lead: [list] }, 'word/numbering.xml');
    expect(named(numbering, 'w:start').map(({ attributes }) => attributes['w:val'])).toContain('2');
  });

  it('has the glossary as a table', async () => {
    const found = await read({ glossary });
    expect(named(found, 'tr').length).toBe(2);
    expect(
      [...texts(found, 'th'), ...texts(found, 'td')].map((text) => text.replace(/\[\d+\]/u, '')),
    ).toEqual([...['术语', '类别', '上位', '说法', '轧差（净额）', '概念', '', '互抵']]);
  });

  it.each(['<w:p/>&amp;lt;', '"]]>\u0000\u000b\ud800', 'a\nb\tc'])(
    'takes %j, in parts that are well-formed',
    async (text) => {
      const fields = {
        title: text,
        lead: [paragraph(`${text} https://a.example/?x=1&y="2"`)],
        sections: [section(text)],
      };
      const parts = ['word/document.xml', 'word/footnotes.xml', 'word/styles.xml', 'word/numbering.xml'];
      const others = ['docProps/core.xml', 'docProps/custom.xml', 'word/_rels/document.xml.rels'];
      for (const name of [...parts, ...others]) expect(named(await part(fields, name), 'w:p')).toBeDefined();
    },
  );

  it('links pictures, or names them', async () => {
    const url = 'https://pic.example/a.png';
    const lead: Block[] = [{ type: 'image', spans: [span(`![图](${url})`)], url, caption: '流程图' }];
    const hrefs = (document: ReturnType<typeof parsedXml>) =>
      named(document, 'a').map(({ attributes: { href } }) => href);
    expect(hrefs(await read({ lead }))).toContain(url);
    const omitted = await read({ lead }, { pictures: 'omit' });
    expect(hrefs(omitted)).not.toContain(url);
    expect(texts(omitted, 'p').join()).toContain('［流程图］');
  });

  it.each([
    ['zh-Hans', 'zh-CN', 'Microsoft YaHei'],
    ['zh-Hant', 'zh-TW', 'Microsoft JhengHei'],
  ] as const)('%s is in fonts and spelling of %s', async (language, tag, font) => {
    const styles = await part({ language }, 'word/styles.xml');
    expect(named(styles, 'w:lang')[0]!.attributes['w:eastAsia']).toBe(tag);
    expect(named(styles, 'w:rFonts')[0]!.attributes['w:eastAsia']).toBe(font);
  });

  it('tells which page it is', async () => {
    expect(docx.keyOf(await bytesOf({}))).toBe('talk:club-2024-03-15-0123abcd');
    expect(docx.keyOf(await bytesOf({ id: '票&"<-1' }))).toBe('talk:票&"<-1');
  });

  it('is the same as long as the note is', () => {
    const stamps = (fields: Partial<Note>, more: Partial<TargetOptions> = {}) =>
      docx.pages(collected([note(fields)]), { ...options, ...more }, {}).map(({ stamp }) => stamp);
    expect(stamps({ qa })).toEqual(stamps({ qa }));
    expect(stamps({ qa })).not.toEqual(stamps({}));
    expect(stamps({ qa }, { pictures: 'omit' })).not.toEqual(stamps({ qa }));
  });
});
