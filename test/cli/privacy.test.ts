import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pseudonymizationOf } from '../../src/cli/privacy.js';
import { jsonText } from '../../src/json.js';
import { bundlerOf } from '../../src/output/bundle.js';
import { writeBundle } from '../../src/output.js';
import { extract } from '../../src/pipeline.js';
import { fingerprintOf } from '../../src/privacy/key.js';
import { readTranscript } from '../../src/read/chatlog.js';
import { plainNick } from '../../src/readable/text.js';
import { manifestName } from '../../src/run/manifest.js';
import { reportName } from '../../src/run.js';
import type { Edits } from '../../src/schema/edits.js';
import type { Note } from '../../src/schema/note.js';
import { verify } from '../../src/verify.js';
import { filesIn, folder, jianglu, logs } from './jianglu.js';

const name = 'riskroom/2024-05-28-chat.markdown';
const key = 'a key of the tests, 32 bytes long';
const other = 'another key of the tests, as long';
const { transcript, notes: plainNotes } = extract(readFileSync(join(logs, name)), { path: name });
const nicks = [...new Set(transcript.children.map(({ sender }) => sender))].filter(
  ([...all]) => all.length > 1,
);
const speaker = plainNotes[0]!.speakers[0]!.name;

/** A folder with logs below `logs/`, and the command run there, by default with the key in the environment. */
function work(...names: string[]) {
  const cwd = folder();
  for (const one of names) cpSync(join(logs, one), join(cwd, 'logs', one), { recursive: true });
  const run = (args: string, JIANGLU_KEY = key) => jianglu(args.split(' '), { cwd, env: { JIANGLU_KEY } });
  const notes = () =>
    Object.entries(filesIn(join(cwd, 'output')))
      .filter(([file]) => /\.[0-9a-f]{6}\.json$/u.test(file))
      .map(([, text]): Note => JSON.parse(text));
  const files = () => filesIn(join(cwd, 'output'));
  return { cwd, run, notes, files };
}

