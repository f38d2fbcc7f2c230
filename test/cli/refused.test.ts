import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, openSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chat, command, filesIn, folder, jianglu, logs } from './jianglu.js';

const notes = join(import.meta.dirname, '../fixtures/notes');

/** A folder with notes of two groups under `notes` and an empty folder `empty`. */
function work(): string {
  const cwd = folder();
  for (const group of ['payclub', 'tradetalk'])
    cpSync(join(notes, group), join(cwd, 'notes', group), { recursive: true });
  mkdirSync(join(cwd, 'empty'));
  return cwd;
}

/** What a folder holds, hidden files too. */
const heldBy = (path: string) => (existsSync(path) ? readdirSync(path).sort() : null);

describe('没有笔记，什么也不动', () => {
  it.each([
    ['publish', 'html', 'nowhere', '--to', 'out'],
    ['publish', 'site', 'empty', '--to', 'out'],
    ['publish', 'csv', 'notes/*.txt', '--to', 'out'],
    ['publish', 'html', 'empty', '--to', 'out', '--prune', '--json'],
    ['index', 'nowhere', '--store', 'out'],
    ['index', 'empty', '--store', 'out'],
  ])('%s %s %s', (...args) => {
    const cwd = work();
    const { code, err } = jianglu(args, { cwd });
    expect(code).toBe(1);
    expect(err).toMatch(/^error: no note was found in .* \[notes-none\]\n/u);
    expect(heldBy(join(cwd, 'out'))).toBeNull();
  });

  it('路径写错，不会把别的页面收走，也不会清空索引', () => {
    const cwd = work();
    const run = (...args: string[]) => jianglu(args, { cwd });
    expect(run('publish', 'html', 'notes', '--to', 'out').code).toBe(0);
    const pages = heldBy(join(cwd, 'out/talks'));
    const pruned = run('publish', 'html', 'notes/payclub', 'notes/tradtalk', '--to', 'out', '--prune');
    expect(pruned).toMatchObject({ code: 1, out: '' });
    expect(pruned.err).toContain('no note was found in notes/tradtalk [notes-none]');
    expect(heldBy(join(cwd, 'out/talks'))).toEqual(pages);
    run('index', 'notes', '--store', 'a.sqlite');
    expect(run('index', 'rebuild', 'nowhere', '--store', 'a.sqlite').err).toContain('[notes-none]');
    expect(run('index', 'check', '--store', 'a.sqlite').out).not.toMatch(/^0 talks/u);
  });

  it('索引里有的文件夹后来空了，照样跟着清', () => {
    const cwd = work();
    jianglu(['index', 'notes/payclub', '--store', 'a.sqlite'], { cwd });
    const gone = join(cwd, 'notes/payclub');
    for (const name of readdirSync(gone)) writeFileSync(join(gone, name), '{"kind":"recipe"}');
    expect(jianglu(['index', 'notes/payclub', '--store', 'a.sqlite'], { cwd })).toMatchObject({ code: 0 });
    expect(jianglu(['index', 'check', '--store', 'a.sqlite'], { cwd }).out).toMatch(/^0 talks/u);
  });
});

describe('命令写错了，退出码为 2', () => {
  it.each([
    [['extract', 'a.md', '--encoding', 'latin1'], 'encoding-unknown'],
    [['extract', 'a.md', '--config', 'none.json'], 'config-missing'],
    [['extract', 'a.md', '--pseudonymize'], 'key-missing'],
    [['extract', 'a.md', '--pseudonymize', '--pseudonymize-key', 'short'], 'key-weak'],
    [['extract', 'a.md', '--format', 'md', '--index'], 'index-without-json'],
    [['publish', 'html', 'notes', '--to', 'out', '--only', 'tlak'], 'only-unknown'],
    [['publish', 'html', 'notes', '--to', 'out', '--template', 'none'], 'templates-missing'],
    [['publish', 'mediawiki', 'notes', '--to', 'https://wiki.example.invalid/w/api.php'], 'wiki-credentials'],
    [['publish', 'html', 'notes', '--to', 'out', '--push'], "option '--push' is for git, not for html"],
    [
      ['publish', 'git', 'notes', '--to', 'out', '--base', 'urn:x:'],
      "option '--base' is for skos, not for git",
    ],
    [['extract', 'a.md', '--watch', '--dry-run'], "cannot be used with option '--dry-run'"],
  ])('%j', (args, said) => {
    const cwd = work();
    writeFileSync(join(cwd, 'a.md'), chat);
    writeFileSync(join(cwd, 'short'), 'short');
    const { code, out, err } = jianglu(args, { cwd, env: { JIANGLU_KEY: '' } });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
    expect(heldBy(join(cwd, 'output'))).toBeNull();
  });
});

