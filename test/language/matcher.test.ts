import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/fold.js';
import { matcherOf } from '../../src/language/matcher.js';

const labels = [
  '出口退税',
  '退税',
  '账户',
  '账户管理',
  'P2P存管',
  'POS',
  'FOB',
  'T+0',
  '信息安全',
  '小微企业',
];
const find = matcherOf(labels.map((label) => [label, label] as const));
const found = (text: string) => find(text).map(({ start, end }) => text.slice(start, end));

describe('matcherOf', () => {
  it.each([
    ['出口退税和退税', ['出口退税', '退税']],
    ['出口退稅與帳戶管理', ['出口退稅', '帳戶管理']],
    ['帐户', ['帐户']],
    ['ｐ２ｐ 存管', ['ｐ２ｐ 存管']],
    ['pos机', ['pos']],
    ['Ｔ＋０到账', ['Ｔ＋０']],
    ['🎉账户🎉', ['账户']],
  ])('finds labels in %s', (text, expected) => expect(found(text)).toEqual(expected));

  it.each(['deposit', 'FOBs', 'AT+0', 'T+01', '账 户', '账\n户', '退', 'POS2'])(
    'finds nothing in %s',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );

  it('gives every value of a shared label, in order', () => {
    const [match] = matcherOf<number>([
      ['结算', 1],
      ['結算', 2],
      ['结算', 1],
    ])('资金结算');
    expect(match).toEqual({ start: 2, end: 4, values: [1, 2] });
  });

  it('leaves out labels of one character', () => {
    expect(matcherOf([['税', 1]])('税')).toEqual([]);
  });
});

const piece = fc.constantFrom(
  ...labels,
  '出口',
  '退稅',
  '帳戶',
  'ｐｏｓ',
  'p2p',
  'a',
  '3',
  ' ',
  '\n',
  '😀',
  'é',
  'e\u0301',
  '㈱',
  '\ud800',
  '的',
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);

/** From each place the longest label, by trying them all. */
function naive(text: string): [start: number, end: number][] {
  const folded = fold(text);
  const latin = (unit: string | undefined) => unit !== undefined && /[\p{Script=Latin}\p{N}]/u.test(unit);
  const here: [number, number][] = [];
  for (let i = 0; i < folded.text.length; i++) {
    const fits = labels
      .map((label) => fold(label).text)
      .filter(
        (label) =>
          folded.text.startsWith(label, i) &&
          folded.starts[i]! >= 0 &&
          folded.ends[i + label.length - 1]! >= 0,
      )
      .filter((label) => !(latin(label[0]) && latin(folded.text[i - 1])))
      .filter((label) => !(latin(label.at(-1)) && latin(folded.text[i + label.length])))
      .sort((a, b) => b.length - a.length);
    if (!fits[0]) continue;
    here.push([folded.starts[i]!, folded.ends[i + fits[0].length - 1]!]);
    i += fits[0].length - 1;
  }
  return here;
}

describe('matcherOf, whatever the text', () => {
  it('finds what trying every label finds', () => {
    fc.assert(
      fc.property(text, (text) => {
        expect(find(text).map(({ start, end }) => [start, end])).toEqual(naive(text));
      }),
    );
  });

  it('gives slices that fold to the label, in order and apart', () => {
    fc.assert(
      fc.property(text, (text) => {
        let before = 0;
        for (const { start, end, values } of find(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(fold(text.slice(start, end)).text).toBe(fold(values[0]!).text);
          before = end;
        }
      }),
    );
  });
});
