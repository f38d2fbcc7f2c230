import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Note } from '../../src/schema/note.js';
import { search } from '../../src/search/search.js';
import { openStore } from '../../src/store/sqlite.js';
import type { Filter, Store } from '../../src/store/store.js';
import { note } from '../note.js';
import { entry, section, talk, taxonomy } from '../store/notes.js';

let store: Store;
let work = '';
beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'jianglu-'));
  store = openStore(join(work, 'notes.sqlite'), 'write');
  await store.setTaxonomy(taxonomy, '1');
  const sections = [
    section('收单机构', '收单机构的费率'),
    section('清算', '清算与结算'),
    section('费率', '清算的费率，另有 credit line 与 risk'),
    section('景点', '门票的代收'),
    section('跨境电商', '平台与店铺'),
    section('存管', '客户的备付金'),
    section('劫算', '与前者同音'),
    section('credit 与 risk', '分开说的'),
    section('跨境电商收款与结汇', '先收后结，再谈结算与清分'),
    section('对账', '结算与差错'),
  ];
  await store.write([talk('a', { sections, glossary: [entry('信用风险', '不能还款的可能')] })], []);
});
afterAll(async () => {
  await store.close();
  rmSync(work, { recursive: true });
});

const asked = (query: string, filter: Filter = {}) => search(store, query, { filter, limit: 50 });
const headings = async (query: string) => (await asked(query)).hits.map(({ heading }) => heading.text);

describe('search', () => {
  it('keeps to a field on its own side of an OR only', async () => {
    expect((await headings('title:收单 OR 结算')).sort()).toEqual([
      '对账',
      '收单机构',
      '清算',
      '跨境电商收款与结汇',
    ]);
    expect(await headings('title:收单 OR title:结算')).toEqual(['收单机构']);
  });

  it.each(['credti risk', 'credit rsik', 'CREDIT  RIKS'])(
    'reads a name of several words with one mistyped: %s',
    async (query) => {
      const [mended, right] = [await asked(query), await asked('credit risk')];
      expect(mended.hits).toEqual(right.hits);
      expect(mended.hits[0]).toMatchObject({ concept: 'credit-risk' });
      expect(mended.notices).toMatchObject([{ code: 'read-as' }]);
    },
  );

  it.each<[query: string, heading: string | undefined, why: string]>([
    ['警点', '景点', 'all of a heading'],
    ['电伤', '跨境电商', 'a word within one'],
    ['经典', '景点', 'all of a heading, not two halves of words within another'],
    ['荆店', '景点', 'characters that no text has'],
    ['jingdian', '景点', 'pinyin'],
  ])('hears %s as %s: %s', async (query, heading) => {
    const found = await headings(query);
    expect(found[0]).toBe(heading);
    if (heading === '景点') expect(found).not.toContain('跨境电商');
  });

  it('hears nothing else in characters that several texts have', async () => {
    expect(await headings('结算')).not.toContain('劫算');
    expect(await headings('清蒜')).toContain('清算');
  });

  it('hears several words in a row within a heading', async () => {
    expect(await headings('dianshang shoukuan')).toEqual(['跨境电商收款与结汇']);
  });
});

describe('what is marked', () => {
  it('is each of the words of a name that stand apart', async () => {
    const { hits } = await asked('credit risk');
    const marked = hits.map(({ heading: { text, marks } }) => marks.map((one) => text.slice(...one)));
    expect(marked).toContainEqual(['credit', 'risk']);
  });
});

describe('a name that sounds like the query as a whole', () => {
  let two: Store;
  const at = (group: string) => [{ ...note().sources[0]!, group }] as Note['sources'];
  beforeAll(async () => {
    two = openStore(join(work, 'two.sqlite'), 'write');
    await two.setTaxonomy(taxonomy, '1');
    await two.write(
      [
        talk('a', { sources: at('甲群'), sections: [section('景点', '门票的代收')] }),
        talk('b', {
          sources: at('乙群'),
          sections: [section('开场', '从景典说起')],
          glossary: [entry('景典', '一种典藏')],
        }),
      ],
      [],
    );
  });
  afterAll(() => two.close());

  it.each<[query: string, headings: string[]]>([
    ['jingdian', ['景典', '开场']],
    ['jingdian group:乙群', ['景典', '开场']],
    ['jingdian kind:section', ['开场']],
    ['jingdian group:甲群', ['景点']],
    ['警店 group:甲群', ['景点']],
    ['jd group:甲群', ['景点']],
  ])('is what was meant where the filter lets through what has it: %s', async (query, headings) => {
    const { hits } = await search(two, query);
    expect(hits.map(({ heading }) => heading.text)).toEqual(headings);
  });
});

