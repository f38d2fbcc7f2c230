import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chat, filesIn, folder, jianglu } from './jianglu.js';

/** A folder of logs with links in it, beside one that is nobody's business. */
function tree(): string {
  const work = folder();
  for (const name of ['logs/club', 'outside/secret']) mkdirSync(join(work, name), { recursive: true });
  writeFileSync(join(work, 'logs/club/2024-01-05-chat.md'), chat);
  writeFileSync(join(work, 'outside/secret/2024-01-06-chat.md'), chat);
  symlinkSync('2024-01-05-chat.md', join(work, 'logs/club/2024-01-04-again.md'));
  symlinkSync('../../outside/secret/2024-01-06-chat.md', join(work, 'logs/club/2024-01-06-out.md'));
  symlinkSync('../outside/secret', join(work, 'logs/secret'));
  symlinkSync('..', join(work, 'logs/club/loop'));
  symlinkSync('nowhere.md', join(work, 'logs/club/nowhere.md'));
  symlinkSync('.', join(work, 'logs/club/folder.md'));
  return work;
}

const read = (work: string, ...args: string[]) => {
  const { code, out } = jianglu(['extract', ...args, '--json', '--out', 'out'], { cwd: work });
  return { code, logs: JSON.parse(out).logs.map(({ file }: { file: string }) => file) };
};

describe('输入里的链接', () => {
  it('通到文件夹外面的不读；里面的只读一次；绕圈的会停', () => {
    const work = tree();
    const { code, logs } = read(work, 'logs');
    expect(code).toBe(0);
    expect(logs).toEqual(['logs/club/2024-01-05-chat.md']);
  });

  it('加 --follow-links 才读，同一个文件还是一次', () => {
    const { code, logs } = read(tree(), 'logs', '--follow-links');
    expect(code).toBe(0);
    expect(logs).toHaveLength(2);
    expect(logs).toContain('logs/club/2024-01-05-chat.md');
  });

  it('通配符也不顺着链接出去', () => {
    const work = tree();
    expect(read(work, 'logs/**/*.md').logs).toEqual(['logs/club/2024-01-05-chat.md']);
    expect(read(work, 'logs/*').logs).toEqual(['logs/club/2024-01-05-chat.md']);
  });

  it('直接点名的文件可以是链接', () => {
    const work = tree();
    expect(read(work, 'logs/club/2024-01-06-out.md').logs).toEqual(['logs/club/2024-01-06-out.md']);
  });
});

describe('输出不出文件夹', () => {
  it.each([
    ['外面的文件夹', '../outside'],
    ['不存在的地方', '../gone'],
    ['上一级', '..'],
  ])('群的文件夹是通到%s的链接，不写', (_, target) => {
    const work = tree();
    mkdirSync(join(work, 'out'));
    symlinkSync(target, join(work, 'out/club'));
    const before = [readdirSync(work), Object.keys(filesIn(join(work, 'outside')))];
    const { code, err } = jianglu(['extract', 'logs', '--out', 'out'], { cwd: work });
    expect(code).toBe(1);
    expect(err).toContain('[output-leaves]');
    expect([readdirSync(work), Object.keys(filesIn(join(work, 'outside')))]).toEqual(before);
  });

  it('输出文件夹自己可以是链接，里面的文件是链接就换掉，不写到它指的地方', () => {
    const work = tree();
    mkdirSync(join(work, 'real/club'), { recursive: true });
    symlinkSync('real', join(work, 'out'));
    symlinkSync(
      '../../outside/secret/2024-01-06-chat.md',
      join(work, 'real/club/2024-01-05-chat.ledger.json'),
    );
    expect(read(work, 'logs').code).toBe(0);
    expect(filesIn(join(work, 'outside'))).toEqual({ 'secret/2024-01-06-chat.md': chat });
    expect(Object.keys(filesIn(join(work, 'real')))).toEqual(['club/2024-01-05-chat.ledger.json']);
  });

  const names = [
    '..\\..\\x',
    'CON',
    'nul.2024-01-05',
    '.hidden',
    'a\tb',
    '\u202ecod',
    'C:x',
    ' ',
    '-rf',
    '__proto__',
    '群'.repeat(80),
    'club',
    '%2e%2e%2f',
    '$(touch x)',
  ];
  it('群名和文件名再怪，也都写在里面，一个名一处', () => {
    const work = folder();
    for (const name of names) {
      mkdirSync(join(work, 'logs', name), { recursive: true });
      writeFileSync(join(work, 'logs', name, `${name.slice(0, 60)}.md`), chat);
    }
    const { code } = jianglu(['extract', 'logs', '--out', 'deep/out'], { cwd: work });
    expect(code).toBe(0);
    expect(readdirSync(work).sort()).toEqual(['deep', 'logs']);
    expect(readdirSync(join(work, 'deep'))).toEqual(['out']);
    const written = Object.keys(filesIn(join(work, 'deep/out')));
    const hidden = names.filter((name) => name.startsWith('.'));
    expect(written).toHaveLength(names.length - hidden.length);
    expect(jianglu(['verify', 'deep/out'], { cwd: work }).code).toBe(0);
  });

  it('只差大小写的两个群，后一个不写，说清楚', () => {
    const work = folder();
    for (const name of ['Club', 'club']) {
      mkdirSync(join(work, 'logs', name), { recursive: true });
      writeFileSync(join(work, 'logs', name, '2024-01-05-chat.md'), chat);
    }
    const { code, err } = jianglu(['extract', 'logs', '--out', 'out'], { cwd: work });
    expect(code).toBe(1);
    expect(err).toContain('[output-claimed]');
    expect(Object.keys(filesIn(join(work, 'out')))).toEqual(['Club/2024-01-05-chat.ledger.json']);
  });

  it.each(['../../../etc/x.md', '..', '/', 'a/../../b.md', 'x/\u0000y.md'])(
    '标准输入叫 %j 也一样',
    (name) => {
      const work = folder();
      const { code } = jianglu(
        ['extract', '-', '--name', name.replace('\u0000', '\u0001'), '--out', 'deep/out'],
        {
          cwd: work,
          input: chat,
        },
      );
      expect(code).toBe(0);
      expect(readdirSync(work)).toEqual(['deep']);
      expect(readdirSync(join(work, 'deep'))).toEqual(['out']);
      expect(Object.keys(filesIn(join(work, 'deep/out')))).toHaveLength(1);
    },
  );
});
