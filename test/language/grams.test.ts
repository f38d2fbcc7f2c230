import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldedText } from '../../src/language/fold.js';
import { charactersOf, gramsOf, latinWordsOf } from '../../src/language/grams.js';
import { linesOf } from '../../src/language/lines.js';

const piece = fc.constantFrom(
  '信',
  '證',
  'Ａ',
  'é',
  'e\u0301',
  ' ',
  '\u3000',
  '😀',
  '\ud83d',
  'ﬁ',
  '\u200b',
  '2',
  '\n',
);
const text = fc.oneof(
  fc.array(piece).map((all) => all.join('')),
  fc.string({ unit: 'binary' }),
);

describe('tokens of a text', () => {
  it.each([
    ['信用证', ['信用', '用证']],
    ['LC信用證', ['lc', '信用', '用证']],
    ['账，Ｐ２Ｐ 存管', ['账', 'p2p', '存管']],
    ['𠮷野家', ['𠮷野', '野家']],
    ['', []],
    ['！？', []],
  ])('%s', (text, grams) => expect(gramsOf(text)).toEqual(grams));

  it('gives each Chinese character once', () => {
    expect(charactersOf('帳戶與账户 LC')).toEqual(['账', '户', '与']);
  });

  it('cuts words that nobody types', () => expect(gramsOf('a'.repeat(99))).toEqual(['a'.repeat(64)]));

  it('folds by table as it folds with places', () => {
    fc.assert(
      fc.property(text, (one) => foldedText(one) === fold(one).text),
      { numRuns: 2000 },
    );
  });

  it('gives the same tokens in lines', () => {
    fc.assert(
      fc.property(text, (one) => {
        const { grams, characters, words } = linesOf(one, 'b');
        expect(grams.split(' ').filter(Boolean)).toEqual(gramsOf(one));
        expect(characters.split(' ').filter(Boolean)).toEqual(charactersOf(one).map((each) => `b${each}`));
        expect(latinWordsOf(words)).toEqual(latinWordsOf(gramsOf(one)));
      }),
      { numRuns: 2000 },
    );
  });
});
