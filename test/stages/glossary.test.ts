import { describe, expect, it } from 'vitest';
import { deriveTerm } from '../../src/derive.js';
import { candidate } from '../../src/stages/glossary/candidate.js';
import { candidatesOf } from '../../src/stages/glossary/candidates.js';
import { clausesOf } from '../../src/stages/glossary/clauses.js';
import { phrasesOf } from '../../src/stages/glossary/phrases.js';
import { glossary } from '../../src/stages/glossary.js';
import { spanOf } from '../../src/transcript.js';
import { lectureOf, lexicon, message, run, section } from './glossary-lecture.js';

const phrases = phrasesOf(lexicon);

/** The first candidate of a shape: its term, what defines it, its other names. */
function found(shape: string, texts: string[]) {
  const { tree, talk } = lectureOf(texts);
  const first = candidatesOf(tree, talk, phrases).find((candidate) => candidate.shape === shape);
  return (
    first && {
      term: deriveTerm(tree.children[first.message]!.text.slice(first.start, first.end)),
      definition: first.definition.map((span) => span.text).join(''),
      aliases: first.aliases.map((span) => span.text),
    }
  );
}

describe('人们下定义的各种说法', () => {
  it.each([
    ['refers', '预付仓单是指仓库在货到之前开出的提货凭证。', '预付仓单'],
    ['refers', '2）尾款账户指的是只收取尾款的专用账户。', '尾款账户'],
    ['refers', '错峰结算主要指避开高峰时段分批结算。', '错峰结算'],
    ['refers', '临时额度,系指节假日里短期调高的额度。', '临时额度'],
    ['equals', '沉默商户就是三个月没有交易的商户。', '沉默商户'],
    ['equals', '其中影子账本可以理解为主账本的一份备份。', '影子账本'],
    ['kindOf', '双签合同是一种由两方分别签署的电子合同。', '双签合同'],
    ['colon', '三、回执文件：渠道次日给出的处理结果清单', '回执文件'],
    ['colon', '- 挂账科目: 暂时记不清去向的款项放在这里', '挂账科目'],
    ['dash', '轧账——把一天的借贷两边核平', '轧账'],
    ['bracket', '【垫资池】平台先行垫付的一笔资金', '垫资池'],
    ['comma', '分户台账，按客户逐户登记每一笔往来。', '分户台账'],
    ['line', '冷备机房\n平时不承接业务的第二机房，出事才启用。', '冷备机房'],
    ['runIn', '1）货权重复质押的风险。同一批货被抵押给两家。', '货权重复质押的风险'],
    ['role', '稽核系统负责比对各渠道的流水。', '稽核系统'],
    ['soCalled', '所谓的倒签提单，就是把日期往前写的提单。', '倒签提单'],
    ['soCalled', '那么什么是虚拟网点？没有柜台的网点。', '虚拟网点'],
    ['naming', '把小额款项攒成一笔再付出去，我们称为攒批支付。', '攒批支付'],
    ['naming', '上半夜失败的交易下半夜再发一次，这就是夜间补发', '夜间补发'],
    ['english', '信用证（Letter of Credit）由银行开给卖方。', '信用证'],
    ['expansion', 'EDC（外卡收单）按原币种清算。', 'EDC'],
    ['english', '商户进件先要过EDD（Enhanced Due Diligence）', 'EDD'],
    ['english', '最后进行反扣（Clawback）', '反扣'],
    ['remark', '平台为司机搭建垫款池（先垫后收）', '垫款池'],
    ['inner', '账期：错峰账期：逢周三结算一次的账期', '错峰账期'],
    ['inner', '先看总账。次级账本：只记内部调拨的账本', '次级账本'],
    ['gloss', '系统会实现自动轧账，也就是日终自己核平。', '自动轧账'],
    ['gloss', '后来搭建了一套夜间的稽核平台。简单来说就是半夜跑一遍核对。', '稽核平台'],
    ['colon', '四件套：合同、发票、仓单、运单', '四件套'],
    ['colon', '2、? 补发间隔：两次补发之间相隔的秒数', '补发间隔'],
    ['soCalled', '所謂倒簽提單，是指把日期往前寫的提單。', '倒簽提單'],
    ['quoted', '这一步我们交给“清分引擎”去做', '清分引擎'],
  ])('%s：%s', (shape, text, term) => {
    expect(found(shape, [text])?.term).toBe(term);
  });

  it('定义是整句原话，过短时并入下一句', () => {
    expect(found('refers', ['预付仓单是指提货凭证。仓库在货到之前开出。'])?.definition).toBe(
      '预付仓单是指提货凭证。仓库在货到之前开出。',
    );
    expect(found('colon', ['回执文件：', '渠道次日给出的处理结果清单'])?.definition).toBe(
      '渠道次日给出的处理结果清单',
    );
  });

  it('没有标点的一句话不在空格处断开，断在逗号处的接上下一条', () => {
    expect(
      found('equals', ['挂账科目就是暂时记不清去向的款项放着的地方 等查清楚再转出去的科目。'])?.definition,
    ).toBe('挂账科目就是暂时记不清去向的款项放着的地方 等查清楚再转出去的科目。');
    expect(
      found('equals', ['挂账科目就是暂时记不清去向的款项，', '先放着等查清楚的科目。'])?.definition,
    ).toBe('挂账科目就是暂时记不清去向的款项，先放着等查清楚的科目。');
    expect(
      found('equals', ['挂账科目就是暂时记不清去向的款项放着的地方 轧账：把借贷两边核平'])?.definition,
    ).toBe('挂账科目就是暂时记不清去向的款项放着的地方');
  });

  it.each([
    ['与', false],
    ['现结', true],
  ])('“%s”是不是定义：%s', (text, defines) => {
    const said = message(`轧账 ${text}`, 0);
    const place = { clauses: clausesOf(said), at: 0, phrases };
    const definition = [spanOf(said, 3, said.text.length)];
    expect(candidate(place, 'line', { start: 0, end: 2 }, definition).length > 0).toBe(defines);
  });

  it('会计分录不是定义', () => {
    expect(found('colon', ['垫款：', '借：应收账款 贷：备付金'])).toBeUndefined();
    expect(found('refers', ['垫款是指先付出的钱', '借：应收账款 贷：备付金'])?.definition).toBe(
      '垫款是指先付出的钱',
    );
  });

  it('又称、简称、英文名是别名', () => {
    expect(found('aka', ['分户台账，又称明细账，逐户登记往来。'])).toMatchObject({
      term: '分户台账',
      aliases: ['明细账'],
    });
    expect(found('kindOf', ['倒签提单是一种日期不实的提单，也叫假提单。'])?.aliases).toEqual(['假提单']);
    expect(found('refers', ['班结（班结的意思就是交班的时候对一遍账），是指按班次结账。'])?.aliases).toEqual(
      [],
    );
    expect(found('refers', ['登记费（包括入库、出库），是指仓库收的费用。'])?.aliases).toEqual([]);
    expect(found('refers', ['信用证（Letter of Credit），是指银行的付款承诺。'])?.aliases).toEqual([
      'Letter of Credit',
    ]);
    expect(found('naming', ['分户台账，又称明细账。'])).toBeUndefined();
  });

  it('一口气说出的几个术语各自成条', () => {
    const { tree, talk } = lectureOf(['仓单贷款、订单贷款或运单贷款,系指以相应单证发放的贷款。']);
    const terms = candidatesOf(tree, talk, phrases).filter(({ shape }) => shape === 'refers');
    expect(terms.map(({ start, end }) => tree.children[0]!.text.slice(start, end))).toEqual([
      '仓单贷款',
      '订单贷款',
      '运单贷款',
    ]);
  });

  it('转义字符和链接不妨碍偏移', () => {
    expect(found('colon', ['&amp;quot;orderNo&amp;quot;: 请求方给出的唯一订单号'])?.term).toBe('orderNo');
    expect(found('refers', ['https://example.com/a\nA&amp;B账户是指双方共管的账户。'])?.term).toBe('A&B账户');
  });
});

