import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chat, filesIn, folder, jianglu, logs } from './jianglu.js';

describe('jianglu extract', () => {
  it('writes notes, pages and a ledger a log, the same for any number of workers and on a second run', () => {
    const out = folder();
    const first = jianglu(['extract', logs, '--out', join(out, 'a')]);
    expect(first).toMatchObject({ code: 0, err: '' });
    const files = filesIn(join(out, 'a'));
    const count = (ending: string) => Object.keys(files).filter((name) => name.endsWith(ending)).length;
    expect(count('.ledger.json')).toBe(
      readdirSync(logs, { recursive: true }).filter((name) => String(name).endsWith('.markdown')).length,
    );
    expect(count('.md')).toBeGreaterThan(5);
    expect(count('.json')).toBe(count('.md') + count('.ledger.json'));
    const workers = jianglu(['extract', logs, '--out', join(out, 'b'), '--jobs', '2']);
    expect(workers.out.replaceAll(`${out}/b`, `${out}/a`)).toBe(first.out);
    expect(filesIn(join(out, 'b'))).toEqual(files);
    expect(jianglu(['extract', logs, '--out', join(out, 'a'), '--force']).out).toBe(first.out);
    expect(filesIn(join(out, 'a'))).toEqual(files);
    expect(jianglu(['verify', join(out, 'a'), '--logs', logs])).toMatchObject({ code: 0, err: '' });
  });

  it('summarises as JSON, and writes only the formats asked for', () => {
    const out = folder();
    const { code, out: text } = jianglu([
      'extract',
      join(logs, 'payclub/2024-04-02-chat.markdown'),
      '--json',
      '-f',
      'json',
      '-o',
      out,
    ]);
    const summary = JSON.parse(text);
    expect(code).toBe(0);
    expect(summary).toMatchObject({
      skipped: [],
      errors: [],
      logs: [{ messages: expect.any(Number), removed: [], warnings: [] }],
    });
    const written = [
      summary.logs[0].ledger,
      ...summary.logs[0].notes.flatMap((note: { files: string[] }) => note.files),
    ];
    expect(written.sort()).toEqual(Object.keys(filesIn(out)).map((name) => join(out, name)));
    expect(written.some((name) => name.endsWith('.md'))).toBe(false);
  });

  it('reads standard input, patterns, and folders without what it wrote into them', () => {
    const work = folder();
    mkdirSync(join(work, 'logs/club'), { recursive: true });
    writeFileSync(join(work, 'logs/club/2024-01-05-chat.md'), chat);
    writeFileSync(join(work, 'logs/README.md'), '# Readme\n\nno log\n');
    const run = (...args: string[]) => jianglu(['extract', ...args, '--json'], { cwd: work, input: chat });
    const twice = [run('logs', '--out', 'logs/out'), run('logs', '--out', 'logs/out')];
    for (const { code, out } of twice) {
      expect(code).toBe(0);
      expect(JSON.parse(out).logs.map((log: { file: string }) => log.file)).toEqual([
        'logs/club/2024-01-05-chat.md',
      ]);
      expect(JSON.parse(out).skipped).toEqual(['logs/README.md']);
    }
    expect(JSON.parse(run('logs/cl*/*.md').out).logs).toHaveLength(1);
    expect(JSON.parse(run('-').out).logs[0].ledger).toBe('output/chat/stdin.ledger.json');
    expect(JSON.parse(run('-', '--name', 'club/2024-01-06.md').out).logs[0].ledger).toBe(
      'output/club/2024-01-06.ledger.json',
    );
  });

  it('takes configuration from the folder it runs in', () => {
    const work = folder();
    mkdirSync(join(work, 'club'));
    writeFileSync(join(work, 'club/2024-01-05-chat.md'), chat);
    writeFileSync(
      join(work, 'cues.json'),
      '{"kind":"greeting","rules":[{"id":"own.morning","score":1,"whole":["早"]}]}',
    );
    writeFileSync(
      join(work, 'jianglu.config.json'),
      '{"out":"notes","format":["json"],"lexicon":{"cues":["cues.json"]}}',
    );
    expect(jianglu(['extract', 'club'], { cwd: work }).code).toBe(0);
    expect(Object.keys(filesIn(join(work, 'notes')))).toEqual(['club/2024-01-05-chat.ledger.json']);
    expect(jianglu(['explain', 'club/2024-01-05-chat.md'], { cwd: work }).out).toContain('own.morning');
  });

  it('removes the notes of a talk that is no longer found', () => {
    const work = folder();
    const log = join(work, 'payclub/2024-04-02-chat.markdown');
    cpSync(join(logs, 'payclub/2024-04-02-chat.markdown'), log);
    expect(jianglu(['extract', log, '--out', join(work, 'out')]).code).toBe(0);
    expect(Object.keys(filesIn(join(work, 'out')))).toHaveLength(3);
    expect(jianglu(['verify', 'out'], { cwd: work })).toMatchObject({
      code: 0,
      out: '1 note, 1 ledger: 0 faults\n',
    });
    expect(jianglu(['verify', join(work, 'out')], { cwd: logs }).code).toBe(0);
    rmSync(log);
    writeFileSync(log, chat);
    expect(jianglu(['extract', log, '--out', join(work, 'out')]).out).toContain('removed ');
    expect(Object.keys(filesIn(join(work, 'out')))).toEqual(['payclub/2024-04-02-chat.ledger.json']);
  });
});