describe('--logs', () => {
  it('只带一个文件夹，不吞掉后面的笔记；可以写几次', () => {
    const cwd = work();
    const published = jianglu(['publish', 'html', '--logs', logs, 'notes', '--to', 'out'], { cwd });
    expect(published.err).not.toContain('[unreadable]');
    expect(heldBy(join(cwd, 'out/talks'))?.length).toBeGreaterThan(1);
    jianglu(['extract', join(logs, 'tradetalk'), '--out', 'own'], { cwd });
    expect(jianglu(['verify', '--logs', 'empty', '--logs', logs, 'own'], { cwd })).toMatchObject({ code: 0 });
  });
});

describe('结果打印不出去', () => {
  it.skipIf(!existsSync('/dev/full'))('说一句，不是一堆调用栈', () => {
    const { status, stderr } = spawnSync(process.execPath, [command, 'schema', 'note'], {
      stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^error: what was found cannot be printed \(.*ENOSPC/u);
    expect(stderr).toContain('[output-unheard]');
    expect(stderr.trim().split('\n')).toHaveLength(2);
  });
});

describe('文件名不是 UTF-8', () => {
  it.skipIf(process.platform !== 'linux')('说出来，别的记录照常', () => {
    const cwd = folder();
    mkdirSync(join(cwd, 'club'));
    writeFileSync(join(cwd, 'club/2024-01-05-chat.md'), chat);
    writeFileSync(
      Buffer.concat([Buffer.from(`${cwd}/club/`), Buffer.from([0xb2, 0xe2]), Buffer.from('.md')]),
      chat,
    );
    const { code, err, out } = jianglu(['extract', 'club', '--out', 'out'], { cwd });
    expect(code).toBe(1);
    expect(err).toContain('the name of this file is not UTF-8 [file-name-odd]');
    expect(out).toContain('1 log read');
  });
});

describe('两份记录的笔记同名', () => {
  it('说是哪两份', () => {
    const cwd = folder();
    mkdirSync(join(cwd, 'club'));
    for (const end of ['md', 'txt']) writeFileSync(join(cwd, `club/2024-01-05-chat.${end}`), chat);
    const { code, err } = jianglu(['extract', 'club', '--out', 'out'], { cwd });
    expect(code).toBe(1);
    expect(err).toContain('error: club/2024-01-05-chat.txt: ');
    expect(err).toContain('as those of club/2024-01-05-chat.md) [output-claimed]');
  });
});

describe('中断', () => {
  it('说以后接着做，退出码是 130', async () => {
    const cwd = folder();
    const run = spawn(process.execPath, [command, 'extract', logs, '--out', 'out'], { cwd });
    let err = '';
    run.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    const written = () => Object.keys(existsSync(join(cwd, 'out')) ? filesIn(join(cwd, 'out')) : {}).length;
    await expect.poll(written, { timeout: 30_000 }).toBeGreaterThan(6);
    run.kill('SIGINT');
    const code = await new Promise((resolve) => run.on('exit', resolve));
    expect(code).toBe(130);
    expect(err).toContain('stopped: what was written stays, and the next run goes on\n');
    expect(jianglu(['extract', logs, '--out', 'out'], { cwd }).out).toMatch(/, [1-9]\d* unchanged/u);
  });
});
