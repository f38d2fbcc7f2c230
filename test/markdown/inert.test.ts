import { describe, expect, it } from 'vitest';
import { pageTree, renderMarkdown } from '../../src/markdown/note.js';
import type { Block, Note } from '../../src/schema/note.js';
// @ts-expect-error tools are plain JavaScript
import { liveIn } from '../../tools/drill/fuzz/inert.mjs';
import { note, span } from '../note.js';
import { paragraph } from './page.js';

/** What people may type to reach the reader of a page, or the programs between. */
const payloads: [what: string, text: string][] = [
  ['脚本', '<script>alert(1)</script>'],
  ['图片出错时跑脚本', '<img src=x onerror=alert(1)>'],
  ['框架', '<iframe src="//a.example"></iframe>'],
  ['矢量图', '<svg/onload=alert(1)>'],
  ['整块 HTML', '<div>\n\n# 里面\n\n</div>'],
  ['没写完的标签', '<a href="x'],
  ['注释', '<!-- 藏起来 -->'],
  ['没写完的注释', '<!-- 后面都没了'],
  ['声明和指令', '<!DOCTYPE x><?php echo 1?><![CDATA[x]]>'],
  ['转义的标签', '&lt;script&gt;x&lt;/script&gt;'],
  ['转义几层的标签', '&amp;amp;lt;b&amp;amp;gt;'],
  ['数字转义', '&#60;u&#62;&#x3c;u&#x3e;'],
  ['转义的 javascript', '[a](&#106;avascript:alert(1))'],
  ['javascript 链接', '[a](javascript:alert(1))'],
  ['大小写混着写', '[a](JaVaScRiPt:alert(1))'],
  ['中间夹制表符', '[a](java\tscript:alert(1))'],
  ['中间夹换行', '[a](java\nscript:alert(1))'],
  ['前面有控制字符', '[a](\u0001javascript:alert(1))'],
  ['vbscript 链接', '[a](vbscript:x)'],
  ['data 链接', '[a](data:text/html;base64,PHNjcmlwdD4=)'],
  ['data 图片', '![a](data:image/svg+xml,<svg>)'],
  ['file 链接', '[a](file:///etc/passwd)'],
  ['尖括号里的链接', '<javascript:alert(1)>'],
  ['自动链接', '<https://a.example/?a=1&b=<c>>'],
  ['光秃秃的网址', '看 https://a.example/x_y*z 和 www.a.example'],
  ['www 后面没有东西', 'www. www.'],
  ['邮箱', 'a_b@c.example'],
  ['链接的标题', '[a](https://a.example "t) <b>")'],
  ['链接套链接', '[[a](https://a.example)](https://b.example)'],
  ['引用式链接', '[a][b]\n\n[b]: javascript:alert(1)'],
  ['链接定义', '[m1]: https://a.example'],
  ['脚注', '[^m1]'],
  ['脚注定义', '[^m1]: 冒充\n\n[^m2]: 冒充'],
  ['井号标题', '# 标题'],
  ['六级标题', '###### 标题 ######'],
  ['下划线标题', '标题\n==='],
  ['下划线二级标题', '标题\n---'],
  ['横线', '---'],
  ['星号横线', '***\n\n* * *\n\n___'],
  ['前言的围栏', '---\ntitle: 冒充\n---'],
  ['表格', '| a | b |\n|---|---|\n| 1 | 2 |'],
  ['没有边的表格', 'a | b\n-|-\n1 | 2'],
  ['竖线', 'a | b || c'],
  ['代码块', '```js\nx\n```'],
  ['没关上的代码块', '```\nx'],
  ['波浪线代码块', '~~~\nx\n~~~'],
  ['缩进代码', '    x\n\n\ty'],
  ['行内代码', '`a` ``b` ``'],
  ['引用', '> a\n> > b'],
  ['转义的引用', '&gt; a'],
  ['无序列表', '- a\n- b\n  - c'],
  ['有序列表', '1. a\n2. b\n\n10) c'],
  ['加号列表', '+ a\n* b'],
  ['待办', '- [ ] a\n- [x] b'],
  ['粗斜体', '**a** _b_ ***c*** __d__'],
  ['删除线', '~~a~~ ~b~'],
  ['结尾的反斜杠', 'a\\'],
  ['反斜杠', '\\[a\\](b) \\\\[c](javascript:x)'],
  ['硬换行', 'a  \nb\\\nc'],
  ['Liquid', '{{ site.title }}{% include x %}'],
  ['Jinja 注释', '{# x #}{{{{ x }}}}'],
  ['公式', '$$\\frac{1}{2}$$ $x$ \\(y\\)'],
  ['全角反过来的字', '\u202e<b>\u2066x'],
  ['控制字符', 'a\u0000\u0008\u001b[31mb\u007f'],
  ['零宽字符', '<\u200bscript>x'],
  ['行分隔符', 'a\u2028# b\u2029- c\u0085d'],
  ['半个字符', '\ud800x'],
  ['空白', ' \t\u3000\u00a0'],
  ['缩写定义', '*[HTML]: x'],
  ['表情短码', ':smile: :+1:'],
  ['提到人', '@everyone #1 GH-1'],
];

