import fc from 'fast-check';
import { toString as wordsIn } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import type { Block, Note } from '../../../../src/schema/note.js';
import { note, span } from '../../../note.js';
import { type Acts, actsIn, parsed, propertiesOf } from './read.js';
import { pagesOf } from './vault.js';

/** What members may type that Obsidian, or a plugin that many have, would act on. */
const hostile = [
  '#话题 #topic/a-b #2024a',
  '前#话题',
  '[[别的页]] ![[别的页]] [[a|b]] [[#一]]',
  '%%藏起来%% %% 后面都没了',
  '%%%四个%%%%',
  '==亮== ===a=== ====',
  'a== ==b',
  '$x$ $$\\frac{1}{2}$$ 值$5和$6',
  '说到这里 ^m1',
  '^m1',
  '说到这里 ^m9\n再说一句',
  '^[行内脚注] [^m1] [^1]: x',
  '{{title}} {{{date}}} {{{{x}}}}',
  '<% tp.file.delete() %> <%* x %>',
  '字段:: 值 [字段:: 值] (a:::b)',
  'obsidian://open?vault=x file:///etc/passwd 见app://x',
  '[!danger] 小心',
  '> [!danger]- 小心\n> 里面',
  '`= dv.pages()` `$= dv` ``x``',
  '```dataview\nLIST\n```',
  '~~~\n%%x%%',
  '- [ ] 待办 - [x] 做了',
  '- [ ] 待办\n- [/] 一半',
  '<b>粗</b> <!-- 藏 --> <script>x</script> &lt;i&gt;',
  '# 标题\n## 又一个',
  '标题\n===',
  '---\njianglu: talk:x\n---',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '\\#a \\%% \\[[x]] \\$x\\$ \\\\^m1',
  '**粗** __粗__ *斜* _斜_ ~~删~~',
  '*[缩写]: x',
  '$%%==#^{{::<%[[',
  ':%%:==:[[:$:#:^m1',
  '%=%=%% ==%%==',
  '{%%} {==} <%%%>',
];

const turn = (by: string, message: number, text: string) => ({
  by,
  messages: [message],
  spans: [span(text, message)],
});
const section = (marker: string, title: string, message: number, blocks: Block[] = []) => ({
  ...{ marker, ordinal: 1, title, level: 1, message, span: span(title, message), origin: 'typed' as const },
  ...{ blocks, sections: [] },
});
const said = (text: string, message = 1): Block => ({ type: 'paragraph', spans: [span(text, message)] });

