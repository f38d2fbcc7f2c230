import { describe, expect, it } from 'vitest';
import { markerFinders, piecesOf } from '../../../src/stages/outline/pieces.js';
import { headingsOf, outlined } from '../chat.js';
import { lexicon, message } from '../glossary-lecture.js';

const body = '货主把货送进监管仓，仓库验货以后开出单据，谁拿着单据谁就能提货。';
const titles = (texts: string[]) => headingsOf(texts);
const items = (texts: string[]) => {
  const { talk } = outlined(texts);
  const all = [...talk.lead, ...talk.sections.flatMap((section) => section.blocks)];
  return all.flatMap((block) => block.items ?? []).map((item) => item.marker);
};

describe('同一条消息里的一串编号', () => {
  it('开头是整句的清单，后面的短句也留在清单里', () => {
    const text = `货到了以后，我们是这样一件一件去做的：1、货车到仓门口以后先过磅，再由仓管员核对随车的单据。2、核对无误才卸货。3、开单。${body}4、归档。${body}`;
    expect(titles([text, body])).toEqual([]);
    expect(items([text, body])).toEqual(['1、', '2、', '3、', '4、']);
  });

  it('开头是小标题，后面的整句是它下面的清单项', () => {
    const text = `一、常见的风险  1）重复质押的风险。${body}  2）货价风险主要是指货值在放款以后跌破了贷款的本金，银行来不及处置。`;
    expect(titles([text, body])).toEqual(['1 一、 常见的风险', '2 1） 重复质押的风险']);
  });
});

describe('小数和数量不是编号', () => {
  it.each([
    `2.5 倍以内都算正常，${body}`,
    `3 方协议一定要签，${body}`,
    `抵押率 1:N 的算法是这样，${body}`,
    `10.0.0.1 是内网的网关，${body}`,
  ])('%s', (text) => {
    expect(titles([text, body])).toEqual([]);
  });

  it('时间和比例里的冒号后面不是编号', () => {
    expect(items(['交这些：附件1：1、合同。 2、发票。 3、收据。', body])).toEqual(['1、', '2、', '3、']);
    const text = `1、开户：货主与账户是1:1的关系，一个货主只开一个。${body} 2、关仓：以24:00；或者23:30为准。${body}`;
    expect(titles([text, body])).toEqual(['1 1、 开户', '1 2、 关仓']);
  });

  it('标题里的时间不断开', () => {
    const texts = [`1、仓库24:00关门\n${body}`, `2、门卫23：30交班\n${body}`];
    expect(titles(texts)).toEqual(['1 1、 仓库24:00关门', '1 2、 门卫23：30交班']);
  });

  it('接着编下来的号，后面紧跟数字也是编号；列举不是', () => {
    expect(
      items([`流程是这样：1、货车到仓门口过磅，核对单据。 2、卸货上架。 3、7×24小时都能提货。`, body]),
    ).toEqual(['1、', '2、', '3、']);
    expect(items([`流程是这样：1、货车到仓门口过磅。 2、卸货，要 3、4 个人，当天做完。`, body])).toEqual([
      '1、',
      '2、',
    ]);
  });

  it('句子中间的第一种、第二种不是编号', () => {
    expect(items(['这样分：第一种，纸质的。第二种，电子的。第三种，两样都有的。', body])).toEqual([
      '第一种，',
      '第二种，',
      '第三种，',
    ]);
    expect(items(['很多货主吃亏，就是因为把第一种仓单当成了第二种仓单去押。', body])).toEqual([]);
  });

  it('打头的号后面紧跟数字，别的消息里编到它前一号的才是编号', () => {
    const rest = `3、入库单\n${body}`;
    expect(titles([`1、8583号仓\n${body}`, rest])).not.toContain('1 1、 8583号仓');
    expect(titles([rest, `4、8583号仓\n${body}`])).toContain('1 4、 8583号仓');
  });

  it('成串的小数是编号', () => {
    expect(titles([`1.1 入库：${body}`, `1.2 出库：${body}`])).toHaveLength(2);
  });
});

describe('编号后面可以是数字', () => {
  const finders = markerFinders(lexicon.outline);
  it.each([
    ['一、2024年回顾\n正文', ['一、']],
    ['（一）2024年回顾\n正文', ['（一）']],
    ['(1)2024年回顾\n正文', ['(1)']],
    ['第一部分2024年回顾\n正文', ['第一部分']],
    ['流程：①3个工作日到账 ②5天 ③7天', ['①', '②', '③']],
    ['第一，2024年成立。第二，2025年上市', ['第一，', '第二，']],
  ])('%s', (text, typed) => {
    const pieces = piecesOf([message(text, 0)], finders).filter(({ marker }) => marker);
    expect(pieces.map(({ view, marker }) => view.text.slice(marker!.start, marker!.close))).toEqual(typed);
  });
});

describe('目录', () => {
  it('开场说了要讲哪几部分，这几部分就是第一层', () => {
    const texts = [
      '我将从仓库管理、单据管理、货值管理几个方面来讲',
      '仓库管理：',
      '入库管理：',
      body,
      '单据管理：',
      body,
      '货值管理：',
      body,
    ];
    expect(titles(texts)).toEqual(['1 仓库管理', '2 入库管理', '1 单据管理', '1 货值管理']);
  });
});
