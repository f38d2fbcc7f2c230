import { posix } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadLexicon } from '../../../src/lexicon.js';
import type { TargetOptions } from '../../../src/publish/target.js';
import { searchFile } from '../../../src/publish/targets/site/search.js';
import { site } from '../../../src/publish/targets/site.js';
import type { Block, Note } from '../../../src/schema/note.js';
import { knownConcepts } from '../../../src/store/records.js';
import { paragraph } from '../../markdown/page.js';
import { note, span } from '../../note.js';
import { someNotes } from '../../serve/site.js';
import { collected, options, rendered } from '../collection.js';
import { section, talk } from '../talks.js';
import { brokenIn, type Files, leaves, valuesOf } from './site/links.js';

const filesOf = async (notes: readonly Note[], more?: Partial<TargetOptions>): Promise<Files> => {
  const pages = await rendered(site, collected(notes), more);
  return new Map([...pages].map(([name, { content }]) => [name, String(content)]));
};
const htmlOf = (files: Files) => [...files].filter(([name]) => name.endsWith('.html'));

describe('真笔记做成的网站', () => {
  let files: Files;
  beforeAll(async () => {
    const open = someNotes().flatMap(({ note }) => (note.restrictions.length ? [] : [note]));
    const pages = await rendered(site, collected(open, knownConcepts(loadLexicon())));
    files = new Map([...pages].map(([name, { content }]) => [name, String(content)]));
  });

  test('每个链接都通到有的文件和位置，没有从根算起的', () => {
    expect(htmlOf(files).length).toBeGreaterThan(100);
    expect(brokenIn(files)).toEqual([]);
  });

  test('搜得到的都有地方去', () => {
    const script = files.get('assets/search.js')!;
    const told = htmlOf(files).map(([name]) => name.split('/').map(encodeURIComponent).join('/'));
    const talks = told.filter((name) => name.startsWith('talks/'));
    expect(talks.filter((name) => !script.includes(name))).toEqual([]);
  });

  test('没有分享讲过的概念，按领域列在一起，也搜得到', () => {
    const risks = files.get('taxonomy/risk.html')!;
    const { title, concepts } = loadLexicon().topics.find(({ scheme }) => scheme === 'risk')!;
    expect(risks).toContain(`<h1>${title} `);
    expect(valuesOf(risks, 'id').filter((id) => id.startsWith('c-'))).toHaveLength(concepts.length);
    expect(files.get('glossary.html')).toContain('href="taxonomy/risk.html"');
    const untaught = concepts.filter(({ prefLabel }) => !files.has(`concepts/${prefLabel}.html`));
    expect(untaught.length).toBeGreaterThan(100);
    for (const { id } of untaught)
      expect(files.get('assets/search.js')).toContain(`taxonomy/risk.html#c-${id}`);
  });

  test('讲过的概念在领域的页上连到自己的页，自己的页连到没讲过的下位概念', () => {
    const [, page] = htmlOf(files).find(
      ([name, markup]) => name.startsWith('concepts/') && markup.includes('../taxonomy/'),
    )!;
    const [to] = valuesOf(page, 'href').filter((href) => href.startsWith('../taxonomy/'));
    const [name, id] = to!.replace('../', '').split('#');
    expect(files.get(name!)).toContain(`<li id="${id}">`);
    expect(
      valuesOf(files.get('taxonomy/risk.html')!, 'href').some((href) => href.startsWith('../concepts/')),
    ).toBe(true);
  });

  test('概念的页连到它的领域', () => {
    const page = files.get('concepts/信用风险.html')!;
    expect(page).toContain('<a href="../taxonomy/risk.html">风险</a>');
  });

  test('出去的链接只在原话里，都写明不带来处', () => {
    for (const [, markup] of htmlOf(files))
      for (const [tag] of markup.matchAll(/<a [^<>]*>/gu))
        if (leaves(valuesOf(tag, 'href')[0] ?? ''))
          expect(tag).toContain('rel="noopener noreferrer nofollow"');
  });

  test('页里没有内写的脚本和样式，也不从别处装', () => {
    for (const [name, markup] of htmlOf(files)) {
      expect(markup, name).not.toMatch(/ style="| on[a-z]+="|<style|<script(?! defer src=")/u);
      expect(valuesOf(markup, 'src').filter(leaves), name).toEqual([]);
      expect(markup, name).toContain('default-src &#39;none&#39;');
    }
  });

  test('每页知道网站从哪里起，是哪一页', () => {
    for (const [name, markup] of htmlOf(files)) {
      const [root] = valuesOf(markup, 'data-root');
      expect(posix.join(posix.dirname(name), root!, '.'), name).toBe('.');
      expect(site.keyOf(markup), name).toMatch(/^[a-z]+:/u);
    }
    for (const name of ['style.css', 'icon.svg', 'search.js'])
      expect(site.keyOf(files.get(`assets/${name}`)!)).toBe(`file:${name}`);
  });

  test('没有服务器才有的东西：筛选表单、补全、语言开关', () => {
    for (const [name, markup] of htmlOf(files)) {
      expect(markup, name).not.toMatch(/data-suggest|class="lang"|lang=en/u);
      if (name !== 'index.html') expect(markup.match(/<form/gu), name).toHaveLength(1);
    }
  });
});

test('概念的页被人删了：链接连到领域的页，那里不再连回去', async () => {
  const risk: Note['glossary'][number] = {
    term: '提单持有人的信用风险',
    kind: 'risk',
    message: 1,
    start: 0,
    end: 10,
    definition: [span('持有人不还钱')],
    aliases: [],
    broader: { id: 'credit-risk', label: '信用风险', origin: 'lexicon' },
  };
  const all = collected([note({ glossary: [risk] })], knownConcepts(loadLexicon()));
  const pages = site.pages(all, options, {});
  const gone = `concept:${risk.broader!.id}`;
  expect(pages.map(({ key }) => key)).toContain(gone);
  const nameOf = (key: string) => (key === gone ? undefined : pages.find((page) => page.key === key)?.name);
  const contentOf = async (start: string) =>
    String(await pages.find(({ key }) => key.startsWith(start))!.render(nameOf));
  expect(await contentOf('concept:term:')).toContain('href="../taxonomy/risk.html#c-credit-risk"');
  expect(await contentOf('index:taxonomy-risk')).not.toContain('href="#c-credit-risk"');
});

describe('一页一页', () => {
  const only = 'talks/2024-05-01-信用证第1讲.html';

  test('笔记的每一行连着所引的原话，原话连回笔记；没引的不在', async () => {
    const page = (
      await filesOf([talk(1, { review: [{ code: 'x', reason: '待核对的话', message: 7 }] })])
    ).get(only)!;
    expect(page).toMatch(/单据要在五个银行工作日内审完。 <a class="ref" href="#m2"/u);
    expect(page).toMatch(/id="m2">.{1,300}<a class="back" href="#p-sections-1"/u);
    expect(page).not.toMatch(/待核对的话|id="m7"|id="m0"/u);
  });

  test.each<[string, TargetOptions['pictures'], RegExp, RegExp]>([
    ['link', 'link', /流程图<\/span> <a class="out" href="https:\/\/pic\.example\/a\.png"/u, /<img[^>]*pic/u],
    ['omit', 'omit', /<span class="caption">流程图<\/span><\/span>/u, /href="https:\/\/pic/u],
  ])('图片 %s', async (_, pictures, has, hasNot) => {
    const picture: Block = {
      ...{ type: 'image', url: 'https://pic.example/a.png', caption: '流程图' },
      spans: [span('![流程图](https://pic.example/a.png)')],
    };
    const page = (await filesOf([talk(1, { lead: [picture] })], { pictures })).get(only)!;
    expect(page).toMatch(has);
    expect(page).not.toMatch(hasNot);
  });

  test('取回来的图片放在页上', async () => {
    const url = 'https://pic.example/a.png';
    const picture: Block = { type: 'image', url, caption: '图', spans: [span(`![图](${url})`)] };
    const [page] = site.pages(collected([talk(1, { lead: [picture] })]), options, {});
    const nameOf = (key: string) =>
      key.startsWith('picture:') ? 'pictures/a.png' : key === page!.key ? only : undefined;
    expect(await page!.render(nameOf)).toContain('<img src="../pictures/a.png" alt="图"');
  });

  test('不在的页不连：有人删了的、撤下的', async () => {
    const pages = site.pages(collected([talk(1), talk(2)]), options, {});
    const gone = `talk:${talk(2).id}`;
    for (const page of pages) {
      const nameOf = (key: string) => (key === gone ? undefined : pages.find((one) => one.key === key)?.name);
      if (page.key !== gone)
        expect(String(await page.render(nameOf)), page.name).not.toContain(encodeURIComponent('第2讲'));
    }
  });

  test('挪走的页：它的链接、别页到它的链接、脚本和样式都从新地方算', async () => {
    const pages = site.pages(collected([talk(1), talk(2)]), options, {});
    const moved = 'a/b/c.html';
    const nameOf = (key: string) =>
      key === `talk:${talk(1).id}` ? moved : pages.find((one) => one.key === key)?.name;
    const files = new Map<string, string>();
    for (const page of pages) files.set(nameOf(page.key)!, String(await page.render(nameOf)));
    expect(brokenIn(files)).toEqual([]);
    expect(valuesOf(files.get(moved)!, 'data-root')).toEqual(['../../']);
    expect(valuesOf(files.get('talks.html')!, 'href')).toContain(moved);
  });

  test.each<[Note['language'], string, string]>([
    ['zh-Hans', 'zh-CN', '术语'],
    ['zh-Hant', 'zh-Hant', '術語'],
    ['en', 'en', 'Glossary'],
  ])('%s 的分享，网站也是', async (language, lang, word) => {
    const page = (await filesOf([talk(1, { language })])).get('index.html')!;
    expect(page).toContain(`<html lang="${lang}"`);
    expect(page).toContain(word);
  });

  test('同样的笔记，同样的字节', async () => {
    expect(await filesOf([talk(2), talk(1)])).toEqual(await filesOf([talk(1), talk(2)]));
  });

  test('多的分页，每页两百条，页页相连', async () => {
    const many = Array.from({ length: 201 }, (_, index) =>
      note({
        id: `club-2024-03-15-${String(index).padStart(8, '0')}`,
        title: `票据${index}`,
        slug: `票据${index}`,
      }),
    );
    const files = await filesOf(many);
    expect(valuesOf(files.get('talks.html')!, 'href')).toContain('talks-2.html');
    expect(files.get('talks-2.html')!.match(/class="card"/gu)).toHaveLength(1);
    expect(valuesOf(files.get('timeline-2.html')!, 'href')).toContain('timeline.html');
  });

  test('没有笔记也成一站', async () => {
    const files = await filesOf([]);
    expect(brokenIn(files)).toEqual([]);
    expect(files.has('index.html')).toBe(true);
  });

  test('搜索文件里的话不成标记', async () => {
    const files = await filesOf([
      talk(1, { sections: [section('</script><b>', '<!-- x')], lead: [paragraph('<b>')] }),
    ]);
    expect(files.get('assets/search.js')).not.toContain('</script');
    expect(searchFile([])).toBe(searchFile([]));
  });
});
