import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../../src/pages/words.js';
import { finderOf } from '../../../../src/publish/targets/site/find.js';
import { type Packed, unpacked } from '../../../../src/publish/targets/site/packed.js';
import { type SiteEntry, searchFile } from '../../../../src/publish/targets/site/search.js';
import { concept, entries, passage, talk } from './collection.js';

/** What a page has once it has loaded a script. */
function loaded(script: string): Packed {
  const page: { globalThis?: unknown; jiangluIndex?: Packed } = {};
  page.globalThis = page;
  runInNewContext(script, page);
  return page.jiangluIndex!;
}

const finder = finderOf(loaded(searchFile(entries)));

async function headingsOf(query: string): Promise<string[]> {
  return (await finder.find(query)).hits.map(({ heading }) => heading.text);
}

const shown = (asked: Record<string, string>, root = '') =>
  finder.results(new URLSearchParams(asked), wordsOf('zh'), root);

describe('在静态站点里搜索', () => {
  it.each([
    ['词在标题里', '巡检', '商户巡检'],
    ['词只在正文里', '套现', '商户巡检'],
    ['词在更长的词里', '付金', '备付金存管'],
    ['一个字', '审', '审单'],
    ['两个词都要有', '备付金 存管', '备付金存管'],
    ['中间有空格的混排', 'P2P存管', '备付金存管'],
    ['全角', 'ＵＣＰ６００', '审单'],
    ['简体找繁体', '开证申请人', '開證申請'],
    ['繁体找简体', '備付金', '备付金存管'],
    ['术语的别名', 'lc', '信用证'],
    ['别名里的正文', '拒付', '差错怎么处理？'],
    ['英文词打错一个字母', 'chargebakc', '差错怎么处理？'],
    ['拼音', 'xunjian', '商户巡检'],
    ['首字母', 'xyfx', '信用风险'],
    ['同音字', '心用风险', '信用风险'],
    ['整句', '"每月一次"', '商户巡检'],
    ['讲者', '林晓', '信用证怎么开'],
    ['问句', '信用证怎么开', '信用证怎么开'],
  ])('%s：%s → %s', async (_, query, heading) => {
    expect((await headingsOf(query))[0]).toBe(heading);
  });

  it.each([
    ['排除', '风险 -收单', ['信用风险', '风险']],
    ['或', '巡检 OR 审单', ['审单', '商户巡检']],
    ['术语类别', 'kind:risk', ['信用风险', '风险']],
    ['下位概念', 'broader:风险 风险', ['风险', '信用风险']],
    ['讲者', 'speaker:林晓 kind:section', ['開證申請', '审单']],
    ['主题', 'topic:收单 存管', ['备付金存管']],
    ['日期', 'until:2023 kind:talk', ['信用证怎么开']],
    ['整句要连着', '"一次每月"', []],
    ['没有页面的术语不是结果', 'kind:concept 拒付', []],
    ['什么也没有', '量子纠缠', []],
  ])('%s：%s', async (_, query, headings) => {
    expect((await headingsOf(query)).sort()).toEqual([...headings].sort());
  });

  it.each([
    ['没有这样的讲者', '巡检 speaker:王五', 'speaker'],
    ['没有这样的主题', '巡检 topic:火星', 'topic'],
    ['这段时间没有分享', '巡检 since:2030', 'period'],
    ['不认得的类别', 'kind:机构 巡检', 'value'],
  ])('说明筛选没有用处：%s', async (_, query, code) => {
    expect((await finder.find(query)).notices.map((one) => one.code)).toContain(code);
  });

  it('画出的结果连到站点的文件，并标出找到的词', async () => {
    const markup = await shown({ q: '巡检' }, '../');
    expect(markup).toContain('<p class="count" role="status">1 条</p>');
    expect(markup).toContain('<a href="../talks/acquiring.html#p-sections-0">商户<mark>巡检</mark></a>');
    expect(markup).toContain('<a href="../talks/acquiring.html#m7">消息 7</a>');
  });

  it('表单里的筛选与词一起算，什么也没填就没有结果', async () => {
    expect(await shown({ q: '风险', kind: 'risk', speaker: '江' })).toContain('1 条');
    expect(await shown({ in: 'nothing', since: 'x' })).toBe('');
    expect(await shown({ q: ' ' })).toBe('');
  });

  it('更多结果由地址里的 limit 要来', async () => {
    const many = Array.from({ length: 30 }, (_, at) =>
      passage(talk(`t${at}`), 'talk', `第 ${at} 场清算`, ''),
    );
    const { results } = finderOf(loaded(searchFile(many)));
    const markup = await results(new URLSearchParams({ q: '清算' }), wordsOf('zh'), '');
    expect(markup).toContain('<a href="?q=%E6%B8%85%E7%AE%97&amp;limit=40">更多结果</a>');
    expect(markup.match(/<li class="hit/gu)).toHaveLength(20);
    const all = await results(new URLSearchParams({ q: '清算', limit: '40' }), wordsOf('zh'), '');
    expect(all.match(/<li class="hit/gu)).toHaveLength(30);
  });
});

/** Texts of which some end scripts, strings and lines. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('\u2028', '\u2029', "'", '"', '\\', '\n', '<', '\0', '\ud800', '`', '$'),
  }),
  fc.constantFrom('</script>', '<!--', '-->', '</SCRIPT >', '<script>', "');alert(1)//", '\\u003c/script>'),
);

const hostileEntries: fc.Arbitrary<SiteEntry[]> = fc
  .array(fc.tuple(hostile, hostile, hostile, fc.nat(3)), { maxLength: 6 })
  .map((rows) => {
    const talks = rows.map(([title], at) => talk(`id-${at}`, { title, speakers: [title] }));
    return rows.flatMap(([heading, text, name, of]): SiteEntry[] => {
      const about = talks[of % talks.length]!;
      const told = concept(name, heading, [name], { text, talks: [about] });
      return [passage(about, 'section', heading, text, '#p'), passage(about, 'talk', heading, text), told];
    });
  });

describe('the file of a search', () => {
  it('gives back what was put into it, ends no script, and is the same for the same entries', () => {
    fc.assert(
      fc.property(hostileEntries, (all) => {
        const script = searchFile(all);
        const back = unpacked(loaded(script)).map(({ sounds, ...entry }) => entry);
        expect(JSON.stringify(back.map(inOrder))).toBe(JSON.stringify(all.map(inOrder)));
        expect(script).not.toMatch(/[<>\u2028\u2029]/u);
        expect(script.match(/\n/gu)).toHaveLength(1);
        expect(searchFile(structuredClone(all))).toBe(script);
      }),
      { numRuns: 150 },
    );
  });

  it('is searched, whatever stands in it, and draws no markup of theirs', async () => {
    await fc.assert(
      fc.asyncProperty(hostileEntries, hostile, async (all, query) => {
        const { results } = finderOf(loaded(searchFile(all)));
        const markup = await results(new URLSearchParams({ q: query }), wordsOf('en'), '');
        expect(markup).not.toMatch(/<(?:script|!--|img)/iu);
      }),
      { numRuns: 100 },
    );
  });

  it('has each talk once', () => {
    const script = searchFile(entries);
    expect(script.split('收单业务的风险管理')).toHaveLength(3);
    expect(loaded(script).talks).toHaveLength(2);
  });
});

/** An entry with its properties in the order of their names. */
function inOrder(entry: object): unknown {
  return Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)));
}
