import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, tag } from '../../src/language/segmenter.js';

describe('tag', () => {
  it('gives words with their places and kinds', () => {
    expect(tag('信用风险，退税')).toEqual([
      { word: '信用风险', tag: 'n', start: 0, end: 4 },
      { word: '，', tag: 'x', start: 4, end: 5 },
      { word: '退税', tag: 'v', start: 5, end: 7 },
    ]);
  });

  it('gives slices of the text, in order', () => {
    const piece = fc.constantFrom('账户', '支付', '😀', '\ud800', '\0', ' ', '\n', 'POS', '𠀀', '的');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (parts) => {
        const text = parts.join('');
        let before = 0;
        for (const { word, start, end } of tag(text)) {
          expect(text.slice(start, end)).toBe(word);
          expect(start).toBeGreaterThanOrEqual(before);
          before = end;
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('cut', () => {
  it('gives the same words each time', () => {
    expect(cut('供应链金融')).toEqual(['供应链', '金融']);
    expect(cut('供应链金融')).toEqual(cut('供应链金融'));
  });
});
