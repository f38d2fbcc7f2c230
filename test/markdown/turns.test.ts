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
    ['引用卡片', '「 韦知秋-蓝岬: 仓单能拆开吗？ 」 - - - - - - - - - - 可以拆'],
  ])('答句不带%s', (_, text) => {
    expect(answered(text)).toContain('木棉：可以拆');
  });

  it('只叫了人的一条在别的话旁边略去，单独时留下', () => {
    expect(answered('@韦知秋-蓝岬', '可以拆')).toContain('木棉：可以拆');
    expect(answered('@韦知秋-蓝岬')).toContain('木棉：韦知秋-蓝岬');
  });

  it('句中的称呼只去掉 @', () => {
    expect(answered('这要问 @半夏 才知道')).toContain('这要问 半夏 才知道');
  });
});
