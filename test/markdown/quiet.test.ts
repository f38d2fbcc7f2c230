import fc from 'fast-check';
import type { Heading, Paragraph, PhrasingContent, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { isQuiet } from '../../src/markdown/quiet.js';

const writer = unified().use(remarkGfm).use(remarkStringify, { bullet: '-' });
const written = (node: RootContent) => writer.stringify({ type: 'root', children: [node] }).slice(0, -1);

const words = (value: string): PhrasingContent => ({ type: 'text', value });
const link: PhrasingContent = { type: 'link', url: 'a', children: [words('税')] };
const paragraph = (children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });
const heading = (value: string): Heading => ({ type: 'heading', depth: 2, children: [words(value)] });

const piece = fc.constantFrom(
  ...['税', '说明', 'a', 'W', 'www', 'http', '7', ' ', '\n', '，', '「', '-', '+', '*', '_', '~', '`', '>'],
  ...['=', ':', '.', '@', '!', '[', ']', '(', ')', '<', '&', '\\', '#', '"', "'", '/', '?', '%', ',', ';'],
);
const text = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));

describe('isQuiet', () => {
  it.each(['税', '7天', '退税 7.5% (3-5天), ok?', 'note.md 2018-01-08 a/b'])('lets %s pass', (value) =>
    expect(isQuiet(value, false)).toBe(true),
  );

  it.each([
    '7. 退税',
    '- 退税',
    '退税 ',
    '*退税*',
    '[退税]',
    'a_b',
    'www.a',
    'a@b',
    'a:b',
    '<b>',
    '&amp;',
    '退税\n结汇',
  ])('has %s looked through', (value) => expect(isQuiet(value, false)).toBe(false));

  it.each([' ', '7. 退税', ' · ', ' — 3', '2018-01-08 '])('lets %s pass within a line', (value) =>
    expect(isQuiet(value, true, { before: '退', after: '[' })).toBe(true),
  );

  it.each(['(退税)', '.a', ' _', '- 税', ' \n税'])('has %s looked through within a line, too', (value) =>
    expect(isQuiet(value, true, { before: ']', after: '[' })).toBe(false),
  );

  it('lets only pass what stays as it is', () => {
    fc.assert(
      fc.property(text, (value) => {
        const sides = { before: ')', after: '[' };
        if (isQuiet(value, true, sides))
          expect(written(paragraph([link, words(value), link]))).toBe(`[税](a)${value}[税](a)`);
        if (isQuiet(value, true, { before: 'W', after: '\n' }))
          expect(written(paragraph([words('W'), words(value)]))).toBe(`W${value}`);
        if (!isQuiet(value, true)) return;
        expect(written(paragraph([words(value)]))).toBe(value);
        expect(written(paragraph([link, words(value), link]))).toBe(`[税](a)${value}[税](a)`);
        if (isQuiet(value, false)) expect(written(heading(value))).toBe(`## ${value}`);
      }),
      { numRuns: 5000 },
    );
  });
});
