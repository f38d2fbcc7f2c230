import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Note } from '../../../../src/schema/note.js';
import { note, span } from '../../../note.js';
import { actsIn, propertiesOf } from './read.js';
import { filesIn, published } from './vault.js';

let folder: string;
let vault: string;
let notes: string;
const name = '分享/2024-03-15 票据.md';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianglu-vault-'));
  vault = join(folder, '库');
  notes = join(folder, '笔记.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (fields: Partial<Note>) => {
  writeFileSync(notes, JSON.stringify(note(fields)));
  return published([notes], vault);
};
const lead = (...texts: string[]): Note['lead'] => [
  { type: 'paragraph', spans: texts.map((text, index) => span(text, index + 1)) },
];
const edit = (page: string, change: (text: string) => string) =>
  writeFileSync(join(vault, page), change(readFileSync(join(vault, page), 'utf8')));

/** As Obsidian leaves a page in which somebody added a property, and another program put them in order. */
const rewritten = (text: string) =>
  text.replace(
    /^---\njianglu: (.*)\n((?:.*\n)*?)---\n/u,
    (_, key, rest) => `---\n${rest}rating: 5\njianglu: '${key}'\n---\n`,
  );

describe('有人在 Obsidian 里改过', () => {
  it('换了属性的写法、挪了地方，还认得是那一页；自己的属性留着，笔记新的字进来', async () => {
    await run({ lead: lead('甲', '乙') });
    edit(name, rewritten);
    mkdirSync(join(vault, '我的'));
    renameSync(join(vault, name), join(vault, '我的', '票据课.md'));
    const { outcomes } = await run({ lead: lead('甲', '新的乙') });
    expect(outcomes.find(({ key }) => key.startsWith('talk:'))).toMatchObject({
      did: 'merged',
      name: '我的/票据课.md',
    });
    const files = filesIn(vault);
    expect(files.has(name)).toBe(false);
    const page = files.get('我的/票据课.md')!;
    expect(page).toContain('新的乙 ^m2');
    expect(page).toContain('rating: 5');
    expect(actsIn(files.get('讲录.md')!).inner.map(({ path }) => path)).toContain('我的/票据课');
  });

  it('改在段落里的字留着，别的段落照新的笔记', async () => {
    await run({ lead: lead('甲', '乙') });
    edit(name, (text) => text.replace('甲 ^m1', '甲（我补一句） ^m1'));
    await run({ lead: lead('甲', '乙', '丙') });
    const page = filesIn(vault).get(name)!;
    expect(page).toContain('甲（我补一句） ^m1\n\n乙 ^m2\n\n丙 ^m3\n');
  });

  it('加了一个标签，笔记换了主题，两样都在', async () => {
    const topic = (label: string) => ({
      ...{ id: `text:${label}`, label, aliases: [], score: 1, origin: 'text' as const },
      evidence: [span(label)],
    });
    await run({ topics: [topic('票据'), topic('贴现')] });
    edit(name, (text) => text.replace('tags:\n', 'tags:\n  - 要看\n'));
    await run({ topics: [topic('票据'), topic('背书')] });
    expect(propertiesOf(filesIn(vault).get(name)!)).toMatchObject({
      tags: ['要看', 'topic/票据', 'topic/背书'],
    });
  });

  it('表给人挪走了，也还认得', async () => {
    await run({});
    renameSync(join(vault, '分享.base'), join(vault, '所有分享.base'));
    const { outcomes } = await run({});
    expect(outcomes.find(({ kind }) => kind === 'file')).toMatchObject({
      did: 'same',
      name: '所有分享.base',
    });
    expect(actsIn(filesIn(vault).get('讲录.md')!).inner.map(({ path }) => path)).toContain('所有分享.base');
  });
});
