import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedText } from '../../../src/language/fold.js';
import { gramsOf } from '../../../src/language/grams.js';
import { rowsIn } from '../../../src/search/memory/rows.js';
import { alikeAmong, latinWordsIn } from '../../../src/search/memory/slips.js';
import { rowsOf } from '../../../src/search/readings.js';

const entry = (body: string, heading = '') => ({ term: '', heading, definition: '', body: foldedText(body) });

const places = (texts: readonly string[], query: string) => {
  const find = rowsIn(texts.map((text) => entry(text)));
  return [...find(rowsOf(foldedText(query))[0]!).keys()];
};

/** Whether the tokens of a query stand in a row in those of a text: the long way. */
function standsIn(text: string, row: readonly string[]): boolean {
  const grams = gramsOf(text);
  return grams.some((_, at) => row.every((token, i) => grams[at + i] === token));
}

describe('a row of tokens in texts that are looked through', () => {
  it.each([
    ['信用风险', '防范信用风险的办法', true],
    ['信用风险', '信用的风险', false],
    ['信用风险', '信用，风险', false],
    ['credit risk', 'Credit-Risk Management', true],
    ['credit risk', 'credit and risk', false],
    ['risk', 'asterisk', false],
    ['risk', 'risk2', false],
    ['P2P存管', '做 P2P 存管', true],
    ['存管P2P', '存管，p2p', true],
  ])('%s in %s: %s', (query, text, stands) => {
    expect(places([text], query)).toEqual(stands ? [0] : []);
  });

  it('is of the entry that it stands in, not across two', () => {
    expect(places(['信用', '风险', '信用风险', ''], '信用风险')).toEqual([2]);
    expect(places(['credit', 'risk', 'credit risk'], 'credit risk')).toEqual([2]);
  });

  it('is found where its tokens stand in a row', () => {
    const text = fc.string({ unit: fc.constantFrom(...'信用风险的ab1 ，-\n'), maxLength: 30 });
    const query = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'信用风险的'), minLength: 2, maxLength: 4 }),
      fc.string({ unit: fc.constantFrom(...'ab1 '), minLength: 1, maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), query, (texts, typed) => {
        const row = rowsOf(foldedText(typed))[0];
        fc.pre(row !== undefined);
        const naive = texts.flatMap((one, at) => (standsIn(one, row!) ? [at] : []));
        expect(places(texts, typed).sort()).toEqual(naive);
      }),
      { numRuns: 500 },
    );
  });
});

describe('words that one may be meant for', () => {
  const alike = alikeAmong(() => ['credit', 'credits', 'credit', 'debit', 'edict']);

  it.each([
    ['credti', ['credit']],
    ['credits', ['credit']],
    ['crdit', ['credit']],
    ['debt', ['debit']],
    ['zebra', []],
  ])('%s → %j', (typed, words) => {
    expect(alike(typed)).toEqual(words);
  });

  it('are whole words of four letters and more', () => {
    expect(latinWordsIn('p2p存管credit风险 risk2 the éclair debit')).toEqual(['credit', 'debit']);
  });
});
