import type { Link } from 'mdast';
import { toString as wordsIn } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { git } from '../../../src/publish/targets/git.js';
import { markdownKey } from '../../../src/publish/targets/markdown-pages.js';
import { obsidian } from '../../../src/publish/targets/obsidian.js';
import { section, talk } from '../talks.js';
import { byTemplates } from '../templates.js';
import { counts } from '../world.js';

const begin = (templates: Record<string, string>) => byTemplates(git, templates);

/** A page as a reader of Markdown takes it, front matter and all. */
const treeOf = (page: string) => unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).parse(page);

const key = `talk:${talk(1).id}`;

test('自己的模板做分享页；没有模板的页照旧；第二次不写', async () => {
  const { world, run, page } = begin({
    'talk.liquid':
      '# {{ note.title }}\n\n{% for s in note.sections %}* {{ s.title }}（消息 {{ s.message }}）\n{% endfor %}',
  });
  world.notes.put(talk(1));
  await run();
  expect(await page(key)).toBe(
    `---\njianglu: ${JSON.stringify(key)}\n---\n\n# 信用证第1讲\n\n* 开证（消息 1）\n* 审单（消息 2）\n`,
  );
  expect(await page('index:talks')).toContain('## 2024-05');
  expect(Object.keys(counts(await run()))).toEqual(['same']);
});

test('链接跟着页走；没有那一页就只有字', async () => {
  const { world, run, page } = begin({
    'talk.liquid':
      '{% for t in talk.topics %}{% assign k = "topic:" | append: t.id %}{{ k | link: t.label }}{% endfor %} {{ "topic:nix" | link: "没有" }}',
  });
  world.notes.put(talk(1));
  await run();
  expect(await page(key)).toContain('[信用证](../../topics/信用证.md) 没有');
});

test('群友打的字在模板里也不起作用', async () => {
  const hostile = '<script>x</script> **粗** [链](javascript:x) {{ 1 }} ![图](http://a/b)';
  const { world, run, page } = begin({ 'talk.liquid': '{{ note.sections[0].title }}' });
  world.notes.put(talk(1, { sections: [section(hostile, '正文')] }));
  await run();
  const tree = treeOf(await page(key));
  const types = new Set<string>();
  visit(tree, (node) => void types.add(node.type));
  expect([...types].sort()).toEqual(['paragraph', 'root', 'text', 'yaml']);
});

test('链接的字里有什么，也还是一条链接', async () => {
  const words = '![图](b.md) ](x) `y';
  const { world, run, page } = begin({ 'talk.liquid': '{{ "index:talks" | link: note.sections[0].title }}' });
  world.notes.put(talk(1, { sections: [section(words, '正文')] }));
  await run();
  const tree = treeOf(await page(key));
  const links: Link[] = [];
  visit(tree, 'link', (node) => void links.push(node));
  expect(links.map((link) => [link.url, wordsIn(link)])).toEqual([['../../index.md', words]]);
});

test.each([
  ['没写完的标签', { 'talk.liquid': '一\n{% if %}' }, 'template-invalid', 2],
  ['不认识的过滤器', { 'talk.liquid': '{{ note.title | 没有 }}' }, 'template-invalid', 1],
  [
    '停不下来的',
    { 'talk.liquid': '{% for i in (1..100000000) %}{{ i }}{% endfor %}' },
    'template-invalid',
    1,
  ],
  ['读文件夹外面', { 'talk.liquid': "{% include '../../../../../../etc/passwd' %}" }, 'template-invalid', 1],
  [
    '最后一种页的写不成',
    { 'talk.liquid': '好', 'index.liquid': "{% include '没有' %}" },
    'template-invalid',
    1,
  ],
  ['空的文件夹', {}, 'templates-missing', undefined],
])('坏模板（%s）：说出哪个文件哪一行，什么都不写', async (_, templates, code, line) => {
  const { world, run } = begin(templates);
  world.notes.put(talk(1));
  await expect(run()).rejects.toMatchObject({ code, ...(line !== undefined && { line }) });
  expect((await world.place.pages()).size).toBe(0);
});

test('模板里的东西都在文档里说的名下', async () => {
  const { world, run, page } = begin({
    'concept.liquid': '{{ concept.label }}｜{{ concept.kind }}｜{{ concept.definitions[0].text }}',
    'speaker.liquid': '{{ speaker.name }}：{% for t in speaker.talks %}{{ t.title }}{% endfor %}',
    'topic.liquid': '{{ topic.label }}：{{ topic.talks.size }}',
    'index.liquid': '{% for t in talks %}{{ t.date }} {{ t.title | plain }}\n{% endfor %}{{ page.kind }}',
  });
  world.notes.put(talk(1));
  await run();
  expect(await page('concept:term:不符点')).toContain('不符点｜risk｜不符点是单据与信用证不一致之处。');
  expect(await page('speaker:木棉-青禾银行')).toContain('木棉-青禾银行：信用证第1讲');
  expect(await page('topic:letter-of-credit')).toContain('信用证：1');
  expect(await page('index:talks')).toContain('2024-05-01 信用证第1讲\nindex');
  expect(markdownKey(await page('index:talks'))).toBe('index:talks');
});

test('模板夹里名叫 file 的部件只是部件：分类页、页眉照旧', async () => {
  const { world, run, page } = byTemplates(obsidian, {
    'file.liquid': '部件',
    'talk.liquid': '{% render "file" %}',
  });
  world.notes.put(talk(1));
  const { outcomes } = await run();
  expect(await page(key)).toContain('部件');
  const files = outcomes.filter(({ kind }) => kind === 'file');
  expect(files.length).toBeGreaterThan(0);
  for (const { key } of files) expect(await page(key)).not.toContain('部件');
});
