import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOf, parseQuery } from '../../src/search/parse.js';
import { workOf } from '../processor.js';

/** A query in short: `|` between alternatives, quotes around phrases, a field before its piece. */
function short(typed: string): string[] {
  return parseQuery(typed).parts.map(
    ({ not, pieces }) =>
      (not ? '-' : '') +
      pieces
        .map(({ text, quoted, fields }) => `${fields ? `${fields}:` : ''}${quoted ? `"${text}"` : text}`)
        .join('|'),
  );
}

describe('parts of a query', () => {
  it.each<[typed: string, parts: string[]]>([
    ['信用风险', ['信用风险']],
    ['信用 风险', ['信用', '风险']],
    ['信用　风险', ['信用', '风险']],
    ['"信用风险" 防范', ['"信用风险"', '防范']],
    ['“信用风险”', ['"信用风险"']],
    ['「跨境 支付」', ['"跨境 支付"']],
    ['"没有结尾的引号', ['"没有结尾的引号"']],
    ['支付 -清算', ['支付', '-清算']],
    ['支付 －清算', ['支付', '-清算']],
    ['支付 NOT 清算', ['支付', '-清算']],
    ['支付 NOT "备付金 存管" 费率', ['支付', '-"备付金 存管"', '费率']],
    ['支付 not 清算', ['支付', 'not', '清算']],
    ['支付 NOT', ['支付']],
    ['支付 -"备付金 存管"', ['支付', '-"备付金 存管"']],
    ['e-payment', ['e-payment']],
    ['收单 OR 清算', ['收单|清算']],
    ['收单 | 清算 费率', ['收单|清算', '费率']],
    ['收单 OR 清算 OR 结算', ['收单|清算|结算']],
    ['收单 or 清算', ['收单', 'or', '清算']],
    ['OR 收单', ['收单']],
    ['收单 OR', ['收单']],
    ['收单 OR speaker:木棉 结算', ['收单', '结算']],
    ['title:备付金', ['heading:备付金']],
    ['term：备付金', ['term:备付金']],
    ['title:"备付金 存管"', ['heading:"备付金 存管"']],
    ['http://a.example/b', ['http://a.example/b']],
    ['constructor:x', ['constructor:x']],
    ['unknown:x', ['unknown:x']],
    ['？！ … —', []],
    ['', []],
  ])('%s', (typed, parts) => {
    expect(short(typed)).toEqual(parts);
  });

  it('finds nothing by what must not be there alone, and says so', () => {
    expect(parseQuery('-支付')).toMatchObject({
      parts: [],
      notices: [{ code: 'only-not' }],
    });
  });

  it('never throws, and keeps within its bounds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 900 }), (typed) => {
        const { parts } = parseQuery(typed);
        expect(parts.length).toBeLessThanOrEqual(24);
        expect(parts.flatMap(({ pieces }) => pieces).every(({ text }) => /[\p{L}\p{N}]/u.test(text))).toBe(
          true,
        );
      }),
    );
  });

  it('takes a long query in no time', () => {
    for (const hostile of ['"'.repeat(20_000), 'a:'.repeat(10_000), '-'.repeat(20_000), '“「'.repeat(9_000)])
      expect(workOf(() => parseQuery(hostile))).toBeLessThan(500);
  });
});

describe('filters of a query', () => {
  it.each<[typed: string, filter: object]>([
    ['kind:risk', { termKind: 'risk' }],
    ['kind:section', { kinds: ['section'] }],
    ['kind:concept', { kinds: ['concept'] }],
    ['since:2018', { since: '2018-01-01' }],
    ['until:2018-02', { until: '2018-02-28' }],
    ['date:2018-04', { since: '2018-04-01', until: '2018-04-30' }],
    ['date:2018-04-31', {}],
    ['date:2018 since:2019', { since: '2019-01-01' }],
    ['since:2019 date:2018', { since: '2018-01-01', until: '2018-12-31' }],
    ['since:2018 until:2019', { since: '2018-01-01', until: '2019-12-31' }],
    ['kind:risk kind:section', { kinds: ['section'] }],
    ['speaker:"沈砚秋 苏州" group:payclub', { speaker: '沈砚秋 苏州', group: 'payclub' }],
    ['topic:跨境支付 broader:信用风险', { topics: ['跨境支付'], broader: '信用风险' }],
  ])('%s', (typed, filter) => {
    expect(parseQuery(typed).filter).toEqual(filter);
  });

  it('says that a filter cannot be turned round', () => {
    expect(parseQuery('支付 -speaker:沈砚秋').notices).toMatchObject([
      { code: 'not-filter', about: '-speaker:沈砚秋' },
    ]);
  });

  it.each([
    ['2018', ['2018-01-01', '2018-12-31']],
    ['2020-02', ['2020-02-01', '2020-02-29']],
    ['2018-13', undefined],
    ['18-1-1', undefined],
  ])('reads %s as days', (typed, days) => {
    expect(daysOf(typed)).toEqual(days);
  });
});
