import { describe, expect, it } from 'vitest';
// @ts-expect-error tools are plain JavaScript
import { headingTruth, matched, pairTruth } from '../../tools/calibration/cases.mjs';
// @ts-expect-error tools are plain JavaScript
import { brier, calibrationError, fitCalibrator, reliability } from '../../tools/calibration/fit.mjs';

const said = (p: number, right: number, wrong: number) => [
  ...Array<object>(right).fill({ p, truth: true }),
  ...Array<object>(wrong).fill({ p, truth: false }),
];

describe('校准误差', () => {
  it('说七成、对七成，没有误差', () => {
    expect(calibrationError(said(0.7, 7, 3), 1)).toBeCloseTo(0);
  });

  it('说九成、对七成，差两成', () => {
    expect(calibrationError(said(0.9, 7, 3), 1)).toBeCloseTo(0.2);
  });

  it('一高一低不互相抵消', () => {
    const both = [...said(0.3, 5, 5), ...said(0.7, 5, 5)];
    expect(calibrationError(both, 2)).toBeCloseTo(0.2);
    expect(calibrationError(both, 1)).toBeCloseTo(0);
  });

  it('布里尔分是差的平方的平均', () => {
    expect(brier(said(0.8, 1, 1))).toBeCloseTo((0.04 + 0.64) / 2);
  });

  it('按概率分段数，一也在里面', () => {
    const rows = reliability([...said(0.2, 1, 3), ...said(1, 2, 0)], [0, 0.5, 1]);
    expect(rows).toEqual([
      { from: 0, to: 0.5, count: 4, said: 0.2, right: 0.25 },
      { from: 0.5, to: 1, count: 2, said: 1, right: 1 },
    ]);
  });
});

describe('拟合', () => {
  const cases = [
    ...Array.from({ length: 80 }, () => ({
      set: 'own',
      found: true,
      features: { 'in.bias': 1 },
      truth: true,
    })),
    ...Array.from({ length: 40 }, (_, i) => ({
      set: 'own',
      found: true,
      features: { 'in.bias': 1, 'in.reply': 1 },
      truth: i < 10,
    })),
    ...Array.from({ length: 40 }, () => ({
      set: 'shared',
      found: true,
      features: { 'in.bias': 1, 'in.reply': 1 },
      truth: true,
    })),
  ];

  it('写规则时见过的日志对得更多，不算进没见过的', () => {
    const weights = fitCalibrator(cases, 2);
    const log = weights['in.bias'] + weights['in.reply'];
    expect(log).toBeLessThan(0);
    expect(weights).not.toHaveProperty('in.seen');
  });

  it('再算一遍，一个字节也不差', () => {
    expect(JSON.stringify(fitCalibrator(cases, 2))).toBe(JSON.stringify(fitCalibrator(cases, 2)));
  });
});

describe('和标注比', () => {
  it('讲座按重合最多的对上，太少的不算', () => {
    const talks = [{ lecture: [1, 2, 3] }, { lecture: [20, 21, 22, 23] }];
    expect(matched(talks, [{ lecture: [[20, 24]] }, { lecture: [[1, 9]] }, { lecture: [50] }])).toEqual([
      talks[1],
      talks[0],
      undefined,
    ]);
  });

  it('小标题：同一条消息、字差不多；两个人意见不一的不算', () => {
    const place = (message: number) => ({ found: true, about: { message, start: 0, end: 2 } });
    const titles = new Map([
      [1, '什么是仓单'],
      [2, '流程'],
      [3, '风险'],
    ]);
    const truth = headingTruth(
      [place(1), place(2), place(3)],
      [
        { msg: 1, title: '什么是仓单？' },
        { msg: 2, title: '流程', maybe: true },
      ],
      ({ message }: { message: number }) => titles.get(message),
    );
    expect(truth).toEqual([true, undefined, false]);
  });

  it('问答：问题和回答都对上才算；没有找到回答的，问题对上就算', () => {
    const asked = (found: boolean, question: number[], answers: number[]) => ({
      found,
      about: { question, answers },
    });
    const gold = [
      { q: [1], a: [2, 3] },
      { q: [5], a: [6] },
      { q: [8], a: [9] },
    ];
    const cases = [
      asked(true, [1], [2, 3]),
      asked(true, [5], [7]),
      asked(false, [8], []),
      asked(false, [9], []),
    ];
    expect(pairTruth(cases, gold)).toEqual([true, false, true, false]);
  });
});
