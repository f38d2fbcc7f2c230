import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  address,
  anywhere,
  external,
  heading,
  inline,
  link,
  preformatted,
  redirect,
  table,
  template,
} from '../../../src/publish/mediawiki/wikitext.js';
import { hostileText } from './hostile.js';
import { wordsIn } from './seen.js';

describe('text in wikitext', () => {
  it.each([
    ['结汇要在 20:00 前，费率 0.5%', '结汇要在 20:00 前，费率 0.5%'],
    ["don't a_b, a/b; c = d", "don't a_b, a/b; c = d"],
    ['{{模板}}', '&#123;&#123;模板&#125;&#125;'],
    ['* 甲\n* 乙', '&#42; 甲<br />&#42; 乙'],
    ['__NOTOC__', '&#95;&#95;NOTOC&#95;&#95;'],
    ['RFC 2616', 'RF&#67; 2616'],
    ['tel:110', 'tel&#58;110'],
    ['a\u0000b', 'a b'],
  ])('%j is written %j', (text, written) => expect(inline(text)).toBe(written));

  it.each([
    ['a=b: "c"; \'d\'', 'a&#61;b&#58; &#34;c&#34;&#59; &#39;d&#39;'],
    ['&lt; <', '&amp;lt&#59; &#60;'],
    ['甲\n乙\r丙\u2028丁', '甲<br />乙 丙 丁'],
  ])('%j is written %j where a template puts it', (text, written) => expect(anywhere(text)).toBe(written));

  it('holds no mark that could act, and none that what stands around could make act', () =>
    fc.assert(
      fc.property(hostileText, (text) => {
        const written = inline(text).replaceAll('<br />', '\n');
        expect(written).not.toMatch(/[<>[\]{}|~]|''|__|&(?!(?:amp|#\d+);)|[A-Za-z]:\S/u);
        expect(written).not.toMatch(/(?:^|\n)(?:[*#:;=! ]|-|\p{M})|[='_]$/u);
        expect(written.normalize('NFC')).toBe(written);
      }),
      { seed: 11, numRuns: 500 },
    ));

  it('reads as what was typed', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const printable = text
          .replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
          .replace(
            /[^\P{Cc}\n]|\p{Surrogate}|\p{Noncharacter_Code_Point}|[\u202a-\u202e\u2066-\u2069\ufeff]/gu,
            ' ',
          );
        expect(wordsIn(inline(text))).toBe(printable.normalize('NFC'));
      }),
      { seed: 12, numRuns: 500 },
    ));
});

describe('nodes of a page', () => {
  it.each([
    [heading(2, '一、\n费用='), '== 一、 费用&#61; =='],
    [heading(9, '深'), '====== 深 ======'],
    [link('甲', '[乙|'), '[[:甲|&#91;乙&#124;]]'],
    [external('https://a.example/', '说明'), '[https://a.example/ 说明]'],
    [external('javascript:x', '说明'), '说明'],
    [template('讲录导航', { 讲者: '甲', 主持: '' }), '{{讲录导航\n| 讲者 = 甲\n}}'],
    [table([['甲'], ['乙']]), '{| class="wikitable"\n! 甲\n|-\n| 乙\n|}'],
    [preformatted(' a\n\tb<'), '<pre>\n&#32;a\n&#32;   b&#60;\n</pre>'],
    [redirect('乙'), '#REDIRECT [[乙]]'],
  ])('%j', (written, expected) => expect(written).toBe(expected));

  it.each(['//a.example', 'ftp://a.example', 'https:///a', 'https://a b/', 'data:text/html,x', ''])(
    '%j is no address to follow',
    (url) => expect(address(url)).toBeUndefined(),
  );
});
