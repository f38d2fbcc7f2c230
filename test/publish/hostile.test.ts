import fc from 'fast-check';
import type { Link } from 'mdast';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/schema/note.js';
import { found, headings, paragraph, read } from '../markdown/page.js';
import { span } from '../note.js';

describe('what members typed', () => {
  it.each([
    ['[鼓掌]好[鼓掌]', '好'],
    ['1&amp;amp;gt;2', '1>2'],
    ['@阿坤\u2005请看', '阿坤 请看'],
    ['问@阿坤 好', '问阿坤 好'],
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
        '[a](javascript:alert(1)) [b](https://b.example) 见https://c.example/d，(https://f.example/g). [e](data:text/html,x)',
      ),
    );
    expect(found<Link>(tree, 'link').map((node) => node.url)).toEqual([
      'https://b.example',
      'https://c.example/d',
      'https://f.example/g',
    ]);
    const image: Block = {
      type: 'image',
      spans: [span('![x](javascript:y)')],
      url: 'javascript:y',
      caption: 'x',
    };
    expect(found(read(image).tree, 'image')).toEqual([]);
  });
});
