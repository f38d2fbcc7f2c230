import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { filesIn, jianglu, logs } from './jianglu.js';

const cwd = mkdtempSync(join(tmpdir(), 'jianglu-joined-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const log = (path: string) => join(logs, `${path}-chat.markdown`);
const midnight = ['riskroom/2024-07-15', 'riskroom/2024-07-16'].map(log);
const twice = ['payclub/2024-07-22', 'techroom/2024-07-22'].map(log);
const run = (...args: string[]) => jianglu(args, { cwd });
const notesIn = (out: string, group: string) =>
  readdirSync(join(cwd, out, group))
    .filter((name) => /\.[0-9a-f]{6}\.json$/u.test(name))
    .map((name) => JSON.parse(readFileSync(join(cwd, out, group, name), 'utf8')));

/** Five runs of the command, two of them with threads of their own: slow where other work goes on. */
describe('一次整理几份日志', { timeout: 300_000 }, () => {
  it('接起来的、讲了两遍的：几个线程、什么次序、第几遍，字节都一样，核对通过', () => {
    const all = [...midnight, ...twice];
    expect(run('extract', ...all, '--out', 'a').code).toBe(0);
    expect(run('extract', ...[...all].reverse(), '--jobs', '2', '--out', 'b').code).toBe(0);
    const bytes = filesIn(join(cwd, 'a'));
    expect(filesIn(join(cwd, 'b'))).toEqual(bytes);
    expect(run('extract', ...all, '--out', 'a').code).toBe(0);
    expect(filesIn(join(cwd, 'a'))).toEqual(bytes);
    expect(run('verify', 'a', '--logs', logs)).toMatchObject({ code: 0, err: '' });
    expect(notesIn('a', 'riskroom').map(({ sources }) => sources.length)).toEqual([2]);
    for (const group of ['payclub', 'techroom'])
      expect(notesIn('a', group)[0].review.map(({ code }: { code: string }) => code)).toContain(
        'given-twice',
      );
  });

  it('单独一份仍是自己的笔记', () => {
    expect(run('extract', midnight[0]!, twice[0]!, '--out', 'c').code).toBe(0);
    expect(notesIn('c', 'riskroom').map(({ sources }) => sources.length)).toEqual([1]);
    expect(JSON.stringify(notesIn('c', 'payclub'))).not.toContain('given-twice');
    expect(run('verify', 'c', '--logs', logs)).toMatchObject({ code: 0 });
  });

  it('另一份日志的消息被改了，核对就不通过', () => {
    const files = readdirSync(join(cwd, 'a', 'riskroom')).filter((name) =>
      /\.[0-9a-f]{6}\.json$/u.test(name),
    );
    const path = join(cwd, 'a', 'riskroom', files[0]!);
    const note = JSON.parse(readFileSync(path, 'utf8'));
    note.lecture.continued[0].messages[0] = 7;
    writeFileSync(path, JSON.stringify(note));
    expect(run('verify', 'a', '--logs', logs).code).toBe(1);
  });

  it('讨论：参数和配置一样，核对通过', () => {
    const day = log('payclub/2024-06-20');
    expect(run('extract', day, '--out', 'd').out).toContain('0 notes');
    expect(run('extract', day, '--out', 'e', '--discussions').out).toContain('1 note');
    writeFileSync(join(cwd, 'jianglu.config.json'), JSON.stringify({ discussions: true }));
    expect(run('extract', day, '--out', 'f').out).toContain('1 note');
    expect(filesIn(join(cwd, 'f'))).toEqual(filesIn(join(cwd, 'e')));
    expect(run('verify', 'e', '--logs', logs)).toMatchObject({ code: 0, err: '' });
  });
});
