import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/markdown/note.js';
import { note, span } from '../note.js';

const answered = (...texts: string[]) => {
  const spans = texts.map((text, index) => span(text, index + 6));
  const page = renderMarkdown(
    note({
      qa: [
        {
          question: { by: '韦知秋-蓝岬', messages: [5], spans: [span('@木棉?仓单能拆开吗？', 5)] },
          answers: [{ by: '木棉', messages: spans.map(({ message }) => message), spans }],
        },
      ],
    }),
  );
  return page.slice(page.indexOf('问 ·'), page.indexOf('[^m5]: '));
};

describe('问答里叫人的话', () => {
  it('问句不带开头的称呼', () => {
    expect(answered('可以')).toContain('韦知秋-蓝岬：仓单能拆开吗？');
  });

  it.each([
    ['提问人的昵称', '@韦知秋-蓝岬 可以拆'],
    ['提问人在群里的另一个昵称', '@知秋-蓝岬-合规?可以拆'],
    ['写得比提问人更长的昵称', '@韦知秋-蓝岬-支付??-杭州?可以拆'],
    ['用波浪号隔开的昵称', '@韦知秋-蓝岬~产品~上海 可以拆'],
    ['末尾叫人的话', '可以拆！@韦知秋-蓝岬-杭州?'],
    ['几个人的昵称', '@韦知秋-蓝岬?@沈砚秋-澜仓-苏州?可以拆'],
    ['带空格的昵称', '@知秋 - 蓝岬 - 杭州?可以拆'],
    ['带 & 的昵称', '@知秋-仓单&amp;amp;票据-杭州?可以拆'],
    ['没有标点隔开的末尾昵称', '可以拆@沈砚秋-澜仓-苏州'],
    ['末尾昵称后面的表情', '可以拆@沈砚秋-澜仓-苏州?[呲牙]'],
    ['引用卡片', '「 韦知秋-蓝岬: 仓单能拆开吗？ 」 - - - - - - - - - - 可以拆'],
  ])('答句不带%s', (_, text) => {
    expect(answered(text)).toContain('木棉：可以拆');
  });

  it('只叫了人的一条在别的话旁边略去，单独时留下', () => {
    expect(answered('@韦知秋-蓝岬', '可以拆')).toContain('木棉：可以拆');
    expect(answered('@韦知秋-蓝岬')).toContain('木棉：韦知秋-蓝岬');
  });

  it('问句不带末尾的称呼', () => {
    const page = renderMarkdown(
      note({
        qa: [
          {
            question: {
              by: '韦知秋',
              messages: [5],
              spans: [span('仓单能拆开吗？@木棉-衡舟-产品-北京?', 5)],
            },
            answers: [{ by: '??木棉??', messages: [6], spans: [span('可以', 6)] }],
          },
        ],
      }),
    );
    expect(page).toContain('问 · 韦知秋：仓单能拆开吗？[^m5]');
    expect(page).toContain('答 · 木棉：可以');
  });

  it.each([
    ['@韦知秋-蓝岬这个可以拆', '这个可以拆'],
    ['@韦知秋-蓝岬~可以拆的，费率千六', '~可以拆的，费率千六'],
    ['@韦知秋-蓝岬——这个可以拆，要报备', '这个可以拆，要报备'],
    ['谁负责？@小王负责对接工作', '谁负责？小王负责对接工作'],
    ['这样配。@Transactional', '这样配。Transactional'],
    ['谢谢！@所有人今晚八点开会', '谢谢！所有人今晚八点开会'],
  ])('称呼后面紧跟的话不当昵称：%s', (text, shown) => {
    expect(answered(text)).toContain(shown);
  });

  it.each([
    ['不行哦@沈砚秋-澜仓-苏州?要先报备', '木棉：不行哦 沈砚秋 要先报备'],
    ['刚在路上@沈砚秋-澜仓-苏州?，仓单能拆', '木棉：刚在路上 沈砚秋，仓单能拆'],
    ['这个可以问@沈砚秋-澜仓-苏州', '木棉：这个可以问 沈砚秋'],
    ['写信到 a@b-c-d.example 就行', '@b-c-d.example 就行'],
  ])('句中的昵称只留名字，话里要用的也留：%s', (text, shown) => {
    expect(answered(text)).toContain(shown);
  });

  it('句中的称呼只去掉 @', () => {
    expect(answered('这要问 @半夏 才知道')).toContain('这要问 半夏 才知道');
    expect(answered('在@半夏的鼓励下写的')).toContain('在半夏的鼓励下写的');
    expect(answered('谢谢@半夏@南风')).toContain('谢谢半夏 南风');
  });
});
