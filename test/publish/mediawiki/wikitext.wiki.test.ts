import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import {
  external,
  footnote,
  heading,
  inline,
  link,
  preformatted,
  table,
  template,
} from '../../../src/publish/mediawiki/wikitext.js';
import { hostile, hostileText } from './hostile.js';
import { elementsIn, shown, wordsIn } from './seen.js';
import { describeWiki } from './wiki.js';

/** Where a text may stand on a page, the elements that the place itself gives, and what it links to or embeds. */
const places: [name: string, wrap: (text: string) => string, made: string, touched: string[]][] = [
  ['a paragraph', (text) => inline(text), 'p', []],
  ['an item', (text) => `* ${inline(text)}`, 'ul li', []],
  ['a heading', (text) => heading(3, text), 'h3 span', []],
  ['the label of a link', (text) => link('首页', text), 'p a', ['首页']],
  ['the label of an address', (text) => external('https://a.example/', text), 'p a', ['https://a.example/']],
  ['a cell', (text) => table([[''], [inline(text)]]), 'table tbody tr th td', []],
  ['a parameter', (text) => template('回声', { 文: inline(text) }), 'p', ['模板:回声']],
  ['lines of a program', (text) => preformatted(text), 'pre', []],
];

/** Texts of a page, at most. */
const together = 80;

describeWiki('wikitext, as MediaWiki reads it', (own) => {
  beforeAll(() => own.wiki.as('person', { action: 'edit', title: '模板:回声', text: '{{{文|}}}' }));

  const generated = fc.sample(hostileText, { seed: 7, numRuns: 300 });
  const texts = [...hostile.map(([, text]) => text), ...generated].filter((text) => shown(text) !== '');
  const pages = Array.from({ length: Math.ceil(texts.length / together) }, (_, i) =>
    texts.slice(i * together, (i + 1) * together),
  );

  it.each(places)(
    'in %s every text stands as it was typed, and nothing acts',
    async (name, wrap, made, touched) => {
      for (const page of pages) {
        const parted = page.map((text) => `<div class="part"></div>\n\n${wrap(text)}\n\n`).join('');
        const { html, links, others } = await own.wiki.parse(parted);
        expect(new Set([...links, ...others])).toEqual(new Set(touched));
        const parts = html.split('<div class="part"></div>').slice(1);
        expect(parts.map((part) => shown(wordsIn(part)))).toEqual(
          page.map((text) => shown(text, name === 'a heading' ? ' ' : '\n')),
        );
        const allowed = new Set([...made.split(' '), 'br']);
        expect(parts.flatMap(elementsIn).filter((element) => !allowed.has(element))).toEqual([]);
      }
    },
  );

  it('follows addresses of the web only, and just as they are', async () => {
    const addresses = [
      'https://a.example/x_y?a=1&lt=2&copy;=3#z',
      'http://b.example/__NOTOC__/~~~~/[x]|{{y}}?q="1"\'\'',
      'https://例子.example/路径',
      'javascript:alert(1)',
      'https://',
      '//c.example',
    ];
    const { html, others } = await own.wiki.parse(
      addresses.map((url) => `* ${external(url, url)}`).join('\n'),
    );
    expect([...html.matchAll(/href="([^"]*)"/gu)].map(([, href]) => href)).toEqual([
      'https://a.example/x_y?a=1&amp;lt=2&amp;copy;=3#z',
      'http://b.example/%5F%5FNOTOC%5F%5F/%7E%7E%7E%7E/%5Bx%5D%7C%7B%7By%7D%7D?q=%221%22%27%27',
      'https://xn--fsqu00a.example/%E8%B7%AF%E5%BE%84',
    ]);
    expect(others).toHaveLength(3);
    expect(wordsIn(html).trim().split(/\n+/u)).toEqual(addresses);
  });

  it('makes footnotes that are given once and named again', async () => {
    const page = `甲${footnote('m1', 'a/b.md · 消息 <1>')}乙${footnote('m1')}\n\n<references />`;
    const { html } = await own.wiki.parse(page);
    expect(wordsIn(html)).toContain('a/b.md · 消息 <1>');
    expect(html).not.toContain('error');
    expect(html.match(/class="reference"/gu)).toHaveLength(2);
  });
});
