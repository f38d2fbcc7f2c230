import { describe, expect, it } from 'vitest';
import type { Want } from '../../src/search/readings.js';
import { type Candidate, candidateOf, idfOf, placesOf, scoreOf } from '../../src/search/score.js';
import type { Entry } from '../../src/store/store.js';

const nothing = { term: '', heading: '', definition: '', body: '' };

function candidate(fields: Partial<Entry>): Candidate {
  return candidateOf({ number: 1, kind: 'section', date: '2018-04-30', talks: 1, ...nothing, ...fields });
}

const want = (text: string, ...synonyms: string[]): Want => ({
  text,
  required: true,
  readings: [
    { why: 'text', weight: 1, texts: [text] },
    ...synonyms.map((one) => ({ why: 'synonym' as const, weight: 0.8, texts: [one] })),
  ],
});

const lengths = { term: 5, heading: 12, definition: 40, body: 200 };

function score(fields: Partial<Entry>, whole: string, ...wants: Want[]) {
  return scoreOf(candidate(fields), wants, [whole], {
    entries: 1000,
    lengths,
    meeting: new Map(wants.map((one) => [one, 10])),
  });
}

describe('where a folded text stands', () => {
  it.each([
    ['信用风险与信用', '信用', [0, 5]],
    ['lc 与 lcd', 'lc', [0]],
    ['p2p存管', 'p2p', [0]],
    ['abc', '', []],
  ])('%s: %s', (text, word, places) => {
    expect(placesOf(text, word)).toEqual(places);
  });
});

describe('rank', () => {
  const x = want('信用证', 'letter of credit');

  it.each<[better: Partial<Entry>, worse: Partial<Entry>, why: string]>([
    [
      { kind: 'concept', term: '信用证\nL/C' },
      { heading: '信用证' },
      'a concept of that name before a heading',
    ],
    [
      { kind: 'concept', term: '信用证' },
      { kind: 'concept', term: '跟单\n信用证' },
      'its preferred name before another',
    ],
    [
      { heading: '信用证' },
      { heading: '信用证的审单' },
      'a heading that is the query before one that holds it',
    ],
    [{ heading: '信用证的审单' }, { body: '信用证，信用证，还是信用证' }, 'a heading before running text'],
    [{ body: '信用证的风险' }, { body: 'letter of credit 的风险' }, 'the text as typed before a synonym'],
    [{ body: '信用证。' }, { body: `信用证。${'别的话'.repeat(200)}` }, 'a short text before a long one'],
    [{ body: '信用证一，信用证二' }, { body: '信用证一，别的二三' }, 'twice before once'],
    [
      { kind: 'concept', term: '信用证', talks: 2 },
      { kind: 'concept', term: '信用证', talks: 0 },
      'a concept that talks define before one that none does',
    ],
  ])('%j before %j: %s', (better, worse) => {
    expect(score(better, '信用证', x).score).toBeGreaterThan(score(worse, '信用证', x).score);
  });

  it('says how much of what is asked for is there, by rarity', () => {
    const [a, b] = [want('信用证'), want('审单')];
    expect(score({ body: '信用证与审单' }, '信用证 审单', a, b).coverage).toBe(1);
    expect(score({ body: '只有审单' }, '信用证 审单', a, b).coverage).toBeCloseTo(0.5);
    expect(score({ body: '都没有' }, '信用证 审单', a, b)).toEqual({ coverage: 0, score: 0, causes: [] });
  });

  it('adds up to what its causes add', () => {
    const { score: all, causes } = score({ heading: '信用证', body: '信用证的审单' }, '信用证', x);
    expect(causes.map(({ why }) => why)).toEqual(['text', 'heading']);
    expect(all).toBeCloseTo(causes.reduce((sum, { adds }) => sum + adds, 0));
  });

  it('counts a rare word more', () => {
    expect(idfOf(1000, 1)).toBeGreaterThan(idfOf(1000, 100));
    expect(idfOf(1000, 1000)).toBeGreaterThanOrEqual(0);
  });
});
