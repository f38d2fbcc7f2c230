import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { renderMarkdown } from '../../../src/markdown/note.js';
import { picturesOf } from '../../../src/publish/pictures/in-note.js';
import type { Block, Note } from '../../../src/schema/note.js';
import { note, span } from '../../note.js';
import { section } from '../talks.js';

const block = (type: Block['type'], text: string, more: Partial<Block> = {}): Block => ({
  ...{ type, spans: [span(text)] },
  ...more,
});

/** The addresses on the web that the page itself asks for. */
function askedBy(one: Note): string[] {
  const asked = new Set<string>();
  const picture = (url: string) => {
    if (/^https?:/iu.test(url)) asked.add(url);
    return url;
  };
  renderMarkdown(one, { properties: {}, links: { link: () => undefined, concepts: [], picture } });
  return [...asked].sort();
}

const full = note({
  lead: [
    block('image', '![流程](https://a.example/1.png)', { url: 'https://a.example/1.png?a=1&amp;amp;b=2' }),
    block('image', '![](javascript:alert(1))', { url: 'javascript:alert(1)' }),
    block('image', '![](images/2.png)', { url: 'images/2.png' }),
    block('link', '[网页](https://a.example/3.png)', { url: 'https://a.example/3.png' }),
    block('paragraph', '先看![图](https://a.example/4.png)，再看 https://a.example/5.png'),
    block('paragraph', '转了两次&amp;#33;[图](https://a.example/6.png)'),
    block('list', '一、![](https://a.example/7.png)', {
      items: [{ marker: '一、', span: span('![](https://a.example/7.png)') }],
    }),
    block('quote', '&gt; ![](https://a.example/8.png)'),
    block('code', '![](https://a.example/9.png)'),
    block('table', '| 甲 | 乙 |\n| --- | --- |\n| ![图](https://a.example/10.png) | 2 |'),
  ],
  sections: [
    {
      ...section('开证', '![](https://a.example/1.png)'),
      sections: [section('审单', '![](HTTP://A.example/11.png) ![](https://a.example/1.png)')],
    },
  ],
  qa: [
    {
      question: { by: '阿坤', messages: [3], spans: [span('@木棉 看![](https://a.example/12.png)', 3)] },
      answers: [{ by: '木棉', messages: [4], spans: [span('![](https://a.example/13.png)', 4)] }],
    },
  ],
  glossary: [
    {
      ...{ term: '票据', kind: 'concept', message: 5, start: 0, end: 2 },
      ...{ definition: [span('票据如图![](https://a.example/14.png)', 5)], broader: null, aliases: [] },
    },
  ],
});

test('页上会显示的图，每张一次；代码、表格、普通链接里的不算', () => {
  const numbers = picturesOf(full).map((url) => /(\d+)\.png/u.exec(url)![1]);
  expect(numbers).toEqual(['1', '4', '6', '7', '8', '1', '11', '12', '13', '14']);
  expect(picturesOf(full)).toContain('https://a.example/1.png?a=1&b=2');
});

const discussion = note({
  kind: 'discussion',
  lecture: undefined,
  discussion: {
    messages: [1, 2],
    people: ['木棉', '沙棘'],
    turns: [
      { by: '木棉', messages: [1], spans: [span('![](https://a.example/1.png)', 1)] },
      { by: '沙棘', messages: [2], spans: [span('「木棉：![](https://a.example/2.png)」 - - - - 好', 2)] },
    ],
  },
});

test.each([
  ['讲座', full],
  ['讨论', discussion],
  ...globSync('test/fixtures/notes/**/*.json').map((file): [string, Note] => [
    file,
    JSON.parse(readFileSync(file, 'utf8')),
  ]),
])('与页面自己问的一样：%s', (_, one) => {
  if (one.version !== 1 || !('sections' in one)) return;
  expect([...picturesOf(one)].sort()).toEqual(askedBy(one));
});