describe('extract --pseudonymize', () => {
  it('leaves no nick, says so in note, ledger and page, and gives the same bytes again, whatever the workers', () => {
    const { cwd, run, notes, files } = work(name, 'riskroom/2024-05-09-chat.markdown');
    expect(run('extract logs --pseudonymize')).toMatchObject({ code: 0, err: '' });
    const ofRun = [manifestName, reportName].map((file) => readFileSync(join(cwd, 'output', file), 'utf8'));
    for (const nick of nicks) expect(ofRun.filter((text) => text.includes(nick))).toEqual([]);
    const first = files();
    expect(run('extract logs --pseudonymize --jobs 2 --force').code).toBe(0);
    expect(files()).toEqual(first);
    for (const note of notes()) expect(note.pseudonymized).toBe(fingerprintOf(key));
    const texts = Object.entries(first).filter(([file]) => file.startsWith('riskroom/2024-05-28'));
    expect(texts).toHaveLength(3);
    for (const nick of nicks) expect(texts.flat().filter((text) => text.includes(nick))).toEqual([]);
    const [, page] = texts.find(([file]) => file.endsWith('.md'))!;
    expect(page).toContain('- 隐私：昵称已换成化名');
    expect(page).toContain(`pseudonymized: "${fingerprintOf(key)}"`);
    expect(run('verify output --logs logs')).toMatchObject({ code: 0, err: '' });
    expect(run('extract logs --pseudonymize', other).code).toBe(0);
    expect(notes()[0]!.pseudonymized).toBe(fingerprintOf(other));
  });

  it('keeps speakers on request, and names them', () => {
    const { run, notes, files } = work(name);
    expect(run('extract logs --keep-speaker').code).toBe(0);
    const [note] = notes();
    expect(note!.speakers[0]!.name).toBe(speaker);
    expect(note!.sources[0]!.kept).toEqual([speaker]);
    const texts = Object.entries(files()).flat();
    for (const nick of nicks.filter((one) => one !== speaker))
      expect(texts.filter((text) => text.includes(nick))).toEqual([]);
    expect(texts.some((text) => text.includes(`；保留：${plainNick(speaker)}`))).toBe(true);
    expect(run('verify output --logs logs')).toMatchObject({ code: 0, err: '' });
  });

  it('makes the key that a file is named for, for its owner alone', () => {
    const { cwd, run } = work(name);
    expect(run('extract logs --pseudonymize-key my.key --dry-run', '')).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(cwd)).toEqual(['logs']);
    const made = run('extract logs --pseudonymize-key my.key', '');
    expect(made).toMatchObject({ code: 0, err: expect.stringContaining('made a key: my.key') });
    if (process.platform !== 'win32') expect(statSync(join(cwd, 'my.key')).mode & 0o777).toBe(0o600);
    const text = readFileSync(join(cwd, 'my.key'), 'utf8');
    expect(text).toMatch(/^[0-9a-f]{64}\n$/u);
    expect(run('extract logs --pseudonymize-key my.key', '')).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(join(cwd, 'my.key'), 'utf8')).toBe(text);
    expect(run('verify output --logs logs --key my.key', '')).toMatchObject({ code: 0, err: '' });
  });

  it('needs a key, and a long one', () => {
    const { run, cwd } = work(name);
    expect(run('extract logs --pseudonymize', '')).toMatchObject({
      code: 2,
      err: expect.stringContaining('[key-missing]'),
    });
    expect(run('extract logs --pseudonymize', 'short')).toMatchObject({
      code: 2,
      err: expect.stringContaining('[key-weak]'),
    });
    expect(readdirSync(cwd)).toEqual(['logs']);
  });

  it('is asked for by the configuration too, which never holds the key', () => {
    const { run, cwd, notes } = work(name);
    const config = (value: unknown) => writeFileSync(join(cwd, 'jianglu.config.json'), jsonText(value));
    config({ pseudonymize: true, keepSpeaker: true });
    expect(run('extract logs').code).toBe(0);
    expect(notes()[0]).toMatchObject({ pseudonymized: fingerprintOf(key), sources: [{ kept: [speaker] }] });
    expect(pseudonymizationOf({ pseudonymize: false }, { pseudonymize: true })).toBeUndefined();
    config({ pseudonymize: true, key });
    expect(run('extract logs').err).toContain('[config-invalid]');
  });
});

describe('verify of pseudonymized notes', () => {
  /** What a log gives, written; `found` gives the faults after a change to a copy of the note. */
  async function made(keepSpeaker: boolean) {
    const { cwd } = work(name);
    const path = join(cwd, 'logs', name);
    const { notes, ledger } = extract(readFileSync(path), { path, pseudonymize: { key, keepSpeaker } });
    const bundle = (await bundlerOf(['json']))(notes, ledger);
    writeBundle(join(cwd, 'output'), bundle);
    const file = join(cwd, 'output', bundle.folder, bundle.notes[0]!.files[0]!.name);
    const found = (change: (note: Note) => void = () => {}, by: string | undefined = key) => {
      const note = structuredClone(notes[0]!);
      change(note);
      writeFileSync(file, jsonText(note));
      const { faults } = verify([join(cwd, 'output')], { logs: [join(cwd, 'logs')], key: by });
      return faults.map(({ code }) => code);
    };
    return { cwd, found };
  }

  it('passes nothing without the key, or with another', async () => {
    const { cwd, found } = await made(false);
    expect(found()).toEqual([]);
    expect(found(undefined, other)).toEqual(['key-other', 'key-other']);
    const run = jianglu(['verify', 'output', '--logs', 'logs'], { cwd, env: { JIANGLU_KEY: '' } });
    expect(run).toMatchObject({ code: 1, err: expect.stringContaining('[key-missing]') });
  });

  it.each<[string, (note: Note) => void]>([
    ['sender', (note) => (note.qa[0]!.question.by = '群友bbbbbbbbb')],
    ['span-text', (note) => (note.titleFrom[0]!.text += '？')],
    ['kept', (note) => note.sources[0]!.kept!.push('无名氏')],
    ['sender', (note) => (note.sources[0]!.kept = nicks)],
    ['sender', (note) => delete note.sources[0]!.kept],
    ['sender', (note) => delete note.pseudonymized],
  ])('finds %s after a change', async (fault, change) => {
    const { found } = await made(true);
    expect(found(change)).toContain(fault);
  });
});

