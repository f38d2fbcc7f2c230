import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadModel, loadPhrasing, loadWordings } from '../../src/stages/questions/model.js';
import { lotsOf, READINGS, readingsFor, readingsOf } from '../../src/stages/questions/readings.js';
import { contextOf } from '../../src/stages/questions.js';
import { type Row, speaker } from './chat.js';
import { talkThen } from './questions-dialogue.js';

const model = loadModel();
const readingsAfter = (rows: Row[]) => {
  const tree = talkThen(rows);
  const talk = tree.talks[0]!;
  const context = contextOf(tree, talk, loadWordings(), loadPhrasing());
  return readingsOf(context, new Set(talk.lecture), model);
};

describe('lots', () => {
  it('are spread evenly, whatever the step', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.integer({ min: 1, max: 60 }), (step, count) => {
        const sorted = Float64Array.from(lotsOf(step, count)).sort();
        expect([...sorted]).toEqual(Array.from({ length: count }, (_, rank) => (rank + 0.5) / count));
      }),
    );
  });

  it('fall to other readings at another step', () => {
    const first = (step: number) => [...lotsOf(step, READINGS).slice(0, 8)].join(' ');
    expect(new Set(Array.from({ length: 100 }, (_, step) => first(step))).size).toBe(100);
  });
});

describe('how often a talk is read', () => {
  it.each([
    [0, READINGS],
    [700, READINGS],
    [1400, READINGS / 2],
    [4000, 8],
    [1_000_000, 8],
  ])('of %i messages: %i times', (messages, times) => {
    expect(readingsFor(messages)).toBe(times);
  });
});

describe('readings of a talk', () => {
  it('all hold what is beyond doubt', () => {
    const readings = readingsAfter([
      ['20:05:00', '芦苇', '请问校验码一共有多少位？'],
      ['20:05:40', speaker, '@芦苇 校验码一共二十位'],
    ]);
    expect(readings).toHaveLength(READINGS);
    const answered = readings.filter(([thread]) => thread?.replies.has(0));
    expect(answered.length).toBeGreaterThan(0.9 * READINGS);
  });

  it('differ where something is in doubt', () => {
    const readings = readingsAfter([
      ['20:05:00', '芦苇', '请问校验码一共有多少位？'],
      ['20:05:10', '半夏', '重复报销怎么发现的？'],
      ['20:06:00', speaker, '这个看系统'],
      ['20:06:20', speaker, '一般都有'],
    ]);
    const asker = (threads: (typeof readings)[number]) =>
      threads.filter(({ replies }) => replies.size > 0).map(({ views }) => views[0]!.nick);
    expect(new Set(readings.map((threads) => asker(threads).join())).size).toBeGreaterThan(1);
  });
});
