import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldedText } from '../../src/language/fold.js';

describe('fold', () => {
  it.each([
    ['帳戶', '账户'],
    ['帐户', '账户'],
    ['ＰＯＳ機', 'pos机'],
    ['P2P 存管', 'p2p存管'],
    ['存管 存管', '存管 存管'],
    ['bill of lading', 'bill of lading'],
    ['㈱', '(株)'],
    ['e\u0301', 'é'],
  ])('folds %s to %s', (text, expected) => expect(fold(text).text).toBe(expected));

  it('keeps offsets into the original', () => {
    const text = 'Ｐ２Ｐ 帳戶';
    const { starts, ends } = fold(text);
    expect(text.slice(starts[3]!, ends[4]!)).toBe('帳戶');
  });

  it('has one start and end for each unit, ascending', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { text: folded, starts, ends } = fold(text);
        expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
        const places = starts.filter((start) => start >= 0);
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });

  it('is the fold of each character with its marks, put together', () => {
    const some = fc.constantFrom(
      '账',
      '帐',
      '帳',
      'Ａ',
      'b',
      ' ',
      '\u3000',
      '1',
      '㈱',
      '\u0301',
      '\ud842',
      '\udfb7',
      '豈',
    );
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const clusters = text.match(/\P{M}\p{M}*|\p{M}+/gsu) ?? [];
        const spaced = (at: string) => /^[ \u3000]$/.test(at);
        const whole = clusters.map((one) => (spaced(one) ? ' ' : fold(one).text)).join('');
        expect(fold(text).text.replaceAll(' ', '')).toBe(whole.replaceAll(' ', ''));
        expect(foldedText(text)).toBe(fold(text).text);
      }),
    );
  });
});

describe('halves of characters', () => {
  it('leave the folding of whole ones as it is', () => {
    expect(foldedText('\ud835')).toBe('\ud835');
    expect(foldedText('𝐀𝐁')).toBe('ab');
    expect(foldedText('\udc00 与 𝐀')).toBe('\udc00 与 a');
  });
});
