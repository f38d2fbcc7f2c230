import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonText } from '../../src/json.js';
import { extract } from '../../src/pipeline.js';
import type { Edits } from '../../src/schema/edits.js';
import type { Note } from '../../src/schema/note.js';
import { filesIn, folder, jianglu, logs } from './jianglu.js';

const name = 'riskroom/2024-05-28-chat.markdown';
const { notes, transcript } = extract(readFileSync(join(logs, name)), { path: name });
const note = notes[0]!;
const key = (id: number) => transcript.children[id]!.key;
const { sections, qa, lecture } = note;
const dropped = lecture!.messages.at(-1)!;
const heading = sections[0]!.span;

/** One correction of each kind. */
const edits: Edits = {
  kind: 'edits',
  version: 1,
  note: note.id,
  title: { text: '编辑定的题目' },
  lecture: { drop: [key(dropped)] },
  headings: {
    change: [{ at: { key: key(heading.message), text: heading.text, start: heading.start }, level: 2 }],
  },
  pairs: { remove: [{ question: qa[0]!.question.messages.map(key) }] },
};

/** A folder with the log, extracted once, and the edits beside the note. */
function work() {
  const cwd = folder();
  cpSync(join(logs, name), join(cwd, 'logs', name));
  const run = (...args: string[]) => jianglu([...args], { cwd });
  const beside = join(cwd, 'output/riskroom', `${note.id}.edits.json`);
  const read = (): Note => {
    const [, text] = Object.entries(filesIn(join(cwd, 'output'))).find(([file]) =>
      /\.[0-9a-f]{6}\.json$/u.test(file),
    )!;
    return JSON.parse(text);
  };
  return { cwd, run, beside, read, log: join(cwd, 'logs', name) };
}

describe('edits beside a note', () => {
  it('are kept over every extraction, also of a log that has grown', () => {
    const { run, beside, read, cwd, log } = work();
    expect(run('extract', 'logs').code).toBe(0);
    writeFileSync(beside, jsonText(edits));
    expect(run('verify', 'output', '--logs', 'logs').err).toContain('[edits]');
    for (const jobs of ['1', '2']) expect(run('extract', 'logs', '--jobs', jobs).code).toBe(0);
    const first = read();
    expect(first).toMatchObject({ id: note.id, title: '编辑定的题目', titleFrom: [] });
    expect(first.edited).toEqual(['/title', '/lecture/messages', expect.stringMatching('/sections/'), '/qa']);
    expect(first.lecture!.messages).not.toContain(dropped);
    expect(readFileSync(beside, 'utf8')).toBe(jsonText(edits));
    expect(run('verify', 'output', '--logs', 'logs')).toMatchObject({ code: 0, err: '' });
    const bytes = filesIn(join(cwd, 'output'));
    run('extract', 'logs');
    expect(filesIn(join(cwd, 'output'))).toEqual(bytes);
    const text = readFileSync(log, 'utf8');
    const early = '> 00:00:01  夜猫\n\n早早签到\n\n';
    writeFileSync(log, `${text.replace(/^> /mu, `${early}> `)}\n> 23:59:58  夜猫\n\n晚安\n`);
    expect(run('extract', 'logs').code).toBe(0);
    expect(read()).toMatchObject({ id: note.id, title: '编辑定的题目' });
    expect(read().lecture!.messages).toEqual(first.lecture!.messages.map((id) => id + 1));
    expect(read().review.map(({ code }) => code)).not.toContain('edit-stale');
    expect(run('verify', 'output', '--logs', 'logs')).toMatchObject({ code: 0, err: '' });
  });

  it('say under review what no longer fits', () => {
    const { run, beside, read, log } = work();
    mkdirSync(dirname(beside), { recursive: true });
    writeFileSync(beside, jsonText(edits));
    const gone = transcript.children[heading.message]!.text;
    writeFileSync(log, readFileSync(log, 'utf8').replace(gone, '改过的话'));
    expect(run('extract', 'logs').code).toBe(0);
    expect(read().title).toBe('编辑定的题目');
    expect(read().review.filter(({ code }) => code === 'edit-stale')).toEqual([
      { code: 'edit-stale', reason: expect.stringContaining(key(heading.message)) },
    ]);
    expect(run('verify', 'output', '--logs', 'logs')).toMatchObject({ code: 0, err: '' });
  });

  it('may lie elsewhere', () => {
    const { run, read, cwd } = work();
    mkdirSync(join(cwd, 'corrections'));
    writeFileSync(join(cwd, 'corrections', `${note.id}.edits.json`), jsonText(edits));
    expect(run('extract', 'logs', '--edits', 'corrections').code).toBe(0);
    expect(read().title).toBe('编辑定的题目');
    expect(run('verify', 'output', '--logs', 'logs').err).toContain('[edits-missing]');
    expect(run('verify', 'output', '--logs', 'logs', '--edits', 'corrections')).toMatchObject({
      code: 0,
      err: '',
    });
    expect(run('extract', 'logs', '--edits', 'nowhere').err).toContain('[file-missing]');
  });

  it('that are invalid fail their log, and the note is not written without them', () => {
    const { run, beside, cwd } = work();
    mkdirSync(dirname(beside), { recursive: true });
    writeFileSync(beside, jsonText({ ...edits, title: { text: '题', txt: '题' } }));
    const { code, err } = run('extract', 'logs');
    expect(code).toBe(1);
    expect(err).toContain('/title/txt');
    expect(err).toContain('[edits-invalid]');
    expect(Object.keys(filesIn(join(cwd, 'output')))).toEqual([`riskroom/${note.id}.edits.json`]);
    writeFileSync(beside, '{');
    expect(run('extract', 'logs').err).toContain('[json-invalid]');
    rmSync(beside);
    expect(run('extract', 'logs').code).toBe(0);
  });
});