describe('讲座的术语表', () => {
  const texts = [
    '今天讲仓单融资的几种风险',
    '一、什么是仓单融资',
    '仓单融资是指企业以仓单作担保取得的贷款。',
    '二、常见风险\n1）货权重复质押的风险。同一批货被抵押给两家，处置时说不清归谁。\n2）信用风险主要指的是借款人信用风险和仓库信用风险，仓库倒闭时即发生仓库信用风险，借款人不还的即为借款人信用风险。',
  ];
  const note = () => {
    const { tree, talk } = lectureOf(texts, { title: '仓单融资的风险' });
    talk.sections = [
      section(tree, 1, '什么是仓单融资'),
      section(tree, 3, '常见风险', [section(tree, 3, '货权重复质押的风险')]),
    ];
    run(glossary, tree);
    return talk.glossary;
  };

  it('收入所定义的术语，按讲述的先后', () => {
    expect(note().map(({ term }) => term)).toEqual([
      '仓单融资',
      '货权重复质押的风险',
      '信用风险',
      '借款人信用风险',
      '仓库信用风险',
    ]);
  });

  it('风险类型标为 risk，上位概念取自分类表', () => {
    const byTerm = new Map(note().map((entry) => [entry.term, entry]));
    expect(byTerm.get('借款人信用风险')).toMatchObject({
      kind: 'risk',
      broader: { label: '信用风险', origin: 'lexicon' },
    });
    expect(byTerm.get('货权重复质押的风险')).toMatchObject({ kind: 'risk', broader: { label: '风险' } });
    expect(byTerm.get('货权重复质押的风险')?.definition[0]?.text).toBe(
      '同一批货被抵押给两家，处置时说不清归谁。',
    );
    expect(byTerm.get('仓单融资')?.kind).toBe('concept');
  });

  it('法规按书名号和文号辨认', () => {
    const { tree, talk } = lectureOf([
      '《仓单登记暂行办法》是一种针对仓单登记的行业规定，仓单登记暂行办法要求逐笔登记仓单。',
    ]);
    run(glossary, tree);
    expect(talk.glossary.map(({ term, kind }) => [term, kind])).toContainEqual([
      '仓单登记暂行办法',
      'regulation',
    ]);
  });

  it('最多十二条', () => {
    const { tree, talk } = lectureOf(
      Array.from(
        '甲乙丙丁戊己庚辛壬癸子丑寅卯辰',
        (name) => `${name}式账户是指只用于第${name}种业务的专用账户。`,
      ),
    );
    run(glossary, tree);
    expect(talk.glossary).toHaveLength(12);
  });
});

describe('deriveTerm', () => {
  it.each([
    ['“垫资池”', '垫资池'],
    ['&amp;quot;orderNo&amp;quot;', 'orderNo'],
    ['A&amp;B账户', 'A&B账户'],
    [' 《办法》', '办法'],
    ['“甲”和“乙', '“甲”和“乙'],
    ['账', '账'],
  ])('%s → %s', (slice, term) => {
    expect(deriveTerm(slice)).toBe(term);
  });
});
