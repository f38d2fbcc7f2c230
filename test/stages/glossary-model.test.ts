import { describe, expect, it } from 'vitest';
import { simplify } from '../../src/language/fold.js';
import { type Model, probability } from '../../src/models/logistic.js';
import { shipped } from '../../src/shipped.js';
import { chosen, glossaryModel, rankedTerms } from '../../src/stages/glossary/choose.js';
import { knowledgeOf } from '../../src/stages/glossary/knowledge.js';
import { lectureOf, lexicon } from './glossary-lecture.js';

describe('术语的把握', () => {
  const knowledge = knowledgeOf(lexicon);
  const ranked = (texts: string[]) => {
    const { tree, talk } = lectureOf(texts);
    return rankedTerms(tree, talk, knowledge, shipped<Model>(glossaryModel));
  };

  it('每个术语有 0 到 1 的把握，就是模型对其特征的判断', () => {
    const terms = ranked(['预付仓单是指仓库在货到之前开出的提货凭证。', '好处：接入快，成本低']);
    expect(terms.length).toBeGreaterThan(0);
    for (const { score, features } of terms) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThan(1);
      expect(score).toBe(probability(features, shipped<Model>(glossaryModel)));
      expect(Object.values(features).every(Number.isFinite)).toBe(true);
    }
  });

  it('说出定义的比顺带一提的把握大', () => {
    const score = (text: string) => ranked([text]).find((term) => term.text === '预付仓单')?.score ?? 0;
    expect(score('预付仓单是指仓库在货到之前开出的提货凭证。')).toBeGreaterThan(
      score('这一步我们交给“预付仓单”去做'),
    );
  });

  it('权重加上小树', () => {
    const model = { bias: 0, weights: { a: 1 }, trees: [['b', 0.5, -1, 2] as const] };
    expect(probability({}, model)).toBeCloseTo(1 / (1 + Math.exp(1)));
    expect(probability({ a: 1, b: 1 }, model)).toBeCloseTo(1 / (1 + Math.exp(-3)));
  });

  it('逗号后才说起的风险不是自成一段的风险类型', () => {
    const kept = (text: string) => chosen(ranked([text]), 1).map((term) => term.text);
    expect(kept('1）货权重复质押的风险。同一批货被抵押给两家，处置时说不清归谁。')).toEqual([
      '货权重复质押的风险',
    ]);
    expect(kept('货权重复质押的风险，下面摘一段别人写过的话给各位听听')).toEqual([]);
  });
});

describe('simplify', () => {
  it.each([
    ['儲值支付工具', '储值支付工具'],
    ['帐户', '账户'],
    ['A&B 😀', 'A&B 😀'],
  ])('%s → %s', (text, expected) => {
    expect(simplify(text)).toBe(expected);
    expect(simplify(text)).toHaveLength(text.length);
  });
});
