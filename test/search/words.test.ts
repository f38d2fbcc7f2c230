import { describe, expect, it } from 'vitest';
import { foldedText } from '../../src/language/fold.js';
import { nameKey } from '../../src/language/grams.js';
import { atomsOf, divide, isHollow, isLone, possibleNames } from '../../src/search/words.js';
import type { Named } from '../../src/store/store.js';

const known = ['信用风险', '信用证', 'L/C', 'credit risk', '外综服'];
const names = new Map<string, Named[]>(
  known.map((label) => [nameKey(label), [{ name: nameKey(label), concept: label, labels: [label] }]]),
);

const divided = (typed: string) =>
  divide(atomsOf(foldedText(typed)), names).map(
    ({ text, known }) => `${text}${{ name: '!', word: '', loose: '?' }[known]}`,
  );

describe('words of a query', () => {
  it.each<[typed: string, units: string[]]>([
    ['信用风险', ['信用风险!']],
    ['信用风险管理', ['信用风险!', '管理']],
    ['信用 风险', ['信用 风险!']],
    ['credit risk', ['credit risk!']],
    ['Credit  Risk 管理', ['credit risk!', '管理']],
    ['LC', ['lc!']],
    ['L/C', ['l c!']],
    ['信用證怎么开', ['信用证!', '怎么', '开?']],
    ['支付 清算', ['支付', '清算']],
    ['溴钷', ['溴钷?']],
    ['P2P存管', ['p2p?', '存管']],
    ['税', ['税?']],
  ])('%s', (typed, units) => {
    expect(divided(typed)).toEqual(units);
  });

  it('keeps every character of what was typed, whatever it is', () => {
    const typed = '税务ABC 风险管理x信用证2018年';
    expect(
      nameKey(
        divide(atomsOf(foldedText(typed)), names)
          .map(({ text }) => text)
          .join(''),
      ),
    ).toBe(nameKey(typed));
  });

  it('names words that ask, and lone characters', () => {
    expect(['怎么', '什么是', 'the'].every(isHollow)).toBe(true);
    expect(['风险', '信用证'].some(isHollow)).toBe(false);
    expect([isLone({ text: '税' }), isLone({ text: '税务' }), isLone({ text: 'x' })]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('looks for names of any row of atoms, each once', () => {
    expect(possibleNames(atomsOf('信用 lc'))).toEqual(['信', '信用', '信用lc', '用', '用lc', 'lc']);
  });
});
