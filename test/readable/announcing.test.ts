import { describe, expect, it } from 'vitest';
import { unannounced } from '../../src/readable/announcing.js';
import type { Section, Span } from '../../src/schema/note.js';

const span = (text: string, message = 3, start = 7): Span => ({
  message,
  start,
  end: start + text.length,
  text,
});

/** A section whose heading stands in the first sentence of its text. */
const section = (title: string, ...texts: [string, ...string[]]): Section => {
  const start = 7 + texts[0].indexOf(title);
  return {
    marker: '',
    ordinal: null,
    title,
    level: 1,
    message: 3,
    span: { message: 3, start, end: start + title.length, text: title },
    origin: 'spoken',
    blocks: [{ type: 'paragraph', spans: texts.map((text, index) => span(text, 3 + index)) }],
    sections: [],
  };
};

const shown = (one: Section) => unannounced(one).flatMap(({ spans }) => spans.map(({ text }) => text));

describe('标题下面不重复报幕的话', () => {
  it.each([
    ['仓单质押', '下面介绍一下仓单质押'],
    ['仓单质押', '首先给大家简单讲讲仓单质押吧。'],
    ['仓单质押', '最后一个类就是仓单质押'],
    ['仓单质押的流程', '接下来我们看一下仓单质押的流程，如下图所示：'],
    ['仓单质押', '仓单质押：'],
    ['仓单质押', '首先，先看下“仓单质押”，'],
  ])('%s：「%s」不再出现', (title, text) => {
    expect(shown(section(title, text))).toEqual([]);
  });

  it.each([
    ['仓单质押', '下面介绍一下仓单质押。货主把仓单押给银行。', '货主把仓单押给银行。'],
    ['仓单质押', '先说下仓单质押，它是以仓单作担保的借款', '它是以仓单作担保的借款'],
    ['几种仓单', '首先说下几种仓单：普通的、电子的。', '普通的、电子的。'],
  ])('%s：「%s」只留报幕以后的', (title, text, left) => {
    expect(shown(section(title, text))).toEqual([left]);
  });

  it.each([
    ['仓单质押', '仓单质押，是以仓单作担保的借款'],
    ['仓单质押', '货主最常问的就是仓单质押'],
    ['仓单质押', '下面介绍一下仓单质押怎么办理和怎么解除'],
    ['仓单质押', '银行看重仓单质押。'],
  ])('%s：「%s」说了别的，照原样', (title, text) => {
    const one = section(title, text);
    expect(unannounced(one)).toBe(one.blocks);
  });

  it('剪掉以后还是原文里的一段，后面的消息不动', () => {
    const one = section('仓单质押', '下面讲仓单质押。货主要登记。', '再去银行。');
    expect(unannounced(one)[0]!.spans).toEqual([
      { message: 3, start: 15, end: 21, text: '货主要登记。' },
      span('再去银行。', 4),
    ]);
  });

  it('标题在别的消息里的，图片打头的，没有正文的，照原样', () => {
    const elsewhere = section('仓单质押', '下面讲仓单质押');
    elsewhere.blocks[0]!.spans[0]!.message = 4;
    const picture = section('仓单质押', '下面讲仓单质押');
    picture.blocks[0]!.type = 'image';
    const empty = { ...elsewhere, blocks: [] };
    for (const one of [elsewhere, picture, empty]) expect(unannounced(one)).toBe(one.blocks);
  });

  it('只有报幕的一段不占别段的位置', () => {
    const one = section('仓单质押', '下面讲仓单质押');
    one.blocks.push({ type: 'paragraph', spans: [span('货主要登记。', 5)] });
    expect(unannounced(one).map(({ spans }) => spans.length)).toEqual([0, 1]);
  });
});
