import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/markdown/note.js';
import type { Block, Note } from '../../src/schema/note.js';
import { note, span } from '../note.js';
import { paragraph } from './page.js';

const list = (message: number, ...items: [marker: string, text: string][]): Block => ({
  type: 'list',
  spans: [span('x', message)],
  items: items.map(([marker, text]) => ({ marker, span: span(text, message) })),
});

const picture = (message: number, caption = ''): Block => ({
  type: 'image',
  spans: [span('x', message)],
  url: 'https://pictures.example/1.png',
  caption,
});

/** What a page shows of a lecture, without the footnotes at its end. */
function shown(lead: Block[], more: Partial<Note> = {}): string {
  const page = renderMarkdown(note({ title: '仓单流转', lead, ...more }));
  return page.slice(page.indexOf('## 正文'), page.indexOf('\n[^m')).trim();
}

describe('讲座里的列表', () => {
  it.each([
    ['1、', '2、'],
    ['（1）', '（2）'],
    ['1)', '2)'],
    ['①', '②'],
    ['1.', '2.'],
  ])('序号 %s 连着数的，用 Markdown 自己的序号，不重复', (one, two) => {
    expect(shown([list(3, [one, '登记'], [two, '质押'])])).toBe('## 正文\n\n1. 登记\n2. 质押[^m3]');
  });

  it('同一条消息的列表只在末项注出处，换了消息才再注', () => {
    const text = shown([list(3, ['1、', '登记'], ['2、', '质押']), list(4, ['3、', '放款'])]);
    expect(text).toBe('## 正文\n\n1. 登记\n2. 质押[^m3]\n3. 放款[^m4]');
  });

  it('序号数不下去的，照原样写', () => {
    expect(shown([list(3, ['1、', '登记'], ['3、', '放款'])])).toBe('## 正文\n\n- 1、登记\n- 3、放款[^m3]');
    expect(shown([list(3, ['一、', '登记'], ['二、', '质押'])])).toBe(
      '## 正文\n\n- 一、登记\n- 二、质押[^m3]',
    );
  });

  it('从一重新数起的另成一列，引出它的话放在两列之间', () => {
    const items: [string, string][] = [
      ['1、', '仓单要先登记。 办理质押要三份材料：'],
      ['1、', '仓单原件'],
    ];
    expect(shown([list(3, ...items)])).toBe(
      '## 正文\n\n1. 仓单要先登记。\n\n办理质押要三份材料：\n\n1. 仓单原件[^m3]',
    );
  });

  it('挨着的两列没有序号的，成一列', () => {
    const text = shown([list(3, ['-', '登记']), list(4, ['·', '质押'])]);
    expect(text).toBe('## 正文\n\n- 登记[^m3]\n- 质押[^m4]');
  });
});

describe('没有题图的图', () => {
  it('用所在标题的话说明，第二张起编号；有题图的用自己的', () => {
    const text = shown([picture(3), picture(4), picture(5, '流程')]);
    expect(text.match(/!\[[^\]]*\]/gu)).toEqual(['![仓单流转]', '![仓单流转（2）]', '![流程]']);
  });

  it('问答里的图说明是谁发的', () => {
    const page = renderMarkdown(
      note({
        qa: [
          {
            question: { by: '韦知秋', messages: [5], spans: [span('看这张', 5)] },
            answers: [{ by: '木棉', messages: [6], spans: [span('![](https://pictures.example/2.png)', 6)] }],
          },
        ],
      }),
    );
    expect(page).toContain('答 · 木棉：![木棉发的图](https://pictures.example/2.png)');
  });

  it('正文里的图也由标题说明', () => {
    expect(shown([paragraph('![](https://pictures.example/3.png)')])).toContain('![仓单流转](');
  });
});
