import { describe, expect, it } from 'vitest';
import { clauseOf, clauseOfAll, readingsOf, rowsOf, type Want } from '../../src/search/readings.js';

const want = (...texts: string[]): Want => ({
  text: texts[0]!,
  required: true,
  readings: texts.map((text) => ({ why: 'text', weight: 1, texts: [text] })),
});

describe('readings of a word', () => {
  it('has the names of its concepts, and its words where they were typed apart', () => {
    const names = [
      { name: 'creditrisk', concept: 'credit-risk', labels: ['信用风险', '信用風險', 'Credit Risk'] },
    ];
    const readings = readingsOf({ text: 'credit risk', names });
    expect(readings.map(({ why, texts }) => `${why} ${texts.join('+')}`)).toEqual([
      'text credit risk',
      'synonym 信用风险',
      'apart credit+risk',
    ]);
  });
});

describe('rows of tokens', () => {
  it.each<[text: string, rows: string[][]]>([
    ['信用风险', [['信用', '用风', '风险']]],
    ['税', [['税']]],
    ['kyc流程', [['kyc', '流程']]],
    ['vat 税', [['vat'], ['税']]],
    ['credit risk', [['credit', 'risk']]],
    ['！', []],
  ])('%s', (text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });
});

describe('conditions', () => {
  it.each<[wants: Want[], how: 'all' | 'any', clause: unknown]>([
    [[want('税务')], 'all', { row: ['税务'] }],
    [[want('税务', '课税')], 'all', { any: [{ row: ['税务'] }, { row: ['课税'] }] }],
    [[want('税务'), want('风险')], 'any', { any: [{ row: ['税务'] }, { row: ['风险'] }] }],
    [
      [want('税务'), { ...want('增值'), not: true }],
      'all',
      { clause: { row: ['税务'] }, without: { row: ['增值'] } },
    ],
    [[{ ...want('增值'), not: true }], 'all', undefined],
    [[want('！')], 'all', undefined],
  ])('%j', (wants, how, clause) => {
    expect(clauseOfAll(wants, how)).toEqual(clause);
  });

  it('keeps to the fields of each reading, else to those given', () => {
    const [own, other] = want('税务', '课税').readings;
    expect(
      clauseOf({ ...want('税务'), readings: [{ ...own!, fields: ['term'] }, other!] }, ['heading']),
    ).toEqual({
      any: [
        { row: ['税务'], fields: ['term'] },
        { row: ['课税'], fields: ['heading'] },
      ],
    });
    expect(clauseOf(want('税务'), ['heading'])).toEqual({ row: ['税务'], fields: ['heading'] });
  });
});
