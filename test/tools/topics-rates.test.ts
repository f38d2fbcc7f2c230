import { describe, expect, it } from 'vitest';
// @ts-expect-error tools are plain JavaScript
import { rated, rateIn, tallyOf, writtenRates } from '../../tools/topics/rates.mjs';

const named = (id: string, right: boolean) => ({
  candidate: { concept: { id } },
  features: { title: 1 },
  right,
});
const term = { candidate: { concept: undefined }, features: { title: 1 }, right: true };
const talk = (day: number, ...ranked: object[]) => ({ date: `2024-03-0${day}`, ranked });

/** 甲 stands in talks of four days, 乙 in two talks of one day and one of another. */
const talks = [
  talk(1, named('甲', true), named('乙', false), term),
  talk(1, named('乙', false)),
  talk(2, named('甲', true), named('乙', false)),
  talk(3, named('甲', true)),
  talk(4, named('甲', true)),
];

describe('主题比率表', () => {
  const tally = tallyOf(talks);

  it('平均只算概念', () => {
    expect(tally.mean).toBeCloseTo(4 / 7);
  });

  it('不满三天的概念没有自己的比率', () => {
    expect(rateIn(tally, '乙')).toBeUndefined();
    expect(rateIn(tally, '甲', '2024-03-01')).toBeDefined();
    expect(rateIn(tallyOf(talks.slice(0, 4)), '甲', '2024-03-01')).toBeUndefined();
  });

  it('场数少，就靠近平均', () => {
    expect(rateIn(tally, '甲')).toBeCloseTo((4 + 20 * (4 / 7)) / 24, 2);
  });

  it('训练时不看当天的标注', () => {
    const other = [talk(1, named('甲', false), named('乙', true)), ...talks.slice(1)];
    const dates = [tally, tallyOf(other)].map(({ byId }) => rateIn({ byId, mean: 0.5 }, '甲', '2024-03-01'));
    expect(dates[0]).toBe(dates[1]);
  });

  it('文本里的词没有比率，其他特征不变', () => {
    const [first, , last] = rated(talks[0]!.ranked, tally, '2024-03-01');
    expect(first.features).toEqual({ title: 1, tagged: rateIn(tally, '甲', '2024-03-01') });
    expect(last.features).toEqual({ title: 1, tagged: 0 });
  });

  it('写出来的表与场次的次序无关', () => {
    expect(writtenRates(tallyOf([...talks].reverse()))).toBe(writtenRates(tally));
    expect(JSON.parse(writtenRates(tally))).toEqual({ unknown: 0.57, concepts: { 甲: rateIn(tally, '甲') } });
  });
});