describe('what search says of a query', () => {
  it.each<[query: string, notice: RegExp]>([
    ['清算 kind:banana', /kind:banana is searched for as text: this filter takes one of risk,/u],
    [
      '清算 since:2018-13',
      /since:2018-13 is searched for as text: this filter takes a day, a month or a year/u,
    ],
    ['清算 kind:risk kind:section', /the last one counts, kind:section/u],
    ['清算 date:2018 since:2019', /the last one counts, since:2019/u],
    ['清算 topic:无此主题', /no talk has the topic 无此主题/u],
    ['清算 speaker:无此人', /no speaker is called 无此人/u],
    ['清算 group:无此群', /no talk is from a group 无此群/u],
    ['清算 OR kind:section 结算', /OR before or after kind:section is ignored/u],
    ['清算 OR -结算', /OR before or after -结算 is ignored/u],
    [`${'清算 '.repeat(24)}kind:risk`, /only the first 24 parts/u],
    ['清算 甲乙丙丁戊', /^甲乙丙丁戊 is in no entry: the rest is searched for$/u],
    ['清算 kimd:risk', /kimd:risk is searched for as text: there is no such filter/u],
    ['""', /the query has no word/u],
    ['-', /the query has no word/u],
    ['清算 broader:无此概念', /no concept is called 无此概念/u],
  ])('%s', async (query, notice) => {
    const { notices } = await asked(query);
    expect(notices.map(({ message }) => message)).toEqual([expect.stringMatching(notice)]);
  });

  it('says that a filter beside the query overrules one in it', async () => {
    const { notices } = await asked('清算 since:2019 kind:section', { since: '2018-01-01' });
    expect(notices).toMatchObject([{ code: 'overruled', about: 'since:' }]);
  });

  it.each([
    '',
    '清算',
    'qingsuan',
    '清算 speaker:木棉 OR 结算',
    '清算 since:2024 until:2024-12',
    'http://清算',
  ])('has nothing to say of %s', async (query) => {
    const { notices } = await asked(query);
    expect(notices.filter(({ code }) => code !== 'speaker')).toEqual([]);
  });
});

describe('a word that stands in more entries than are ranked', () => {
  let many: Store;
  beforeAll(async () => {
    many = openStore(join(work, 'many.sqlite'), 'write');
    await many.setTaxonomy(taxonomy, '1');
    const sections = Array.from({ length: 1200 }, (_, index) =>
      section(index % 2 ? '甲方的信用风险管理' : `第${index}节`, '信用风险的一段话'),
    );
    await many.write(
      [
        talk('a', { sections: [section('信用风险', '从何说起'), ...sections.slice(0, 600)] }),
        talk('b', { sections, glossary: [entry('信用风险', '不能还款的可能')] }),
      ],
      [],
    );
  });
  afterAll(() => many.close());

  it.each(['信用风险', 'xinyong fengxian', 'xyfx', '信用fengxian'])(
    'still finds by %s what is called so before what mentions it',
    async (query) => {
      const { hits, more } = await search(many, query, { limit: 10 });
      expect(hits[0]).toMatchObject({ kind: 'concept', concept: 'credit-risk' });
      expect(hits.slice(1).every(({ heading }) => heading.text.includes('信用风险'))).toBe(true);
      expect(more).toBe(true);
    },
  );

  it('finds the others by a second word', async () => {
    const { hits } = await search(many, '信用风险 从何说起');
    expect(hits[0]).toMatchObject({ pointer: '/sections/0', heading: { text: '信用风险' } });
  });
});
