import { describe, expect, it } from 'vitest';
import { conceptsOf } from '../../../src/language/concepts.js';
import { loadLexicon } from '../../../src/lexicon.js';
import { shipped } from '../../../src/shipped.js';
import { type Rates, rateOf, topicsRates } from '../../../src/stages/topics/rates.js';

describe('概念被编辑选为主题的比率', () => {
  const rates: Rates = { unknown: 0.1, concepts: { refund: 0.3 } };

  it.each([
    ['refund', 0.3],
    ['没有记录的概念取平均', 0.1],
    ['constructor', 0.1],
  ])('%s', (id, rate) => {
    expect(rateOf(id, rates)).toBe(rate);
  });
});

describe('lexicon/topics-rates.json', () => {
  const { unknown, concepts } = shipped<Rates>(topicsRates);

  it('只有词表里的概念', () => {
    const { byId } = conceptsOf(loadLexicon());
    expect(Object.keys(concepts).filter((id) => !byId.has(id))).toEqual([]);
    expect(Object.keys(concepts).length).toBeGreaterThan(0);
  });

  it('比率在 0 和 1 之间，两位小数', () => {
    for (const rate of [unknown, ...Object.values(concepts)]) {
      expect(rate > 0 && rate < 1).toBe(true);
      expect(Number(rate.toFixed(2))).toBe(rate);
    }
  });
});
