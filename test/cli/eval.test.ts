import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classes } from '../../src/eval/classes.js';
import type { Evaluation } from '../../src/schema/evaluation.js';
import { schemaFaults } from '../../src/validate.js';
import { folder, jianglu, logs } from './jianglu.js';

const labels = fileURLToPath(new URL('../fixtures/labels', import.meta.url));
const notes = fileURLToPath(new URL('../fixtures/notes', import.meta.url));
const examples = fileURLToPath(new URL('../../examples/logs', import.meta.url));
/** Some of the labels: each run over all of them takes ten seconds. */
const some = mkdtempSync(join(tmpdir(), 'jianglu-labels-'));
for (const name of readdirSync(labels))
  if (/^(?:payclub|techroom)_/u.test(name)) cpSync(join(labels, name), join(some, name));
afterAll(() => rmSync(some, { recursive: true, force: true }));
const own = ['eval', notes, some, '--logs', logs, '--logs', examples];

/** A log with a label, a note and a ledger. */
const log = 'riskroom/2024-05-28';

describe('jianglu eval', () => {
  it('measures: a table, or JSON by its schema', () => {
    const { code, out, err } = jianglu(['eval', notes, labels]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^talks +\d+\.\d +\d+\.\d +\d+\.\d/mu);
    expect(out).not.toContain('class');
    const json: Evaluation = JSON.parse(jianglu(['eval', notes, labels, '--json']).out);
    expect(schemaFaults('evaluation', json)).toEqual([]);
    expect(Object.keys(json)).toEqual(['kind', 'version', 'figures']);
    expect(json.figures).toMatchObject({ logs: 26, labelledTalks: 19, quietDays: 8, alarms: 0 });
    expect(out).toContain(`talks             ${json.figures.talks.f1.toFixed(1).padStart(6)}`);
  });

  describe('--errors', () => {
    let json: Evaluation;
    beforeAll(() => {
      json = JSON.parse(jianglu([...own, '--errors', '--json']).out);
    });

    it('gives every disagreement with context, by its schema', () => {
      expect(schemaFaults('evaluation', json)).toEqual([]);
      const { figures, errors = [] } = json;
      for (const figure of ['talks', 'lecture', 'headings', 'qa', 'topics', 'glossary'] as const) {
        const list = errors.filter((error) => error.figure === figure);
        expect(list.reduce((all, { missed }) => all + missed, 0)).toBe(figures[figure].missed);
        expect(list.reduce((all, { extra }) => all + extra, 0)).toBe(figures[figure].extra);
      }
      for (const { messages, context } of errors)
        for (const id of messages) expect(context.find(({ message }) => message === id)?.about).toBe(true);
      expect(errors.filter(({ figure }) => figure === 'qa').every(({ reasons }) => reasons.length > 0)).toBe(
        true,
      );
    });

    it('groups them by class for a reader, without colour in a pipe', () => {
      const { code, out, err } = jianglu([...own, '--errors']);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).not.toContain('\u001b');
      for (const [name, { errors }] of Object.entries(json.classes!)) {
        const about = classes[name as keyof typeof classes];
        expect(out).toContain(`\n${name}: ${about} (${errors} error${errors === 1 ? '' : 's'})\n`);
      }
      const first = json.errors!.find(({ context }) => context.length > 0)!;
      const { message, time, sender } = first.context.find(({ about }) => about)!;
      expect(out).toContain(`    > #${message} ${time} ${sender}: `);
    });

    it('--class shows one class, or those of a figure', () => {
      const only = (name: string): Evaluation => JSON.parse(jianglu([...own, '--class', name, '--json']).out);
      const [name] = Object.keys(json.classes!);
      expect(only(name!)).toEqual({
        ...json,
        classes: { [name!]: json.classes![name!] },
        errors: json.errors!.filter((error) => error.class === name),
      });
      const { errors } = only('glossary');
      expect(errors).toEqual(json.errors!.filter(({ figure }) => figure === 'glossary'));
    });
  });

  it('finds the logs beside the notes, as verify does, and reads what extract wrote', () => {
    const cwd = folder();
    cpSync(join(logs, `${log}-chat.markdown`), join(cwd, 'chats', `${log}-chat.markdown`));
    cpSync(join(labels, 'riskroom_2024-05-28.json'), join(cwd, 'labels/a.json'));
    expect(jianglu(['extract', 'chats', '--out', 'out'], { cwd }).code).toBe(0);
    const { code, out, err } = jianglu(['eval', 'out', 'labels', '--errors', '--json'], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { figures, errors } = JSON.parse(out) as Evaluation;
    expect([figures.talks.f1, figures.speaker]).toEqual([100, 100]);
    expect(errors!.length).toBeGreaterThan(0);
    expect(new Set(errors!.map((error) => error.log))).toEqual(new Set([log]));
  });

  it('a talk without note and ledger is missed, and needs no log', () => {
    const cwd = folder();
    mkdirSync(join(cwd, 'notes'));
    writeFileSync(join(cwd, 'notes/a.json'), '{}');
    const { code, out } = jianglu(['eval', 'notes', labels, '--class', 'talks'], { cwd });
    expect(code).toBe(0);
    expect(out).toMatch(/^talks\.missed +\d+ +\d+ +0$/mu);
  });

  it.each([
    [
      'labels-invalid',
      (cwd: string) => writeFileSync(join(cwd, 'labels/a.json'), '{"log":"x","talks":[]}'),
      '(at /log)',
    ],
    ['json-invalid', (cwd: string) => writeFileSync(join(cwd, 'labels/a.json'), '{'), 'a.json:1:2'],
    ['folder-without-json', () => {}, 'labels: the folder holds no JSON file'],
    [
      'log-missing',
      (cwd: string) => cpSync(join(labels, 'riskroom_2024-05-28.json'), join(cwd, 'labels/a.json')),
      `${log}-chat.markdown`,
    ],
  ])('stops with %s', (name, make, place) => {
    const cwd = folder();
    mkdirSync(join(cwd, 'labels'));
    make(cwd);
    const { code, out, err } = jianglu(['eval', notes, 'labels', '--errors', '--logs', 'labels'], { cwd });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(`[${name}]`);
    expect(err).toContain(place);
  });

  it.each([
    [['eval']],
    [['eval', notes]],
    [['eval', notes, labels, '--class', 'qa.nothing']],
    [['eval', notes, labels, '--class', 'q']],
    [['eval', notes, labels, 'more']],
    [['eval', notes, labels, '--errors', '--what']],
  ])('wrong usage exits with 2: %j', (args) => {
    const { code, out, err } = jianglu(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('error: ');
  });
});

describe('jianglu explain', () => {
  it('gives the features that decided about answers, terms and topics', () => {
    const file = join(logs, `${log}-chat.markdown`);
    const { messages, talks } = JSON.parse(jianglu(['explain', file, '--json']).out);
    const answers = messages.filter(({ role }: { role: string }) => role === 'answer');
    expect(answers.length).toBeGreaterThan(0);
    for (const { reasons } of answers) expect(reasons[0].decision).toMatch(/^answers #\d+/u);
    expect(talks[0].topics[0].shares.length).toBeGreaterThan(1);
    const { out } = jianglu(['explain', file]);
    expect(out).toMatch(/^ {6}answers #\d+.* \d\.\d\d: \w+ [+-]\d/mu);
    expect(out).toMatch(/^ {6}defines \S+ 0\.\d\d: /mu);
    expect(out).toMatch(/^talk 0 .*: topics$/mu);
    expect(out).toMatch(/^ {6}heading “[^”]+”: (?:certain|inferred), probability \d\.\d{3}/mu);
  });
});
