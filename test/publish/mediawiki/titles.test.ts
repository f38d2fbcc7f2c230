import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capital, titlePart } from '../../../src/publish/mediawiki/titles.js';

describe('parts of titles', () => {
  it.each([
    ['跨境收款与结汇', '跨境收款与结汇'],
    ['  甲_乙\u3000丙\n丁 ', '甲 乙 丙 丁'],
    ['Category:甲', 'Category：甲'],
    [':甲', '：甲'],
    ['甲#乙<丙>[丁]|{戊}', '甲＃乙＜丙＞［丁］｜｛戊｝'],
    ['甲/../乙', '甲／..／乙'],
    ['..', '．．'],
    ['~~~~', '～～～～'],
    ['5%40 100% A&amp;B R&D', '5％40 100% A＆amp;B R&D'],
    ['甲\u200e乙', '甲乙'],
    ['\u0000', ''],
  ])('%j gives %j', (text, title) => expect(titlePart(text)).toBe(title));

  it('keeps within the bound, and cuts no character', () => {
    expect(titlePart('甲'.repeat(100))).toBe('甲'.repeat(85));
    expect(titlePart('甲'.repeat(100), 20)).toBe('甲'.repeat(78));
    expect(titlePart(`${'甲'.repeat(80)}👩‍👩‍👧`)).toBe('甲'.repeat(80));
  });

  it('gives what it was given, once it is a title', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const title = titlePart(text);
        expect(titlePart(title)).toBe(title);
        expect(Buffer.byteLength(title)).toBeLessThanOrEqual(255);
      }),
      { seed: 3, numRuns: 500 },
    ));

  it.each([
    ['swift', 'Swift'],
    ['甲', '甲'],
    ['ßa', 'ßa'],
    ['', ''],
  ])('%j begins as %j', (title, spelled) => expect(capital(title)).toBe(spelled));
});
