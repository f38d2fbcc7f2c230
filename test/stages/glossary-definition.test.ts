import { describe, expect, it } from 'vitest';
import { trimmed } from '../../src/stages/glossary/definition.js';
import { phrasesOf } from '../../src/stages/glossary/phrases.js';
import { spanOf } from '../../src/transcript.js';
import { lexicon, message } from './glossary-lecture.js';

const phrases = phrasesOf(lexicon);

/** What is left of a definition that holds one message a text, whole. */
const left = (...texts: string[]) =>
  trimmed(
    texts.map((text, id) => spanOf(message(text, id), 0, text.length)),
    phrases,
  );
const textsOf = (...texts: string[]) => left(...texts).map(({ text }) => text);

describe('术语解释的起止', () => {
  it.each([
    [
      '引出术语的提问不算解释',
      ['什么是预付仓单？ 指仓库在货到之前开出的凭证。'],
      ['指仓库在货到之前开出的凭证。'],
    ],
    [
      '提问在前一条消息，解释在后一条',
      ['什么是预付仓单，什么是提货单', '预付仓单是货到之前开的。'],
      ['预付仓单是货到之前开的。'],
    ],
    ['只有提问的，照原样', ['什么是预付仓单？'], ['什么是预付仓单？']],
    [
      '自问自答在一句里的，照原样',
      ['什么是预付仓单，是指货到之前开的凭证', '它能质押。'],
      ['什么是预付仓单，是指货到之前开的凭证', '它能质押。'],
    ],
    [
      '同一行里下一个词条不算',
      ['稽核系统：渠道比对、差错登记等 台账系统：逐户登记'],
      ['稽核系统：渠道比对、差错登记等'],
    ],
    [
      '下一条消息是另一个词条的不算',
      ['尾款账户，即只收尾款的户', '挂账科目：不清楚的放这里'],
      ['尾款账户，即只收尾款的户'],
    ],
    [
      '举例还是解释的一部分',
      ['尾款账户是只收尾款的专户 举例：装修的尾款'],
      ['尾款账户是只收尾款的专户 举例：装修的尾款'],
    ],
    ['术语自己的标签不算另一条', ['尾款 账户：只收尾款的专户'], ['尾款 账户：只收尾款的专户']],
    [
      '括号里外文全称后面的冒号不算',
      ['PoR (Proof of Reserve)：储备证明，公布库存'],
      ['PoR (Proof of Reserve)：储备证明，公布库存'],
    ],
  ])('%s', (_, texts, kept) => {
    expect(textsOf(...texts)).toEqual(kept);
  });

  it('剪短以后还是原文里的一段', () => {
    const text = '什么是预付仓单？ 指货到之前开出的凭证 提货单：取货用的单子';
    const [span] = left(text);
    expect(span).toMatchObject({ start: 9, end: 19, text: '指货到之前开出的凭证' });
    expect(text.slice(span!.start, span!.end)).toBe(span!.text);
  });

  it('什么也没有的，什么也不留', () => {
    expect(left()).toEqual([]);
  });
});
