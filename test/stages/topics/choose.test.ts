import { describe, expect, it } from 'vitest';
import { conceptsOf } from '../../../src/language/concepts.js';
import { loadLexicon } from '../../../src/lexicon.js';
import { newCandidate } from '../../../src/stages/topics/candidate.js';
import { chosenOf, type Ranked } from '../../../src/stages/topics/choose.js';

const concepts = conceptsOf(loadLexicon());
const byLabel = new Map([...concepts.byId.values()].map((concept) => [concept.prefLabel, concept]));

/** 候选词，从最可能的起；`titled` 是标题里有的。 */
const ranked = (labels: string[], titled: string[] = [], everyday: string[] = []): Ranked[] =>
  labels.map((label, i) => {
    const concept = byLabel.get(label);
    const candidate = newCandidate({
      id: concept?.id ?? `text:${label}`,
      label,
      concept,
      words: [label],
      tags: [],
    });
    if (titled.includes(label)) candidate.count.title = 1;
    return { candidate, features: {}, score: 0.9 - i * 0.01, everyday: everyday.includes(label) };
  });

const chosen = (labels: string[], titled?: string[]) =>
  chosenOf(ranked(labels, titled), concepts).map(({ candidate }) => candidate.label);

describe('选出的主题', () => {
  it.each([
    ['支付', '跨境支付'],
    ['风险', '信用风险'],
    ['贷款', '小额贷款'],
  ])('光秃秃的 %s 不与 %s 并列', (bare, telling) => {
    expect(chosen([telling, bare])).toEqual([telling]);
    expect(chosen([bare, telling])).toEqual([telling]);
  });

  it('日常的话不选，哪怕最像', () => {
    const list = ranked(['整体步骤', '仓单', '保理'], ['整体步骤'], ['整体步骤']);
    list[0]!.candidate.subject.title = true;
    expect(chosenOf(list, concepts).map(({ candidate }) => candidate.label)).toEqual(['仓单', '保理']);
  });

  it('满八个以后，光秃秃的也让位', () => {
    const others = ['保理', '退款', '信用证', '一般贸易', '出口退税', '对账', '清算'];
    expect(chosen([...others, '风险', '信用风险'])).toEqual([...others, '信用风险']);
  });

  it('标题说了的，概括的也留下', () => {
    expect(chosen(['信用风险', '风险'], ['风险'])).toEqual(['信用风险', '风险']);
  });

  it('上位概念另有名称的，与下位概念并列，排在后面', () => {
    expect(chosen(['供应链金融', '保理'])).toEqual(['保理', '供应链金融']);
    expect(chosen(['供应链金融', '保理'], ['供应链金融'])).toEqual(['供应链金融', '保理']);
  });

  it('至多八个', () => {
    expect(chosen(['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬'])).toHaveLength(8);
  });
});
