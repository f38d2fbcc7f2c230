import { spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { schemaFaults } from '../../src/validate.js';
import { chat, command, filesIn, folder, jianglu, logs } from './jianglu.js';

let cwd: string;
beforeEach(() => {
  cwd = folder();
  filled(cwd);
});

function filled(folder: string): void {
  mkdirSync(join(folder, 'logs/club'), { recursive: true });
  cpSync(join(logs, 'payclub/2024-04-02-chat.markdown'), join(folder, talk));
  writeFileSync(join(folder, quiet), chat);
}

const talk = 'logs/club/2024-04-02-chat.markdown';
const quiet = 'logs/club/2024-04-03-chat.md';

/** Runs over the folder of logs and gives what the run reports. */
function extract(...args: string[]) {
  const { code, out, err } = jianglu(['extract', 'logs', '--out', 'out', '--json', ...args], { cwd });
  return { code, err, report: out ? JSON.parse(out) : undefined };
}

const read = (...args: string[]): string[] =>
  extract(...args)
    .report.logs.filter(({ state }: { state: string }) => state !== 'same')
    .map(({ file }: { file: string }) => file);
const all = () => filesIn(join(cwd, 'out'));
const noteIn = (ending: string) =>
  join(
    cwd,
    'out/club',
    readdirSync(join(cwd, 'out/club')).find(
      (name) => /^2024-04-02-.*\.[0-9a-f]{6}\./u.test(name) && name.endsWith(ending),
    )!,
  );

describe('only what is due is extracted again', () => {
  const before = mkdtempSync(join(tmpdir(), 'jianglu-'));
  afterAll(() => rmSync(before, { recursive: true, force: true }));
  beforeAll(() => {
    filled(before);
    expect(jianglu(['extract', 'logs', '--out', 'out'], { cwd: before }).code).toBe(0);
  });

  it.each<[string, () => void, string[], string[]]>([
    ['nothing changed', () => {}, [], []],
    ['a log changed', () => appendFileSync(join(cwd, quiet), '\n> 10:00:00  阿坤\n\n在吗\n'), [], [quiet]],
    [
      'a log is new',
      () => writeFileSync(join(cwd, 'logs/club/2024-04-05-chat.md'), chat),
      [],
      ['logs/club/2024-04-05-chat.md'],
    ],
    ['a log was touched, its bytes stay', () => writeFileSync(join(cwd, quiet), chat), [], []],
    ['a note was deleted', () => rmSync(noteIn('.json')), [], [talk]],
    ['a page was written over', () => appendFileSync(noteIn('.md'), '改'), [], [talk]],
    ['a ledger was deleted', () => rmSync(join(cwd, 'out/club/2024-04-03-chat.ledger.json')), [], [quiet]],
    [
      'an editor corrected a note',
      () =>
        writeFileSync(
          join(cwd, 'out', editsFile()),
          JSON.stringify({ kind: 'edits', version: 1, note: noteId(), title: { text: '新题' } }),
        ),
      [],
      [talk],
    ],
    ['other formats are wanted', () => {}, ['--format', 'json'], [talk, quiet]],
    [
      'another configuration',
      () => writeFileSync(join(cwd, 'jianglu.config.json'), '{"thresholds":{"topics":1}}'),
      [],
      [talk, quiet],
    ],
    ['it is forced', () => {}, ['--force'], [talk, quiet]],
    [
      'the manifest is damaged',
      () => appendFileSync(join(cwd, 'out/.jianglu-manifest.jsonl'), '{'),
      [],
      [talk, quiet],
    ],
    [
      'only later days are wanted',
      () => appendFileSync(join(cwd, talk), '\n> 23:00:00  阿坤\n\n在吗\n'),
      ['--since', '2024-04-03'],
      [],
    ],
  ])('%s', (_case, change, args, expected) => {
    cpSync(before, cwd, { recursive: true, preserveTimestamps: true });
    change();
    expect(read(...args)).toEqual(expected);
    expect(read(...args.filter((arg) => arg !== '--force'))).toEqual([]);
  });

  const noteId = (): string => JSON.parse(readFileSync(noteIn('.json'), 'utf8')).id;
  const editsFile = () => `club/${noteId()}.edits.json`;

  it('what failed is named again without a look, until its bytes change', () => {
    writeFileSync(join(cwd, 'logs/club/2024-04-04-chat.md'), '---\ntitle: x\n> 09:00:00');
    const codes = () => extract().report.errors.map(({ code }: { code: string }) => code);
    expect([codes(), codes()]).toEqual([['front-matter-endless'], ['front-matter-endless']]);
    writeFileSync(join(cwd, 'logs/club/2024-04-04-chat.md'), chat);
    expect(read()).toEqual(['logs/club/2024-04-04-chat.md']);
  });

  it('a dry run tells what is due and writes nothing', () => {
    const { code, out } = jianglu(['extract', 'logs', '--out', 'out', '--dry-run'], { cwd });
    expect([code, out]).toEqual([0, `new     ${talk}\nnew     ${quiet}\n2 logs to read, 0 notes\n`]);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
    extract();
    const before = all();
    appendFileSync(join(cwd, quiet), '\n> 10:00:00  阿坤\n\n在吗\n');
    expect(jianglu(['extract', 'logs', '--out', 'out', '--dry-run'], { cwd }).out).toBe(
      `changed ${quiet}\n1 log to read, 1 unchanged, 1 note\n`,
    );
    expect(all()).toEqual(before);
  });

  it('with --fail-fast the first error ends the run', () => {
    writeFileSync(join(cwd, 'logs/club/2024-04-01-chat.md'), '---\ntitle: x\n> 09:00:00');
    const { code, report } = extract('--fail-fast');
    expect([code, report.end, report.logs]).toEqual([1, 'failed-fast', []]);
    expect(extract().report).toMatchObject({ end: 'done', counts: { new: 2, failed: 1 } });
  });
});

describe('logs that are gone', () => {
  it('their notes stay until --prune removes them', () => {
    extract();
    rmSync(join(cwd, talk));
    expect(jianglu(['extract', 'logs', '--out', 'out'], { cwd }).out).toContain(
      '1 log with notes gone: --prune removes what was made of them',
    );
    expect(Object.keys(all())).toHaveLength(4);
    const { report } = extract('--prune');
    expect(report.pruned).toHaveLength(3);
    expect(Object.keys(all())).toEqual(['club/2024-04-03-chat.ledger.json']);
    expect(extract('--prune').report).toMatchObject({ gone: [], pruned: [] });
  });

  it('nothing is removed for a folder that is not there any more', () => {
    cpSync(join(cwd, quiet), join(cwd, 'more/club/2024-05-02-chat.markdown'));
    jianglu(['extract', 'logs', 'more', '--out', 'out'], { cwd });
    const before = all();
    rmSync(join(cwd, 'logs'), { recursive: true });
    const { code, out } = jianglu(['extract', 'logs', 'more', '--out', 'out', '--json', '--prune'], { cwd });
    expect([code, JSON.parse(out)]).toMatchObject([
      1,
      { gone: [], pruned: [], errors: [{ code: 'file-missing' }] },
    ]);
    expect(all()).toEqual(before);
  });

  it('a note that was altered by hand, and what another log took over, stay', () => {
    extract();
    mkdirSync(join(cwd, 'logs/old'));
    renameSync(join(cwd, 'logs/club'), join(cwd, 'logs/old/club'));
    const before = all();
    expect(extract('--prune').report.pruned).toEqual([]);
    expect(all()).toEqual(before);
    writeFileSync(noteIn('.json'), '{"id":"other"}');
    rmSync(join(cwd, 'logs/old/club/2024-04-02-chat.markdown'));
    extract('--prune');
    const left = Object.keys(all()).filter((name) => name.endsWith('.json'));
    expect(left).toEqual([noteIn('.json').slice(cwd.length + 5), 'club/2024-04-03-chat.ledger.json'].sort());
  });
});

describe('the report', () => {
  it('fits its schema, lies in the output folder and counts every message', () => {
    writeFileSync(join(cwd, 'logs/club/README.md'), '# no log\n');
    const { report } = extract();
    expect(schemaFaults('report', report)).toEqual([]);
    expect(JSON.parse(readFileSync(join(cwd, 'out/report.json'), 'utf8'))).toEqual(report);
    const { counts, roles, times, logs: told } = report;
    expect(counts).toMatchObject({ inputs: 3, new: 2, skipped: 1, talks: 1, failed: 0 });
    const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
    expect(sum(Object.values(roles))).toBe(counts.messages);
    expect(sum(told.map((log: { messages: number }) => log.messages))).toBe(counts.messages);
    expect(Object.keys(times)).toEqual(
      expect.arrayContaining(['hash', 'read', 'cues', 'questions', 'write']),
    );
  });
});

describe('two runs on one folder', () => {
  /** A run that works for a while, as it waits for a pipe that gives no log. */
  const busy = () => {
    const child = spawn(process.execPath, [command, 'extract', '-', '--out', 'out'], {
      cwd,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    return { child, done: new Promise((done) => child.on('exit', done)) };
  };
  const locks = () =>
    existsSync(join(cwd, 'out'))
      ? readdirSync(join(cwd, 'out')).filter((name) => name.startsWith('.jianglu-lock'))
      : [];
  const held = async () => {
    while (!locks().length) await new Promise((next) => setTimeout(next, 20));
  };

  it('the second is refused, and names the first', async () => {
    const { child, done } = busy();
    await held();
    const { code, err } = extract();
    expect(code).toBe(1);
    expect(err).toContain(`another run writes to this folder (process ${child.pid}) [output-locked]`);
    child.stdin!.end(chat);
    await done;
    expect(extract().code).toBe(0);
    expect(locks()).toEqual([]);
  });

  it('with --wait it waits', async () => {
    const { child, done } = busy();
    await held();
    const second = spawn(process.execPath, [command, 'extract', 'logs', '--out', 'out', '--wait'], { cwd });
    const told = new Promise<string>((tell) => second.stderr.on('data', (data) => tell(String(data))));
    expect(await told).toBe(`waiting for process ${child.pid}, which writes to out\n`);
    child.stdin!.end(chat);
    await done;
    expect(await new Promise((exit) => second.on('exit', exit))).toBe(0);
    expect(Object.keys(all())).toHaveLength(5);
  });

  it('the lock of a process that was killed is taken over, and what it left is swept away', async () => {
    const { child, done } = busy();
    await held();
    child.kill('SIGKILL');
    await done;
    mkdirSync(join(cwd, 'out/club'));
    const left = join(cwd, 'out/club', `.jianglu-${child.pid}-0.tmp`);
    writeFileSync(left, 'half');
    expect(locks()).toHaveLength(1);
    expect(extract().code).toBe(0);
    expect([locks(), existsSync(left)]).toEqual([[], false]);
  });

  it('a lock of another machine is not touched', () => {
    mkdirSync(join(cwd, 'out'));
    const lock = '.jianglu-lock-00000000-12-34';
    writeFileSync(join(cwd, 'out', lock), '');
    const { code, err } = extract();
    expect([code, locks()]).toEqual([1, [lock]]);
    expect(err).toContain(
      `${join('out', lock)}: another run writes to this folder (process 12 of another machine)`,
    );
  });
});

describe('a worker that hangs or dies over a log', () => {
  /** A module that, in workers, does something when a log is opened whose name says so. */
  const spoiled = (name: string, action: string) => {
    const file = join(cwd, 'spoil.mjs');
    writeFileSync(
      file,
      `import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';
const { open } = fs;
fs.open = (path, ...rest) => { if (!isMainThread && String(path).includes('${name}')) { ${action} } return open(path, ...rest); };
syncBuiltinESMExports();
`,
    );
    return { NODE_OPTIONS: `--import ${file}` };
  };

  it.each([
    ['hangs', 'while (true);', 'log-too-slow', ['--time-limit', '12']],
    ['exits', 'process.exit(7);', 'worker-died', []],
    [
      'throws outside of the work',
      "setImmediate(() => { throw new Error('stray'); }); return new Promise(() => {});",
      'worker-died',
      [],
    ],
    [
      'runs out of memory',
      'const all = []; while (true) all.push(new Array(1e6).fill(1.5));',
      'worker-died',
      [],
    ],
  ])('costs that log alone: it %s', (_case, action, code, args) => {
    cpSync(join(cwd, quiet), join(cwd, 'logs/club/2024-04-01-bad.md'));
    const memory = { NODE_OPTIONS: `${spoiled('bad', action).NODE_OPTIONS} --max-old-space-size=600` };
    const run = jianglu(['extract', 'logs', '--out', 'out', '--json', ...args], { cwd, env: memory });
    const report = JSON.parse(run.out);
    expect(run.code).toBe(1);
    expect(report.errors).toMatchObject([{ code, file: 'logs/club/2024-04-01-bad.md' }]);
    expect(report.logs.map(({ file }: { file: string }) => file)).toEqual([talk, quiet]);
    expect(read()).toEqual(['logs/club/2024-04-01-bad.md']);
  });

  /** A module that, where texts are cut into words, does something over a text that says so. */
  const spoiledWords = (word: string, action: string) => {
    const file = join(cwd, 'spoil.mjs');
    writeFileSync(
      file,
      `import { createRequire } from 'node:module';
import { isMainThread } from 'node:worker_threads';
if (!isMainThread) {
  const jieba = createRequire(${JSON.stringify(command)})('nodejieba');
  const { tag } = jieba;
  const began = Date.now();
  jieba.tag = (text) => { if (text.includes('${word}')) { ${action} } return tag(text); };
}
`,
    );
    return { NODE_OPTIONS: `--import ${file}` };
  };

  it.each([
    [
      'is given up inside compiled code',
      "while (Date.now() < began + 14_000) tag('跨境支付'.repeat(10_000));",
      'log-too-slow',
    ],
    ['takes the segmenter with it', 'process.exit(7);', 'worker-died'],
  ])('costs that log alone: it %s', (_case, action, code) => {
    const text = readFileSync(join(cwd, talk), 'utf8').replaceAll('风险', '慢慢风险');
    writeFileSync(join(cwd, 'logs/club/2024-04-01-bad.md'), text);
    const limit = code === 'log-too-slow' ? '10' : '60';
    const args = ['extract', 'logs', '--out', 'out', '--json', '--time-limit', limit, '--jobs', '1'];
    const run = jianglu(args, { cwd, env: spoiledWords('慢慢', action) });
    expect(run.code).toBe(1);
    const report = JSON.parse(run.out);
    expect(report.errors).toMatchObject([{ code, file: 'logs/club/2024-04-01-bad.md' }]);
    expect(report.logs.map(({ file }: { file: string }) => file)).toEqual([talk, quiet]);
    expect(report.logs[0].notes).toHaveLength(1);
  });
});

describe('--watch', () => {
  it('extracts what is written while it runs, a file written slowly once it is whole', async () => {
    const child = spawn(process.execPath, [command, 'extract', 'logs', '--out', 'out', '--watch'], { cwd });
    const output = { out: '', err: '' };
    child.stdout.on('data', (data) => (output.out += data));
    child.stderr.on('data', (data) => (output.err += data));
    const until = async (holds: () => boolean) => {
      for (let tries = 0; !holds(); tries++) {
        if (tries > 400) throw new Error(`waited in vain: ${JSON.stringify(output)}`);
        await new Promise((next) => setTimeout(next, 50));
      }
    };
    await until(() => output.err.includes('watching 1 input'));
    expect(output.out).toContain('2 logs read, 1 note');
    const late = join(cwd, 'logs/club/2024-04-05-chat.md');
    const half = Math.floor(chat.length / 2);
    writeFileSync(late, chat.slice(0, half));
    await new Promise((next) => setTimeout(next, 100));
    appendFileSync(late, chat.slice(half));
    await until(() => output.out.includes('1 log read, 2 unchanged, 1 note'));
    rmSync(noteIn('.md'));
    appendFileSync(join(cwd, quiet), '\n> 10:00:00  阿坤\n\n在吗\n');
    await until(() => output.out.includes('2 logs read, 1 unchanged, 1 note'));
    expect(statSync(noteIn('.md')).isFile()).toBe(true);
    child.kill('SIGINT');
    expect(await new Promise((exit) => child.on('exit', exit))).toBe(130);
    expect(output.err).not.toContain('error');
  }, 60_000);
});