const turn = (by: string, message: number, text: string) => ({
  by,
  messages: [message],
  spans: [span(text, message)],
});

/** Where a text may come to stand in a note. */
const places: Record<string, (text: string) => Partial<Note>> = {
  昵称: (text) => ({
    speakers: [{ name: text, aliases: [], organization: text, city: text }],
    host: text,
    qa: [{ question: turn(text, 5, '为何'), answers: [turn(text, 6, '因为')] }],
  }),
  标题: (text) => ({ title: text }),
  小标题: (text) => ({
    sections: [
      {
        marker: '一、',
        ordinal: 1,
        title: text,
        level: 1,
        message: 1,
        span: span(text),
        origin: 'typed',
        blocks: [paragraph('正文')],
        sections: [],
      },
    ],
  }),
  序号: (text) => ({
    sections: [
      {
        marker: text,
        ordinal: 1,
        title: '题',
        level: 1,
        message: 1,
        span: span('题'),
        origin: 'typed',
        blocks: [],
        sections: [],
      },
    ],
  }),
  段落: (text) => ({ lead: [paragraph('前', text, '后'), paragraph(text)] }),
  列表: (text) => ({
    lead: [
      {
        type: 'list',
        spans: [span(text)],
        items: [
          { marker: text, span: span('甲') },
          { marker: '1.', span: span(text) },
        ],
      },
    ],
  }),
  引用: (text) => ({ lead: [{ type: 'quote', spans: [span(`> ${text}`)] }, paragraph('后')] }),
  代码: (text) => ({ lead: [{ type: 'code', spans: [span(`\`\`\`\n${text}\n\`\`\``)] }, paragraph('后')] }),
  表格: (text) => ({
    lead: [{ type: 'table', spans: [span(`| a | b |\n|---|---|\n| ${text} | 2 |`)] }, paragraph('后')],
  }),
  图片: (text) => ({ lead: [{ type: 'image', spans: [span('x')], url: text, caption: text } as Block] }),
  链接: (text) => ({ lead: [{ type: 'link', spans: [span(text)], url: text, caption: text } as Block] }),
  问答: (text) => ({
    qa: [{ question: turn('阿坤', 5, text), answers: [turn('木棉', 6, text), turn('木棉', 7, '嗯')] }],
  }),
  术语: (text) => ({
    glossary: [
      {
        term: text,
        kind: 'concept',
        message: 2,
        start: 0,
        end: 2,
        definition: [span(text, 2)],
        aliases: [span(text, 2)],
        broader: { id: 'bill', label: text, origin: 'lexicon' },
      },
    ],
  }),
  主题: (text) => ({
    topics: [
      { id: 'text:x', label: text, aliases: [text], score: 0.9, origin: 'text', evidence: [span(text)] },
    ],
  }),
  请求: (text) => ({ restrictions: [span(text, 3)] }),
  预告: (text) => ({ schedule: { ...note().schedule, announced: span(text, 0) } }),
  文件名: (text) => ({ sources: [{ ...note().sources[0]!, path: `club/${text}.md`, group: 'club' }] }),
  待核对: (text) => ({ review: [{ code: 'title-inferred', reason: text, message: 1 }] }),
};

describe.each(Object.entries(places))('写进%s', (_, place) => {
  it.each(payloads)('%s 只是字', (_what, text) => {
    const made = note(place(text));
    expect(liveIn(renderMarkdown(made), pageTree(made))).toEqual([]);
  });
});

describe('检查自己', () => {
  it.each([
    ['HTML', '<b>x</b>'],
    ['脚本链接', '[a](javascript:x)'],
    ['多一个标题', '# a\n\n# b'],
    ['不是写的字', 'y'],
  ])('看得出%s', (_, page) => {
    const tree = {
      type: 'root',
      children: [{ type: 'paragraph', children: [{ type: 'text', value: 'x' }] }],
    };
    expect(liveIn(page, tree)).not.toEqual([]);
    expect(liveIn('x', tree)).toEqual([]);
  });
});

describe('别的程序认的记号', () => {
  it('网站生成器的花括号拆开了，读的人看到的还是原样', () => {
    const page = renderMarkdown(note({ title: '{{ site.x }}', lead: [paragraph('{% include x %}{# y #}')] }));
    expect(page.replace(/^---\n.*?\n---\n/su, '')).not.toMatch(/\{[{%#]/u);
  });
});