it('file and folder named after a member are not told, and the log is found again', () => {
  const { run, cwd, files } = work();
  const member = nicks.find((nick) => nick !== speaker && /^\p{Script=Han}+$/u.test(nick))!;
  mkdirSync(join(cwd, 'logs', `${member}的群`), { recursive: true });
  cpSync(join(logs, name), join(cwd, 'logs', `${member}的群`, `2024-05-28-${member}.markdown`));
  expect(run('extract logs --pseudonymize').code).toBe(0);
  expect(
    Object.entries(files())
      .flat()
      .filter((text) => text.includes(member)),
  ).toEqual([]);
  expect(run('verify output --logs logs')).toMatchObject({ code: 0, err: '' });
  expect(run('verify output')).toMatchObject({ code: 0, err: '' });
});

it('a talk of two days is joined, verified, and its speaker kept on both', () => {
  const { run, notes } = work('hkpay');
  for (const option of ['--pseudonymize', '--keep-speaker']) {
    expect(run(`extract logs ${option}`).code).toBe(0);
    const joined = notes().filter(({ sources }) => sources.length > 1);
    expect(joined.map(({ title }) => title)).toEqual(['储值支付工具的客户尽职审查']);
    if (option === '--keep-speaker')
      for (const { sources, speakers } of joined)
        for (const { kept } of sources) expect(kept).toContain(speakers[0]!.name);
    expect(run('verify output --logs logs')).toMatchObject({ code: 0, err: '' });
  }
});

describe('corrections', () => {
  const note = plainNotes[0]!;
  const keyOf = (id: number) => transcript.children[id]!.key;
  const asker = note.qa[0]!.question.by;
  /** Made for the plain note, with a nick in the title. */
  const edits: Edits = {
    kind: 'edits',
    version: 1,
    note: note.id,
    title: { text: `${asker}问的风险` },
    lecture: { drop: [keyOf(note.lecture!.messages.at(-1)!)] },
  };

  it('made for the plain note hold for the pseudonymized one, without the nicks in them', () => {
    const { run, cwd, notes, files } = work(name);
    mkdirSync(join(cwd, 'output/riskroom'), { recursive: true });
    const file = `riskroom/${note.id}.edits.json`;
    writeFileSync(join(cwd, 'output', file), jsonText(edits));
    expect(run('extract logs --pseudonymize').code).toBe(0);
    const [hidden] = notes();
    expect(hidden!.id).not.toBe(note.id);
    expect(hidden!.lecture!.messages).toEqual(note.lecture!.messages.slice(0, -1));
    expect(hidden!.title).toMatch(/^群友[a-z-]+问的风险$/u);
    expect(hidden!.review.map(({ code }) => code)).not.toContain('edit-stale');
    const { [file]: _, ...written } = files();
    expect(Object.values(written).filter((text) => text.includes(asker))).toEqual([]);
    expect(run('verify output --logs logs')).toMatchObject({ code: 0, err: '' });
  });
});

it('keys of messages confirm no guess: none is the hash of a message under its nick', () => {
  const plain = readTranscript(readFileSync(join(logs, name)), name);
  const { transcript: hidden } = extract(readFileSync(join(logs, name)), {
    path: name,
    pseudonymize: { key },
  });
  const keys = new Set(plain.children.map((message) => message.key));
  expect(hidden.children.filter((message) => keys.has(message.key))).toEqual([]);
});
