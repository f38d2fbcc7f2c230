import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
// @ts-expect-error the bench is plain JavaScript
import { history } from '../../bench/invented.mjs';
import { chat, filesIn, jianglu, logs } from './jianglu.js';

const cwd = mkdtempSync(join(tmpdir(), 'jianglu-long-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
const run = (...args: string[]) => jianglu(args, { cwd });
const told = (...args: string[]) => JSON.parse(run('extract', 'logs', '--json', ...args).out);

/** A talk, then days of nothing but chat until the log is a long one. */
const talk = readFileSync(join(logs, 'riskroom/2024-05-28-chat.markdown'), 'utf8');
const long = talk + [...history(1, { bytes: 4.3e6, every: 1e9, start: '2024-06-01' })].join('');
const log = join(cwd, 'logs/club/all.md');
const ledger = 'club/all.ledger.jsonl';

beforeAll(() => {
  mkdirSync(join(cwd, 'logs/club'), { recursive: true });
  writeFileSync(log, long);
});

describe('一份长日志', { timeout: 300_000 }, () => {
  let files: Record<string, string>;

  it('按天整理，核对通过，什么也不剩在一旁', () => {
    const report = told();
    files = filesIn(join(cwd, 'output'));
    expect([report.counts.talks, report.counts.new, report.errors]).toEqual([1, 1, []]);
    const days = files[ledger]!.trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(days.length).toBeGreaterThan(50);
    expect(days.reduce((sum, { source }) => sum + source.messages, 0)).toBe(report.counts.messages);
    expect(readdirSync(join(cwd, 'output')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(run('verify', 'output', '--logs', 'logs')).toMatchObject({ code: 0, err: '' });
  });

  it('同名而扩展名不同的另一份日志不写，两份账本不会互相删', () => {
    const beside = join(cwd, 'logs/club/all.txt');
    writeFileSync(beside, chat);
    const { errors } = told();
    rmSync(beside);
    expect(errors).toMatchObject([{ code: 'output-claimed', file: 'logs/club/all.txt' }]);
    expect(Object.keys(filesIn(join(cwd, 'output')))).toEqual(Object.keys(files));
  });

  it('没有变的不再整理；--since 看最后一天', () => {
    expect(told().counts).toMatchObject({ same: 1, changed: 0 });
    expect(told('--since', '2030-01-01', '--force').counts).toMatchObject({ older: 1 });
    expect(filesIn(join(cwd, 'output'))).toEqual(files);
  });

  it('从标准输入读，字节一样', () => {
    const { code } = jianglu(['extract', '-', '--name', 'club/all.md', '--out', 'piped'], {
      cwd,
      input: long,
    });
    expect([code, filesIn(join(cwd, 'piped'))]).toEqual([0, files]);
    expect(readdirSync(join(cwd, 'piped')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it.each(['explain', 'label'])('%s 只看一天，说得出该怎么办', (name) => {
    const { code, err } = run(name, 'logs/club/all.md');
    expect([code, err]).toEqual([1, expect.stringContaining('[log-of-many-days]')]);
    expect(err).toContain('copy the day');
  });

  it('日志没了，--prune 把它的笔记和账本都收走', () => {
    const other = join(cwd, 'pruned');
    cpSync(join(cwd, 'output'), other, { recursive: true });
    const beside = join(cwd, 'logs/club/chat.md');
    writeFileSync(beside, chat);
    rmSync(log);
    expect(told('--out', 'pruned', '--prune').counts.gone).toBe(1);
    expect(Object.keys(filesIn(other))).toEqual(['club/chat.ledger.json']);
    rmSync(beside);
    writeFileSync(log, long);
  });

  it('超过时限就放弃，原来的还在，半成品不留', () => {
    const report = told('--force', '--time-limit', '1');
    expect(report.errors).toMatchObject([{ code: 'log-too-slow' }]);
    expect(filesIn(join(cwd, 'output'))).toEqual(files);
  });

  it('变短了就是一天的日志，账本换一种；再变长又换回来', () => {
    writeFileSync(log, talk);
    expect(told().counts).toMatchObject({ changed: 1, talks: 1 });
    expect(existsSync(join(cwd, 'output', ledger))).toBe(false);
    expect(run('verify', 'output', '--logs', 'logs')).toMatchObject({ code: 0 });
    writeFileSync(log, long);
    told();
    expect(filesIn(join(cwd, 'output'))).toEqual(files);
  });
});
