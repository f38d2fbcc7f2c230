import { describe, expect, it } from 'vitest';
import { quotationIn, withoutQuotations } from '../../src/language/quotation.js';

describe('引用', () => {
  it.each([
    [
      '「阿木：备付金怎么算？」\n- - - - - - - - - - - - - - -\n按日均余额算',
      '阿木：备付金怎么算？',
      '按日均余额算',
    ],
    ['「阿木：他说「日均」的」\n- - - - -\n对', '阿木：他说「日均」的', '对'],
    [
      '「阿木：「乙：怎么算」- - - -\n按日算」\n- - - - -\n同意',
      '阿木：「乙：怎么算」- - - -\n按日算',
      '同意',
    ],
    ['「阿木：怎么算」----- 按日算', '阿木：怎么算', '按日算'],
    ['「阿木：怎么算」\n——————\n按日算', '阿木：怎么算', '按日算'],
    ['我也想问「阿木：怎么算」\n- - - - -\n同问', '阿木：怎么算', '同问'],
  ])('%j', (text, quoted, reply) => {
    const quotation = quotationIn(text)!;
    expect(quotation.text).toBe(quoted);
    expect(text.slice(quotation.end)).toBe(reply);
    expect(text[quotation.start]).toBe('「');
  });

  it.each([
    [
      '? 阿木-稻谷: 备付金怎么算？ ? - - - - - - - - - 按日均余额算',
      '阿木-稻谷: 备付金怎么算？',
      '按日均余额算',
    ],
    ['?阿木：怎么算??- - - - - - 按日算', '阿木：怎么算?', '按日算'],
  ])('导出时丢了括号，写成问号：%j', (text, quoted, reply) => {
    const quotation = quotationIn(text)!;
    expect([quotation.start, quotation.text, text.slice(quotation.end)]).toEqual([0, quoted, reply]);
    expect(withoutQuotations(text)).toBe(` ${reply}`);
  });

  it.each([
    ['问号开头，没有横线', '?阿木：备付金怎么算'],
    ['问号在中间', '我也想问? 阿木：怎么算 ? - - - - - - 同问'],
    ['没有昵称', '? 怎么算 ? - - - - - - 按日算'],
    ['没有横线的不是引用', '他说的「备付金」是另一回事'],
    ['两个短横是破折号', '「备付金」--按日均余额算'],
    ['空的不是', '「」- - - - -\n好'],
  ])('%s', (_, text) => {
    expect(quotationIn(text)).toBeUndefined();
    expect(withoutQuotations(text)).toBe(text);
  });

  it('去掉引用，留下自己的话', () => {
    expect(withoutQuotations('「甲：一」- - - -\n好 「乙：二」- - - -\n也好')).toBe(' 好  也好');
  });
});
