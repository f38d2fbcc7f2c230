import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findConfig } from '../../../src/config.js';
import { lexiconOf } from '../../../src/overlay.js';
import { obsidian } from '../../../src/publish/targets/obsidian.js';
import { knownConcepts } from '../../../src/store/records.js';
import { type Acts, actsIn, propertiesOf } from './obsidian/read.js';
import { filesIn, published } from './obsidian/vault.js';

const folder = mkdtempSync(join(tmpdir(), 'jianglu-vault-'));
let files: Map<string, string>;
let acts: Map<string, Acts>;

beforeAll(async () => {
  const taxonomy = knownConcepts(lexiconOf(findConfig(undefined, process.cwd())));
  await published(['test/fixtures/notes'], folder, { taxonomy });
  files = filesIn(folder);
  acts = new Map(
    [...files].filter(([name]) => name.endsWith('.md')).map(([name, page]) => [name, actsIn(page)]),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A heading as Obsidian looks for it. */
const looked = (words: string) =>
  words
    .replace(/[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\s]+/gu, ' ')
    .trim()
    .toLowerCase();

function stands(from: string, path: string, anchor: string): boolean {
  const name = path === '' ? from : files.has(path) ? path : `${path}.md`;
  if (!files.has(name)) return false;
  if (anchor === '') return true;
  const { blocks, headings } = acts.get(name)!;
  if (anchor.startsWith('^')) return blocks.includes(anchor.slice(1));
  return headings.filter((one) => looked(one) === looked(anchor)).length === 1;
}

describe('从样例笔记发布的库', () => {
  it('每条链接都指到有的页、有的小标题、有的段落', () => {
    const all = [...acts].flatMap(([name, { inner }]) => inner.map((link) => ({ name, ...link })));
    expect(all.filter(({ name, path, anchor }) => !stands(name, path, anchor))).toEqual([]);
    const kinds = (looks: (link: { path: string; anchor: string }) => boolean) => all.filter(looks).length;
    expect(kinds(({ path }) => path.startsWith('分享/'))).toBeGreaterThan(100);
    expect(kinds(({ anchor }) => anchor.startsWith('^'))).toBeGreaterThan(100);
    expect(kinds(({ anchor }) => anchor !== '' && !anchor.startsWith('^'))).toBeGreaterThan(30);
  });

  it('属性没有嵌套，也没有 YAML 会读错的', () => {
    for (const [name, page] of files)
      if (name.endsWith('.md'))
        expect(propertiesOf(page), name).toMatchObject({ jianglu: obsidian.keyOf(page) });
  });

  it('段落的记号在一页里不重复', () => {
    for (const [name, { blocks }] of acts) expect(new Set(blocks).size, name).toBe(blocks.length);
  });

  it('没有谁打的字成了标签、注释、公式、HTML', () => {
    for (const [name, { foreign }] of acts) expect(foreign, name).toEqual([]);
  });

  it('文件名到哪个系统上都合法，也没有只差大小写的', () => {
    const names = [...files.keys()];
    const parts = names.flatMap((name) => name.split('/'));
    expect(
      parts.filter((part) =>
        /[<>:"\\|?*\p{Cc}#^[\]%]|[. ]$|^(?:con|nul|aux|prn|com\d|lpt\d)(?:\.|$)/iu.test(part),
      ),
    ).toEqual([]);
    expect(new Set(names.map((name) => name.normalize('NFC').toLowerCase())).size).toBe(names.length);
  });

  it('一场分享的页：属性、提问和答、记号', () => {
    const [name, page] = [...files].find(
      ([one]) => one.endsWith('增值税留抵退税.md') && one.startsWith('分享'),
    )!;
    expect(name).toBe('分享/2024-04-02 增值税留抵退税.md');
    const { speakers, date, kind, tags, aliases } = propertiesOf(page)!;
    expect({ date, kind, aliases }).toEqual({
      date: '2024-04-02',
      kind: 'talk',
      aliases: ['增值税留抵退税'],
    });
    expect((speakers as string[])[0]).toMatch(/^\[\[讲者\/(.+)\|\1\]\]$/u);
    expect((tags as string[]).every((tag) => tag.startsWith('topic/'))).toBe(true);
    expect(acts.get(name)!.callouts).toEqual(expect.arrayContaining(['question', 'quote']));
    expect(page).toMatch(
      /^> \[!question\]- 问 · .+\n>\n> > \[!quote\] 答 · .+\n> >\n(?:> > .+\n)+\n\^m\d+$/mu,
    );
  });

  it('总页通到所有分享，也通到表', () => {
    const inner = acts.get('讲录.md')!.inner.map(({ path }) => path);
    const talks = [...files.keys()].filter((name) => name.startsWith('分享/'));
    expect(talks.filter((name) => !inner.includes(name.replace(/\.md$/u, '')))).toEqual([]);
    expect(inner).toContain('分享.base');
    expect(files.get('分享.base')).toMatch(/^views:\n {2}- type: table\n/mu);
  });

  it('再发布一次什么也不动', async () => {
    const taxonomy = knownConcepts(lexiconOf(findConfig(undefined, process.cwd())));
    const { outcomes } = await published(['test/fixtures/notes'], folder, { taxonomy });
    expect([...new Set(outcomes.map(({ did }) => did))]).toEqual(['same']);
  });
});
