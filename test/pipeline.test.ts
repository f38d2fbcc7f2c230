import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { extract, loadLexicon, readTranscript, schemaFaults, stages } from '../src/index.js';
import { schemaNames } from '../src/schemas.js';
import { chat, logs } from './cli/jianglu.js';

const files = readdirSync(logs, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.markdown'))
  .sort();

describe('extract', () => {
  it.each(files)('gives valid notes and a complete ledger for %s', (name) => {
    const path = join(logs, name);
    const { notes, ledger, transcript } = extract(readFileSync(path), { path });
    for (const note of notes) expect(schemaFaults('note', note)).toEqual([]);
    expect(schemaFaults('ledger', ledger)).toEqual([]);
    const covered = ledger.runs.flatMap(({ first, last }) =>
      Array.from({ length: last - first + 1 }, (_, i) => first + i),
    );
    expect(covered).toEqual(transcript.children.map(({ id }) => id));
    expect(ledger.notes).toEqual(notes.map(({ id }) => id));
    expect(extract(readFileSync(path, 'utf8'), { path })).toEqual({ notes, ledger, transcript });
  });

  it('takes text without a path: no group, no date', () => {
    const { notes, ledger } = extract(chat);
    expect(notes).toEqual([]);
    expect(ledger).toMatchObject({ date: null, source: { path: '-', group: '', messages: 2 } });
    const talk = readFileSync(join(logs, 'payclub/2024-04-02-chat.markdown'), 'utf8').replaceAll(
      '2024-04-02',
      'today',
    );
    const [note] = extract(talk).notes;
    expect(schemaFaults('note', note)).toEqual([]);
    expect(note).toMatchObject({
      id: expect.stringMatching(/^chat-0000-00-00-[0-9a-f]{8}$/u),
      date: '0000-00-00',
    });
    expect(note!.review.map(({ code }) => code)).toContain('date-unknown');
  });

  it('holds topics to the thresholds of the configuration', () => {
    const path = join(logs, 'payclub/2024-04-02-chat.markdown');
    const topics = (thresholds: object) =>
      extract(readFileSync(path), { path, config: { thresholds } }).notes[0]!.topics;
    expect(topics({}).length).toBeGreaterThan(2);
    expect(topics({ topics: 2 })).toEqual(topics({}).slice(0, 2));
    expect(topics({ topicScore: 0.5 }).every(({ score }) => score >= 0.5)).toBe(true);
  });

  it('is a list of plugins that run one by one', () => {
    const path = join(logs, 'payclub/2024-04-02-chat.markdown');
    const bytes = readFileSync(path);
    const lexicon = loadLexicon();
    const tree = readTranscript(bytes, path);
    for (const stage of stages) unified().use(stage, lexicon).runSync(tree);
    expect(tree).toEqual(extract(bytes, { path }).transcript);
  });
});

describe('schemas', () => {
  it('are all named', () => {
    const shipped = readdirSync(new URL('../schemas/', import.meta.url)).map((name) =>
      name.replace('.schema.json', ''),
    );
    expect([...schemaNames].sort()).toEqual(shipped.sort());
    for (const name of schemaNames) expect(schemaFaults(name, 0)).not.toEqual([]);
  });
});
