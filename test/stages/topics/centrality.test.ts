import { describe, expect, it } from 'vitest';
import { type Candidate, newCandidate } from '../../../src/stages/topics/candidate.js';
import { centralityOf } from '../../../src/stages/topics/centrality.js';
import type { Passage } from '../../../src/stages/topics/passages.js';

const named = (label: string, passages: number[]): Candidate => ({
  ...newCandidate({ id: `text:${label}`, label, concept: undefined, words: [label], tags: ['n'] }),
  passages: new Set(passages),
});
const fields = (...all: Passage['field'][]) => all.map((field) => ({ field }) as Passage);

describe('候选词的中心度', () => {
  it('与别的词同处多段的，比只与一个词同处的高', () => {
    const [hub, one, two] = centralityOf(
      [named('仓单质押', [0, 1]), named('信用风险', [0]), named('盘点', [1])],
      fields('lecture', 'lecture'),
    );
    expect(hub!).toBeGreaterThan(one!);
    expect(one).toBeCloseTo(two!);
  });

  it('名称互相包含的，不互相抬高', () => {
    const both = [named('质押', [0]), named('仓单质押', [0])];
    const apart = [named('质押', [0]), named('仓单质押', [1])];
    expect(centralityOf(both, fields('lecture', 'lecture'))).toEqual(
      centralityOf(apart, fields('lecture', 'lecture')),
    );
  });

  it('问答里同处不算；没有候选词就没有结果', () => {
    const [asked, alone] = centralityOf([named('仓单', [0]), named('盘点', [0])], fields('qa'));
    expect(asked).toBe(alone);
    expect(centralityOf([], [])).toEqual([]);
  });
});
