import { expect, test } from 'vitest';
import { h } from '../../../../src/pages/html.js';
import { settled } from '../../../../src/publish/targets/site/settled.js';

const there: Record<string, string> = { '/talks/a': 'a.html', '/talks?speaker=a&b=c': '../s.html', '/': '"' };
const made = (markup: unknown) => settled(String(markup), (address) => there[address]);

test.each([
  ['链接换成文件的', h`<a href="/talks/a">甲</a>`, '<a href="a.html">甲</a>'],
  ['地址里的 & 按标记的写法认', h`<a href="${'/talks?speaker=a&b=c'}">甲</a>`, '<a href="../s.html">甲</a>'],
  ['换上的地址里的引号转义', h`<a href="/">甲</a>`, '<a href="&#34;">甲</a>'],
  ['没有那一页：只剩字', h`<p>见<a href="/talks/b">乙</a>。</p>`, '<p>见乙。</p>\n'],
  ['没有那一页，有样子的留着样子', h`<a class="chip" href="/talks/b">乙</a>`, '<span class="chip">乙</span>'],
  ['没有的和有的挨着', h`<a href="/x">乙</a><a href="/talks/a">甲</a>`, '乙<a href="a.html">甲</a>'],
  [
    '页内的、网上的不动',
    h`<a href="#m1">1</a><a href="https://a.example/">a</a>`,
    '<a href="#m1">1</a><a href="https://a.example/">a</a>',
  ],
  ['没有的图不放', h`<b>甲<img src="/assets/x.svg" alt="" /></b>`, '<b>甲</b>'],
  ['没有的表单不提交到哪里', h`<form action="/x" role="search"></form>`, '<form role="search"></form>\n'],
  ['字里写的标记是字', h`<b>${'<a href="/talks/a">'}</b>`, '<b>&lt;a href=&quot;/talks/a&quot;&gt;</b>'],
  [
    '属性里写的标记是字',
    h`<a href="/talks/a" title="${'" href="/x">'}">甲</a>`,
    '<a href="a.html" title="&quot; href=&quot;/x&quot;&gt;">甲</a>',
  ],
  [
    '一块一行，已经换行的不再换',
    h`<ul><li>甲</li><li>乙</li>\n</ul>`,
    '<ul><li>甲</li>\n<li>乙</li>\n</ul>\n',
  ],
  ['没有标记的不动', '甲 > 乙', '甲 > 乙'],
])('%s', (_, markup, file) => {
  expect(made(markup)).toBe(file);
});
