import { describe, expect, it } from 'vitest';
import { glossary } from '../../src/stages/glossary.js';
import { lectureOf, run } from './glossary-lecture.js';

describe('像定义而不是定义', () => {
  it.each([
    '时间：20:00',
    '价格：每笔两毛',
    '注：以上仅代表个人观点',
    '例如：退货、换货、补发',
    '备注：表里的数字是去年的',
    '优点：接入快，成本低',
    '这就是原因',
    '这就是今天的全部内容',
    '问题是没有人愿意先垫钱',
    '我们是一家做仓储的公司',
    '如果超时，就是失败',
    '大家好，我是今天的讲者',
    '第一步，打开后台',
    '首先，讲一下背景',
    '但是，这样做有个前提',
    '接下来说的是对账',
    '什么是好的产品？',
    '所谓的问题',
    '他们叫我老王',
    '以下是流程图：',
    '链接：https://example.com/a',
    '比分是 3:2，不是 2:3',
    '版本：v1.2.3',
    '举个例子，你去超市买东西',
    '![图](http://example.com/a.png)',
    '[鼓掌][鼓掌]',
    '谢谢大家',
    'PS：今晚先讲到第二部分',
    '2、',
    '……',
    '（一）（二）',
    '成交量方面：去年一共三万笔，比前年多一成',
    '两种账户：一种收一种付',
    '三个月：从签约那天算起的期限',
    '归纳起来三句话：先查，再核，最后才付',
    '谈及仓储行业，一般会看两个数字',
    '这种做法的法律风险，下面再说给大家听听',
  ])('%s', (text) => {
    const { tree, talk } = lectureOf([text]);
    run(glossary, tree);
    expect(talk.glossary).toEqual([]);
  });

  it.each([
    ['原则', '记账原则是指记账时要守的规矩。', '记账原则'],
    ['会员', '会员是指在平台上实名登记过的用户。', '会员'],
    ['对账', '对账是指核对两边的流水是否一致。', '对账'],
  ])('单字虚词不切开词语：%s', (_, text, term) => {
    const { tree, talk } = lectureOf([text]);
    run(glossary, tree);
    expect(talk.glossary.map((entry) => entry.term)).toEqual([term]);
  });

  it('指引的“指”不是“指”', () => {
    const { tree, talk } = lectureOf(['新人指引由各组自己编写']);
    run(glossary, tree);
    expect(talk.glossary.map(({ term }) => term)).not.toContain('新人');
  });
});
