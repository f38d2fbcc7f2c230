import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TypedFilter } from '../../src/search/query.js';
import { search } from '../../src/search/search.js';
import { openStore } from '../../src/store/sqlite.js';
import type { Store } from '../../src/store/store.js';
import { span } from '../note.js';
import { entry, section, talk, taxonomy } from '../store/notes.js';

let store: Store;
let work = '';
beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'jianglu-'));
  store = openStore(join(work, 'notes.sqlite'), 'write');
  await store.setTaxonomy(taxonomy, '1');
  const topic = (id: string, label: string) => ({
    ...{ id, label, aliases: [], score: 0.5, origin: 'lexicon' as const },
    evidence: [span(label, 1)] as [ReturnType<typeof span>],
  });
  await store.write(
    [
      talk('a', {
        speakers: [{ name: '沈砚秋Qiu', aliases: [] }],
        topics: [topic('letter-of-credit', '信用证')],
        sections: [section('信用风险', '风险的来历')],
        glossary: [entry('信用风险', '不能还款的可能', { kind: 'risk' })],
      }),
    ],
    [],
  );
});
afterAll(async () => {
  await store.close();
  rmSync(work, { recursive: true });
});

const told = async (query: string, filter: TypedFilter = {}) => {
  const { hits, notices } = await search(store, query, { filter });
  return { found: hits.length, notices: notices.map(({ code, about }) => `${code} ${about}`.trim()) };
};

describe('a filter that nobody meets', () => {
  it.each<[typed: string, given: TypedFilter, notice: string]>([
    ['topic:无此主题', { topics: ['无此主题'] }, 'topic 无此主题'],
    ['speaker:无此人Li', { speaker: '无此人Li' }, 'speaker 无此人Li'],
    ['group:无此群', { group: '无此群' }, 'group 无此群'],
    ['broader:无此概念', { broader: '无此概念' }, 'concept 无此概念'],
    ['kind:organization', { termKind: 'organization' }, 'kind organization'],
    ['since:2099', { since: '2099-01-01' }, 'period since:2099-01-01'],
    ['until:1999', { until: '1999-12-31' }, 'period until:1999-12-31'],
    [
      'since:2024 until:2023',
      { since: '2024-01-01', until: '2023-12-31' },
      'period since:2024-01-01 until:2023-12-31',
    ],
  ])('is told, in the query and beside it: %s', async (typed, given, notice) => {
    expect(await told(`风险 ${typed}`)).toEqual({ found: 0, notices: [notice] });
    expect(await told('风险', given)).toEqual({ found: 0, notices: [notice] });
    expect(await told('', given)).toEqual({ found: 0, notices: [notice] });
  });

  it('is told once where it overrules one that is met', async () => {
    expect((await told('风险 speaker:沈砚秋', { speaker: '无此人' })).notices).toEqual([
      'overruled speaker:',
      'speaker 无此人',
    ]);
    expect((await told('风险 speaker:无此人', { speaker: '沈砚秋' })).notices).toEqual([
      'overruled speaker:',
    ]);
  });

  it('names several topics together', async () => {
    expect((await told('风险', { topics: ['甲', '乙'] })).notices).toEqual(['topic 甲, 乙']);
    expect((await told('风险', { topics: ['甲', 'letter-of-credit'] })).notices).toEqual([]);
  });
});

describe('a filter of terms', () => {
  it.each<[query: string, given: TypedFilter, notices: string[]]>([
    ['风险 kind:section', { termKind: 'risk' }, ['overruled kind:']],
    ['风险 kind:risk', { kinds: ['section'] }, ['overruled kind:']],
    ['风险 kind:concept', { termKind: 'risk' }, []],
    ['风险 kind:risk', { kinds: ['concept'] }, []],
  ])('%s beside %j', async (query, given, notices) => {
    const { found, notices: all } = await told(query, given);
    expect(all).toEqual(notices);
    expect(found).toBeGreaterThan(0);
  });

  it.each<[query: string, given: TypedFilter, notice: string]>([
    ['风险', { termKind: 'risk', kinds: ['section', 'talk'] }, 'no-terms kind:risk'],
    ['风险 broader:风险', { kinds: ['section'] }, 'no-terms broader:风险'],
    ['风险 kind:pair', { broader: 'risk' }, 'no-terms broader:risk'],
    ['风险 kind:pair broader:风险', {}, 'no-terms broader:风险'],
  ])('is told where no terms are looked for: %s beside %j', async (query, given, notice) => {
    expect(await told(query, given)).toEqual({ found: 0, notices: [notice] });
  });
});

describe('a filter in the query that says the same as the one beside it', () => {
  it.each<[typed: string, given: TypedFilter]>([
    ['topic:信用证', { topics: ['信用证'] }],
    ['topic:LC', { topics: ['letter-of-credit'] }],
    ['broader:违约风险', { broader: 'credit-risk' }],
    ['speaker:沈砚秋qiu', { speaker: '沈砚秋QIU' }],
    ['kind:risk', { termKind: 'risk' }],
    ['kind:section', { kinds: ['section'] }],
    ['since:2024', { since: '2024-01-01' }],
  ])('is no matter: %s', async (typed, given) => {
    const { found, notices } = await told(`风险 ${typed}`, given);
    expect(notices).toEqual([]);
    expect(found).toBeGreaterThan(0);
  });
});
