import { describe, expect, it } from 'vitest';
import type { Element } from 'xml-js';
import { pictureKey } from '../../../src/publish/keys.js';
import type { TargetOptions } from '../../../src/publish/target.js';
import { html } from '../../../src/publish/targets/html.js';
import type { Block, Note, Section } from '../../../src/schema/note.js';
import { paragraph } from '../../markdown/page.js';
import { note, span } from '../../note.js';
import { collected, options, rendered } from '../collection.js';
import { type Found, named, parsedXml } from '../xml.js';

/** A page as a reader of XML finds it: its markup is balanced, and attributes have their quotes. */
function read(page: string): Element {
  expect(page).toMatch(/^<!DOCTYPE html>\n<html lang=/u);
  return parsedXml(page);
}

const file = 'talks/2024-03-15-票据.html';
const source = async (fields: Partial<Note>, options: Partial<TargetOptions> = {}) =>
  (await rendered(html, collected([note(fields)]), options)).get(file)!.content as string;
const page = async (fields: Partial<Note>, options?: Partial<TargetOptions>) =>
  read(await source(fields, options));

const all: (document: Element, tag: string) => Found[] = named;
const texts = (document: Element, tag: string) => all(document, tag).map(({ text }) => text);
const hrefs = (document: Element) => all(document, 'a').map(({ attributes }) => attributes.href);

const section = (title: string, message: number, fields: Partial<Section> = {}): Section => ({
  ...{ marker: '一、', ordinal: 1, title, level: 1, message, span: span(title, message) },
  ...{ origin: 'typed' as const, blocks: [paragraph('背书要连续')], sections: [], ...fields },
});
const picture: Block = {
  type: 'image',
  spans: [span('![图](https://pic.example/a.png)')],
  url: 'https://pic.example/a.png',
  caption: '流程图',
};

describe('a page for reading and printing', () => {
  it('has headings, and an outline that leads to them', async () => {
    const sections = [
      section('票据', 1, { sections: [section('背书', 2, { marker: '1.' })] }),
      section('贴现', 3),
    ];
    const found = await page({ lead: [paragraph('开场')], sections });
    expect(texts(found, 'h1')).toEqual(['票据']);
    expect(texts(found, 'h2')).toEqual(['大纲', '导言', '一、票据', '一、贴现', '来源']);
    expect(texts(found, 'h3')).toEqual(['1. 背书']);
    const anchors = hrefs(found).filter((href) => href?.startsWith('#section'));
    const ids = [...all(found, 'h2'), ...all(found, 'h3')].map((one) => one.attributes.id).filter((id) => id);
    expect(anchors.map((href) => href!.slice(1)).sort()).toEqual(ids.sort());
    const [, , first] = all(found, 'h2');
    expect(first!.attributes.id).toBe('section-1');
  });

  it('has a footnote for each message, which leads there and back', async () => {
    const found = await page({ lead: [paragraph('背书', '贴现')] });
    const [notes] = all(found, 'section');
    expect(notes!.text).toContain('club/2024-03-15-chat.markdown · 消息 2');
    for (const href of hrefs(found)) {
      if (!href?.startsWith('#')) continue;
      const aim = [...all(found, 'li'), ...all(found, 'sup')].filter(
        (one) => one.attributes.id === href.slice(1),
      );
      expect(aim).toHaveLength(1);
    }
  });

  it('has questions, answers and terms', async () => {
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
    expect(texts(await page({ glossary }), 'td')).toEqual(['轧差（净额）', '概念', '', '互抵1']);
    const words = all(await page({ qa }), 'body')[0]!.text;
    expect(words).toContain('问 · 青竹：怎么贴现？');
    expect(words).toContain('答 · 木棉：先背书');
  });

  it.each(['<script>alert(1)</script>', '"><img src=x onerror=y>', "a' b&amp;lt;", ']]>', '</style></p>'])(
    'shows %s as words',
    async (text) => {
      const found = await page({ title: text, lead: [paragraph(text)] });
      expect(all(found, 'script')).toEqual([]);
      expect(all(found, 'img')).toEqual([]);
      expect(texts(found, 'h1')).toEqual(texts(found, 'title'));
    },
  );

  it('leads to the web only, and loads nothing', async () => {
    const text = '[a](javascript:alert(1)) [b](./c.html) https://a.example/?x=1&y=2 [d](//e.example)';
    const found = await page({ lead: [paragraph(text)] });
    expect(hrefs(found).filter((href) => !href?.startsWith('#'))).toEqual([
      '../index.html',
      'https://a.example/?x=1&y=2',
    ]);
    const [policy] = all(found, 'meta').filter((one) => one.attributes['http-equiv']);
    expect(policy!.attributes.content).toContain("default-src 'none'");
  });

  it('links pictures, or names them', async () => {
    const link = await page({ lead: [picture] });
    expect(hrefs(link)).toContain('https://pic.example/a.png');
    expect(all(link, 'img')).toEqual([]);
    const omit = await page({ lead: [picture] }, { pictures: 'omit' });
    expect(hrefs(omit)).not.toContain('https://pic.example/a.png');
    expect(all(omit, 'body')[0]!.text).toContain('［流程图］');
  });

  it('shows pictures that stand beside it, and loads nothing else', async () => {
    const [talk] = html.pages(collected([note({ lead: [picture] })]), options, {});
    const fetched = 'pictures/0a.png';
    const names: Record<string, string> = { [talk!.key]: file, [pictureKey(picture.url!)]: fetched };
    const found = read((await talk!.render((key) => names[key])) as string);
    expect(all(found, 'img').map(({ attributes }) => attributes)).toEqual([
      { src: '../pictures/0a.png', alt: '流程图' },
    ]);
    const policyOf = (document: Element) =>
      all(document, 'meta').find((one) => one.attributes['http-equiv'])!.attributes.content;
    expect(policyOf(found)).toMatch(/^default-src 'none'; .*; img-src 'self' file:$/u);
    expect(policyOf(await page({ lead: [picture] }))).not.toContain('img-src');
  });

  it('has lists, code, quotes and tables as such', async () => {
    const lead: Block[] = [
      { type: 'code', spans: [span('```\nif (a < b) {}\n```')] },
      { type: 'quote', spans: [span('> 见票即付')] },
      { type: 'table', spans: [span('| 票 | 期 |\n|---|---|\n| 汇票 | 6 |')] },
      {
        type: 'list',
        spans: [span('2. 甲')],
        items: [
          { marker: '2.', span: span('甲') },
          { marker: '3.', span: span('乙') },
        ],
      },
    ];
    const found = await page({ lead });
    expect(texts(found, 'code')).toEqual(['if (a < b) {}']);
    expect(texts(found, 'td')).toEqual(['汇票', '6']);
    expect(all(found, 'ol')[0]!.attributes.start).toBe('2');
    expect(all(found, 'blockquote')).toHaveLength(1);
  });

  it('tells which page it is, and its language', async () => {
    const made = await source({ language: 'zh-Hant' });
    expect(html.keyOf(made)).toBe('talk:club-2024-03-15-0123abcd');
    expect(all(read(made), 'html')[0]!.attributes.lang).toBe('zh-Hant');
    expect(html.keyOf('<!DOCTYPE html><title>x</title>')).toBeUndefined();
  });

  it('is listed', async () => {
    const pages = await rendered(html, collected([note()]));
    expect([...pages.keys()]).toEqual([file, 'index.html']);
    const index = read(pages.get('index.html')!.content as string);
    expect(hrefs(index).map((href) => decodeURIComponent(href!))).toEqual([file]);
  });
});
