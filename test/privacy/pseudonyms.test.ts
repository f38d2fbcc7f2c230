import { describe, expect, it } from 'vitest';
import { nickSimilarity } from '../../src/language/names.js';
import { parseNick } from '../../src/language/nick.js';
import { knowledge } from '../../src/privacy/lexicon.js';
import { pseudonymsOf } from '../../src/privacy/pseudonyms.js';
import { key } from './log.js';

const { people } = knowledge();
const { of, person } = pseudonymsOf(key, people);
/** The part that all nicks of a person share. */
const first = (pseudonym: string) => pseudonym.split('-')[0];

describe('a pseudonym', () => {
  it('is readable, and one word more where the nick says more than a name', () => {
    expect(of('沈砚秋')).toMatch(/^群友[b-df-hjkmnp-tv-z]{9}$/u);
    expect(of('沈砚秋-澜仓科技-产品-苏州')).toMatch(/^群友[b-df-hjkmnp-tv-z]{9}-[b-df-hjkmnp-tv-z]{5}$/u);
    expect(of('')).toBe('');
  });

  it.each([
    ['沈砚秋', '沈 砚 秋'],
    ['Leon Zhou', 'leon zhou'],
    ['Ｌｅｏｎ', 'Leon'],
    ['芦花飞\u200b', '芦花飞'],
  ])('is one for %s and %s', (one, other) => {
    expect(of(one)).toBe(of(other));
  });

  it.each([
    ['沈砚秋', '沈砚秋-澜仓科技-产品-苏州'],
    ['沈砚秋-澜仓科技-产品-苏州', '沈砚秋-栈桥银行-产品-青岛'],
    ['沈砚秋-澜仓科技-产品', '澜仓科技_沈砚秋_总监'],
    ['張潤之', '张润之'],
  ])('of %s begins like that of %s, and is another', (one, other) => {
    expect(first(of(one))).toBe(first(of(other)));
    expect(of(one)).not.toBe(of(other));
    expect(nickSimilarity(of(one), of(other), people)).toBeGreaterThanOrEqual(0.6);
  });

  it('hangs on the key', () => {
    expect(pseudonymsOf(`${key}!`, people).of('沈砚秋')).not.toBe(of('沈砚秋'));
  });

  it('is a name and nothing else to those who read nicks, and like no other', () => {
    expect(parseNick(of('沈砚秋-澜仓科技-产品-苏州'), people)).toEqual({
      name: { text: person('沈砚秋'), start: 0, certain: true },
    });
    expect(nickSimilarity(of('沈砚秋'), of('陆晓帆'), people)).toBe(0);
    expect(nickSimilarity(of('沈砚秋'), '沈砚秋', people)).toBe(0);
  });

  it('is shared by no two of ten thousand nicks', () => {
    const nicks = Array.from({ length: 10_000 }, (_, i) => `友${i}${i % 3 ? '-产品' : ''}`);
    expect(new Set(nicks.map(of)).size).toBe(nicks.length);
  });
});
