import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Note } from '../../src/schema/note.js';
import { beginnings } from '../publish/pictures/server.js';
import { section } from '../publish/talks.js';
import { filesIn, folder, jianglu } from './jianglu.js';

const fixtures = fileURLToPath(new URL('../fixtures/notes/tradetalk', import.meta.url));

/** A folder with notes where they are looked for, and the command that publishes them to `wiki`. */
function work() {
  const cwd = folder();
  cpSync(fixtures, join(cwd, 'output/tradetalk'), { recursive: true });
  const names = Object.keys(filesIn(join(cwd, 'output'))).filter(
    (name) => !/(?:ledger|edits)\.json$/u.test(name),
  );
  const note = join(cwd, 'output', names.find((name) => name.endsWith('.json'))!);
  return {
    cwd,
    note,
    change: (fields: Partial<Note>) =>
      writeFileSync(note, JSON.stringify({ ...JSON.parse(readFileSync(note, 'utf8')), ...fields })),
    run: (...args: string[]) => jianglu(['publish', 'git', '--to', 'wiki', ...args], { cwd }),
  };
}

const pagesIn = (cwd: string) =>
  Object.fromEntries(
    Object.entries(filesIn(join(cwd, 'wiki'))).filter(([name]) => !name.startsWith('.git/')),
  );

describe('jianglu publish', () => {
  it('发布、再发布、改了以后发布：标准输出说结果，没有变化就不写', () => {
    const { cwd, run, change } = work();
    const first = run();
    expect(first).toMatchObject({ code: 0 });
    expect(first.out).toMatch(/^created talks\/\d{4}\//mu);
    expect(first.out).toMatch(/\n\d+ pages: \d+ created\n$/u);
    const pages = pagesIn(cwd);
    expect(run().out).toMatch(/^\d+ pages: \d+ same\n$/u);
    expect(pagesIn(cwd)).toEqual(pages);
    change({ qa: [] });
    expect(run().out).toMatch(/^updated talks\//mu);
  });

  it('--dry-run：每一页的差别，文件夹也不建', () => {
    const { cwd, run, change } = work();
    const dry = run('--dry-run');
    expect(dry.out).toMatch(/^created index\.md\n--- \/dev\/null\n\+\+\+ index\.md\n@@ /mu);
    expect(dry.out).toMatch(/\(nothing was changed\)/u);
    expect(() => pagesIn(cwd)).toThrow();
    run();
    const before = pagesIn(cwd);
    change({ qa: [], glossary: [], title: '换了题目', slug: '换了题目' });
    expect(run('--dry-run').out).toMatch(/^updated talks\/.* → talks\/.*换了题目\.md\n--- talks\//mu);
    expect(pagesIn(cwd)).toEqual(before);
  });

  it('人改过的、人删了的、坏的笔记：在标准错误里说，坏的使退出码为 1', () => {
    const { cwd, run, change } = work();
    run();
    const names = Object.keys(pagesIn(cwd));
    const id = (JSON.parse(readFileSync(work().note, 'utf8')) as Note).id;
    const page = names.find((name) => name.startsWith('talks/') && pagesIn(cwd)[name]!.includes(id))!;
    rmSync(join(cwd, 'wiki', page));
    writeFileSync(join(cwd, 'output', '坏.json'), '{"kind":"talk"}');
    change({ qa: [] });
    const done = run();
    expect(done.err).toMatch(/people deleted it; --restore makes it again \[deleted\]/u);
    expect(done.err).toMatch(/坏\.json.*\[schema\]/u);
    expect(done.code).toBe(1);
  });

  it('--pictures download --logs：记录旁边的图放到页旁边，什么也不用取', () => {
    const { cwd, run, change } = work();
    mkdirSync(join(cwd, 'logs/202405'), { recursive: true });
    writeFileSync(join(cwd, 'logs/202405/a.png'), beginnings.png);
    const shown = '看![图](http://img.example.invalid/202405/a.png)';
    change({ sections: [section('开证', shown)] });
    const done = run('--pictures', 'download', '--logs', 'logs');
    expect(done).toMatchObject({ code: 0 });
    expect(done.out).toMatch(/^created pictures\/[\da-f]+\.png$/mu);
    const pages = pagesIn(cwd);
    expect(Object.values(pages).join('\n')).toMatch(/!\[图\]\([./]*pictures\/[\da-f]+\.png\)/u);
    expect(run('--pictures', 'download', '--logs', '没有')).toMatchObject({ code: 1 });
  });

  it('--json：机器读的报告；--only 与 --since 只动说到的页', () => {
    const { run } = work();
    const report = JSON.parse(run('--json', '--only', 'talk').out);
    expect(new Set(report.outcomes.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['talk']));
    const late = JSON.parse(run('--json', '--since', '2999-01-01', '--only', 'talk,index').out);
    expect(late.outcomes.map(({ kind }: { kind: string }) => kind)).toEqual(['index']);
  });

  it.each([
    [['publish'], "missing required argument 'target'"],
    [['publish', 'git'], "required option '--to <destination>' not specified"],
    [['publish', '没有', '--to', 'x'], 'Allowed choices are'],
    [['publish', 'git', '--to', 'x', '--since', '昨天'], 'a day as YYYY-MM-DD is expected'],
    [['publish', 'git', '--to', 'x', '--concurrency', '0'], 'a whole number from 1 to 16 is expected'],
  ])('%j：退出码 2', (args, said) => {
    const { code, err } = jianglu(args, { cwd: folder() });
    expect(code).toBe(2);
    expect(err).toContain(said);
  });

  it('--list 列出目标', () => {
    expect(jianglu(['publish', '--list']).out).toMatch(/^git {2,}Markdown pages/mu);
    expect(JSON.parse(jianglu(['publish', '--list', '--json']).out)).toContainEqual(
      expect.objectContaining({ name: 'git' }),
    );
  });
});
