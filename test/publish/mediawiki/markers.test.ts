import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { find, isMarked, replace, wrap } from '../../../src/publish/mediawiki/markers.js';

const page = `人写的\n${wrap('talk:club-1', '== 正文 ==\n甲')}\n[[Category:人加的]]`;

describe('the generated part of a page', () => {
  it('is found, and what people put around it', () => {
    expect(find(page)).toEqual({
      key: 'talk:club-1',
      before: '人写的\n',
      generated: '== 正文 ==\n甲',
      after: '\n[[Category:人加的]]',
      intact: true,
    });
  });

  it('alone is replaced', () => {
    expect(replace(page, '乙')).toBe(`人写的\n${wrap('talk:club-1', '乙')}\n[[Category:人加的]]`);
    expect(replace(page, '== 正文 ==\n甲')).toBe(page);
  });

  it.each([
    ['里面改了一个字', page.replace('甲', '改'), false],
    ['里面加了一行', page.replace('甲', '甲\n乙'), false],
    ['里面全删了', page.replace('== 正文 ==\n甲', ''), false],
    ['前面加了字', `再加\n${page}`, true],
    ['换行变了', page.replaceAll('\n', '\r\n'), true],
    ['末尾的空白没了', `${wrap('talk:a', '甲\n\n')}`, true],
  ])('tells whether people wrote in it: %s', (_, text, intact) => expect(find(text)?.intact).toBe(intact));

  it.each([
    ['没有记号', '人写的'],
    ['只剩开头', page.replace('<!-- jianglu:end -->', '')],
    ['只剩结尾', page.replace(/<!-- jianglu:begin.*/u, '')],
    ['两份', `${page}\n${page}`],
    ['两个结尾', `${page}\n<!-- jianglu:end -->`],
    ['结尾在前', '<!-- jianglu:end -->\n甲\n<!-- jianglu:begin talk:a sha256=0 -->\n'],
    ['摘要被改', page.replace(/sha256=[0-9a-f]{8}/u, 'sha256=')],
    ['记号被改写', page.replace('<!-- jianglu:end', '<!-- jianglu: end')],
    ['多出半个记号', `${page}<!--jianglu:begin`],
  ])('nothing is rewritten where nobody can say what is whose: %s', (_, text) => {
    expect(find(text)).toBeUndefined();
    expect(replace(text, '乙')).toBeUndefined();
  });

  it('names its key so that people can read it', () => {
    expect(wrap('speaker:林知远 --> 杭州', '')).toContain('begin speaker:林知远%20%2D-%3E%20杭州 sha256');
  });

  it('of a page that leads elsewhere is its first line', () => {
    const redirect = wrap('redirect:结汇', '#REDIRECT [[结售汇]]');
    expect(redirect).toMatch(
      /^#REDIRECT \[\[结售汇\]\]\n<!-- jianglu:redirect redirect:结汇 sha256=\S+ -->$/u,
    );
    expect(find(redirect)).toMatchObject({
      key: 'redirect:结汇',
      generated: '#REDIRECT [[结售汇]]',
      intact: true,
    });
    expect(find(redirect.replace('结售汇', '别处'))?.intact).toBe(false);
    expect(find('#REDIRECT [[结售汇]]')).toBeUndefined();
    expect(replace(`${redirect}\n人加的`, '#REDIRECT [[乙]]')).toBe(
      `${wrap('redirect:结汇', '#REDIRECT [[乙]]')}\n人加的`,
    );
  });

  it('is seen even where it is damaged', () => {
    expect(isMarked('甲 <!-- Jianglu:begin')).toBe(true);
    expect(isMarked('甲 <!-- jiang')).toBe(false);
  });

  it('of any key and any text between any others is found again', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), (key, generated, around) => {
        fc.pre(key !== '' && ![generated, around].some(isMarked));
        const whole = `${around}\n${wrap(key, generated)}\n${around}`;
        const found = find(whole);
        expect(found).toMatchObject({ key, intact: true, before: `${around}\n`.replace(/\r\n?/gu, '\n') });
        expect(/^<!--(.*)-->$/mu.exec(wrap(key, ''))?.[1]).not.toMatch(/--|[<>]|~~/u);
      }),
      { seed: 5, numRuns: 300 },
    ));
});
