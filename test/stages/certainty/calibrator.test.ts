import { describe, expect, it } from 'vitest';
import {
  type Calibration,
  doubtsOf,
  loadCalibration,
  probabilityOf,
} from '../../../src/stages/certainty/calibrator.js';

describe('概率', () => {
  const weights = { 'in.bias': 1, 'in.reply': -2 };

  it.each([
    ['没有依据是一半一半', {}, 0.5],
    ['依据各按权重相加', { 'in.bias': 1, 'in.reply': 0.5 }, 0.5],
    ['没有权重的依据不算', { 'in.bias': 1, other: 9 }, 0.731],
    ['再肯定也不到一', { 'in.bias': 90 }, 0.999],
    ['再否定也不到零', { 'in.reply': 90 }, 0.001],
  ])('%s', (_, features, probability) => {
    expect(probabilityOf(features, weights)).toBe(probability);
  });

  it('随软件带着三种决定的权重', () => {
    const { weights, means, sizes } = loadCalibration();
    for (const kind of ['lecture', 'heading', 'pair'] as const) {
      expect(Object.keys(weights[kind]).length).toBeGreaterThan(10);
      expect(Object.keys(means[kind]).length).toBeGreaterThan(10);
      expect(sizes[kind]).toBeGreaterThan(0);
    }
  });
});

describe('为什么存疑', () => {
  const calibration = {
    weights: { lecture: { 'in.asked': -2, 'in.points': 3, 'out.asked': -2, 'out.points': 3 } },
    means: { lecture: { 'in.asked': 0.1, 'in.points': 0.5, 'out.asked': 0.1, 'out.points': 0.5 } },
  } as unknown as Calibration;
  const doubts = (found: boolean, features: Record<string, number>) =>
    doubtsOf({ found, features }, 'lecture', calibration);

  it('收进来的：比平常多的反对、比平常少的支持，重的在前', () => {
    expect(doubts(true, { 'in.asked': 1, 'in.points': 0.4 })).toEqual(['asked', '-points']);
    expect(doubts(true, { 'in.asked': 0.2 })).toEqual(['-points', 'asked']);
  });

  it('没收的反过来', () => {
    expect(doubts(false, { 'out.points': 1 })).toEqual(['points', '-asked']);
  });

  it('和平常一样就没有理由', () => {
    expect(doubts(true, { 'in.asked': 0.1, 'in.points': 0.5 })).toEqual([]);
  });
});