/** Where a text may come to stand. */
const places: Record<string, (text: string) => Partial<Note>> = {
  段落: (text) => ({ lead: [said(text), said('后', 2)] }),
  几条消息: (text) => ({
    lead: [{ type: 'paragraph', spans: [span('前', 1), span(text, 2), span('后', 3)] }],
  }),
  标题: (text) => ({ title: text }),
  小标题: (text) => ({ sections: [section('一、', text, 1, [said('正文')])] }),
  序号: (text) => ({ sections: [section(text, '题', 1), section('二、', '另一题', 2, [said('正文', 2)])] }),
  列表: (text) => ({
    lead: [
      {
        type: 'list',
        spans: [span(text)],
        items: [
          { marker: text, span: span('甲') },
          { marker: '·', span: span(text) },
        ],
      },
    ],
  }),
  引用: (text) => ({ lead: [{ type: 'quote', spans: [span(text)] }] }),
  代码: (text) => ({ lead: [{ type: 'code', spans: [span(`\`\`\`\n${text}\n\`\`\``)] }, said('后', 2)] }),
  表格: (text) => ({
    lead: [
      { type: 'table', spans: [span(`| 甲 | 乙 |\n|---|---|\n| ${text.replace(/[|\n`]/gu, ' ')} | 2 |`)] },
    ],
  }),
  问答: (text) => ({
    qa: [{ question: turn(text, 5, text), answers: [turn(text, 6, text), turn('木棉', 7, '嗯')] }],
  }),
  昵称: (text) => ({ speakers: [{ name: text, aliases: [text], city: text }], host: text }),
  主题: (text) => ({
    topics: [
      {
        id: `text:${text}`,
        label: text,
        aliases: [text],
        score: 0.9,
        origin: 'text',
        evidence: [span(text)],
      },
    ],
  }),
  术语: (text) => ({
    glossary: [
      {
        ...{ term: text, kind: 'concept', message: 2, start: 0, end: 2 },
        ...{ definition: [span(text, 2)], aliases: [span(text, 2)], broader: null },
      },
    ],
  }),
  待核对: (text) => ({ review: [{ code: 'x', reason: text, message: 1 }] }),
  群名: (text) => ({ sources: [{ ...note().sources[0]!, group: text, path: `${text}/x.md` }] }),
};

/** The pages of a note in which nobody typed anything that acts. */
const calmOf = (fields: Partial<Note>): Acts[] => [...pagesOf(note(fields)).values()].map(actsIn);

/** Whatever acts in the pages of a note that is not ours. */
function liveIn(made: Note, calm: readonly Acts[]): string[] {
  const pages = pagesOf(made);
  const files = new Set([...pages.keys()].map((name) => name.replace(/\.md$/u, '')));
  return [...pages].flatMap(([name, page], index) => {
    if (name.endsWith('.base')) return [];
    const { foreign, inner, blocks, callouts, headings } = actsIn(page);
    const expected = calm[index]!;
    const links = inner
      .filter(({ path }) => path !== '' && !files.has(path))
      .map(({ path }) => `链接 ${path}`);
    const lost = inner.filter(
      ({ path, anchor }) => path === '' && anchor.startsWith('^') && !blocks.includes(anchor.slice(1)),
    );
    const same = (what: string, a: readonly unknown[], b: readonly unknown[]) =>
      a.length === b.length ? [] : [`${what} ${a.length} 不是 ${b.length}：${a.join(' ')}`];
    return [
      ...foreign,
      ...links,
      ...lost.map(({ anchor }) => `没有 ${anchor}`),
      ...(propertiesOf(page) ? [] : ['属性读不出来']),
      ...same('记号', blocks, expected.blocks),
      ...same('标注', callouts, expected.callouts),
      ...same('小标题', headings, expected.headings),
    ].map((found) => `${name}: ${found}`);
  });
}

describe.each(Object.entries(places))('打在%s里', (_, place) => {
  const calm = calmOf(place('平常的话'));

  it.each(hostile)('%j 只是字', (text) => {
    expect(liveIn(note(place(text)), calm)).toEqual([]);
  });
});

const pieces = [
  ...[
    '#',
    '$',
    '^',
    '%',
    '=',
    '{',
    '}',
    '[',
    ']',
    '|',
    '<',
    '>',
    ':',
    '/',
    '!',
    '`',
    '~',
    '*',
    '_',
    '\\',
    '-',
    '.',
  ],
  ...[' ', '\n', 'a', '中', 'm1', '%%', '==', '[[', '<%', '://', 'www.a.b', '&lt;'],
];

describe('随便打什么', () => {
  const typed = fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 14 })
    .map((parts) => parts.join(''))
    .filter((text) => /\S/u.test(text) && !text.includes(']('));
  const together = typed.map((text) => text.replace(/\n\s*\n/gu, '\n'));

  const calmly = Object.values(places).map((place) => ({ place, calm: calmOf(place('平常的话')) }));
  const inParagraph = calmOf({ lead: [said('平常的话')] });

  it('段落里没有什么起作用，字还是那些字', () => {
    fc.assert(
      fc.property(together, (text) => {
        const made = note({ lead: [said(text)] });
        expect(liveIn(made, inParagraph)).toEqual([]);
        const page = [...pagesOf(made).values()][0]!;
        const tree = parsed(page);
        const at = tree.children.findIndex((node) => node.type === 'heading' && wordsIn(node) === '正文');
        const expected = text
          .replaceAll('&lt;', '<')
          .split('\n')
          .map((line) => line.replace(/[ \t]+/gu, ' ').trim())
          .join('\n')
          .trim();
        expect(wordsIn(tree.children[at + 1])).toBe(`${expected} ^m1`);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('别处也没有什么起作用', () => {
    fc.assert(
      fc.property(typed, fc.constantFrom(...calmly), (text, { place, calm }) => {
        expect(liveIn(note(place(text)), calm)).toEqual([]);
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});

describe('检查自己', () => {
  it.each([
    ['标签', '说#a 和 #话题'],
    ['标签', '#topic/a'],
    ['注释', 'a %%b%%'],
    ['注释', '\\%%b'],
    ['高亮', '==亮=='],
    ['公式', '值 $5'],
    ['模板', '{{title}}'],
    ['模板', '\\<% x %>'],
    ['字段', 'a:: b'],
    ['协议', '见 obsidian://open'],
    ['嵌入', '![[别的页#^a]]'],
    ['行内脚注', '^[a]'],
    ['HTML', '<b>x</b>'],
  ])('看得出%s：%j', (what, page) => {
    expect(actsIn(page).foreign.map((one) => one.split(' ')[0])).toContain(what);
  });

  it.each([
    ['双链', '[[别的页]]', { inner: [{ path: '别的页', anchor: '' }] }],
    ['记号', '字 ^a-1\n\n> 引用\n\n^b', { blocks: ['a-1', 'b'] }],
    ['不是记号', '字\\^a 字^b ^中', { blocks: [] }],
    ['标注', '> [!note]- a\n> > [!quote] b', { callouts: ['note', 'quote'] }],
    ['不是标注', '> \\[!note] a', { callouts: [] }],
  ])('看得出%s', (_, page, found) => {
    expect(actsIn(page)).toMatchObject(found);
  });
});

describe('地址', () => {
  it.each([
    ['通到库里的是字', '[看](别的页.md) [看](/别的页) ![图](图.png)', []],
    ['通到外面的留着', '[看](https://a.example/x)', ['https://a.example/x']],
    ['里面的记号换了写法', 'https://a.example/?a==&b=%%c', ['https://a.example/?a=%3D&b=%25%25c']],
  ])('%s', (_, text, outer) => {
    const acts = actsIn([...pagesOf(note({ lead: [said(text)] })).values()][0]!);
    expect(acts.outer).toEqual(outer);
    expect({ pictures: acts.pictures, foreign: acts.foreign }).toEqual({ pictures: [], foreign: [] });
  });
});
