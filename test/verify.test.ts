import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { jsonText } from '../src/json.js';
import { bundleOf, writeBundle } from '../src/output.js';
import { extract } from '../src/pipeline.js';
import type { Ledger } from '../src/schema/ledger.js';
import type { Note } from '../src/schema/note.js';
import { verify } from '../src/verify.js';
import { logs } from './cli/jianglu.js';

const name = '2024-05-28-chat.markdown';
let work: string;
let log: string;
let noteFile: string;
let ledgerFile: string;
let note: Note;
let ledger: Ledger;

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'jianglu-'));
  log = join(work, 'logs/riskroom', name);
  cpSync(join(logs, 'riskroom', name), log);
  const made = extract(readFileSync(log), { path: log });
  [note, ledger] = [made.notes[0]!, made.ledger];
  const bundle = bundleOf(made.notes, ledger, ['json']);
  writeBundle(join(work, 'notes'), bundle);
  noteFile = join(work, 'notes/riskroom', bundle.notes[0]!.files[0]!.name);
  ledgerFile = join(work, 'notes/riskroom', bundle.ledger.name);
});
afterAll(() => rmSync(work, { recursive: true, force: true }));
afterEach(() => {
  cpSync(join(logs, 'riskroom', name), log);
  writeFileSync(noteFile, jsonText(note));
  writeFileSync(ledgerFile, jsonText(ledger));
});

const faults = () => verify([join(work, 'notes')], { logs: [join(work, 'logs')] }).faults;
const codes = () => faults().map(({ code, pointer }) => `${code} ${pointer}`);

/** The faults after a change to the note. */
function changed(change: (copy: Note) => void): string[] {
  const copy = structuredClone(note);
  change(copy);
  writeFileSync(noteFile, jsonText(copy));
  return codes();
}

describe('verify', () => {
  it('finds nothing wrong with what was just made', () => {
    expect(
      note.sections.length * note.qa.length * note.glossary.length * note.titleFrom.length,
    ).toBeGreaterThan(0);
    expect(verify([join(work, 'notes')], { logs: [join(work, 'logs')] })).toEqual({
      notes: 1,
      ledgers: 1,
      faults: [],
    });
  });

  const mutations: [string, (copy: Note) => void][] = [
    [
      'span-text /titleFrom/0',
      ({ titleFrom: [span] }) => {
        span!.text += '好';
      },
    ],
    [
      'span-range /titleFrom/0',
      ({ titleFrom: [span] }) => {
        span!.end = 1e6;
      },
    ],
    [
      'span-range /titleFrom/0',
      ({ titleFrom: [span] }) => {
        span!.message = 1e6;
      },
    ],
    [
      'derived /title',
      (copy) => {
        copy.title += '好';
      },
    ],
    [
      'derived /sections/0/title',
      ({ sections: [section] }) => {
        section!.title = '别的';
      },
    ],
    ['derived /sections/0/message', ({ sections: [section] }) => void section!.message++],
    [
      'marker /sections/0/marker',
      ({ sections: [section] }) => {
        section!.marker = '九九、';
      },
    ],
    [
      'derived /glossary/0/term',
      ({ glossary: [entry] }) => {
        entry!.term = '别的';
      },
    ],
    [
      'identity /id',
      (copy) => {
        copy.id = copy.id.replace(/.{8}$/u, '00000000');
      },
    ],
    [
      'identity /slug',
      (copy) => {
        copy.slug = '别的';
      },
    ],
    [
      'identity /date',
      (copy) => {
        copy.date = '2024-01-01';
      },
    ],
    [
      'identity /language',
      (copy) => {
        copy.language = 'en';
      },
    ],
    ['source /sources/0/messages', ({ sources: [source] }) => void source!.messages++],
    [
      'lecture /lecture/messages/1',
      ({ lecture: { messages } }) => void messages.splice(0, 2, messages[1]!, messages[0]!),
    ],
    ['lecture /lecture/messages/0', ({ lecture: { messages } }) => void messages.unshift(0)],
    [
      'sender /speakers/0/name',
      ({ speakers: [speaker] }) => {
        speaker!.name = '某人';
      },
    ],
    [
      'sender /host',
      (copy) => {
        copy.host = '某人';
      },
    ],
    [
      'sender /qa/0/question/messages/0',
      ({ qa: [pair] }) => {
        pair!.question.by = '某人';
      },
    ],
    [
      'sender /qa/0/answers/0/spans/0',
      ({ qa: [pair] }) => void (pair!.answers[0]!.messages = pair!.question.messages),
    ],
    [
      'schedule /schedule/first/time',
      ({ schedule }) => {
        schedule.first.time = '00:00:00';
      },
    ],
    [
      'chatter /chatter/signIn',
      ({ chatter }) => {
        chatter.signIn = 999;
      },
    ],
    ['schema /extra', (copy) => void Object.assign(copy, { extra: 1 })],
  ];

  it.each(mutations)('finds %s', (fault, change) => {
    expect(changed(change)).toContain(fault);
  });

  it('finds a span that splits a character', () => {
    const at = note.lecture.messages[0]!;
    const text = readFileSync(log, 'utf8');
    const start = extract(text, { path: log }).transcript.children[at]!.text.slice(0, 4);
    writeFileSync(log, text.replace(start, `𠮷${start}`));
    const span = { message: at, start: 1, end: 2, text: '\udfb7' };
    expect(changed((copy) => void copy.restrictions.push(span))).toContain(
      `span-surrogate /restrictions/${note.restrictions.length}`,
    );
  });

  it('finds a log that changed, is missing, or is no log', () => {
    appendFileSync(log, '> 23:59:00  木棉\n\n晚安\n');
    expect(codes()).toEqual(
      expect.arrayContaining([
        'log-changed /sources/0/sha256',
        'log-changed /source/sha256',
        'source /sources/0/messages',
      ]),
    );
    writeFileSync(log, '\u0000\u0001');
    expect(codes()).toContain('log-unreadable /sources/0');
    rmSync(log);
    expect(codes()).toEqual(expect.arrayContaining(['log-missing /sources/0', 'log-missing /source']));
  });

  it.each<[string, (copy: Ledger) => void]>([
    ['runs /runs/1', ({ runs }) => void runs.splice(1, 1)],
    ['runs /runs/1', ({ runs }) => void runs[1]!.first--],
    ['runs /runs', ({ runs }) => void runs.pop()],
    ['notes /notes/1', ({ notes }) => void notes.push('riskroom-2024-05-28-00000000')],
    [
      'notes /notes',
      (copy) => {
        copy.notes = [];
      },
    ],
    [
      'source /date',
      (copy) => {
        copy.date = null;
      },
    ],
    [
      'log-unreadable /source',
      ({ source }) => {
        source.encoding = 'big5';
      },
    ],
  ])('finds in the ledger %s', (fault, change) => {
    const copy = structuredClone(ledger);
    change(copy);
    writeFileSync(ledgerFile, jsonText(copy));
    expect(codes()).toContain(fault);
  });

  it('finds a note without its ledger, and files that are none', () => {
    rmSync(ledgerFile);
    writeFileSync(join(work, 'other.json'), '{}');
    writeFileSync(join(work, 'broken.json'), '{');
    expect(codes()).toEqual(['ledger-missing /id']);
    const named = verify([join(work, 'other.json'), join(work, 'broken.json'), join(work, 'logs')]).faults;
    expect(named.map(({ code }) => code).sort()).toEqual(['kind', 'nothing', 'unreadable']);
  });
});
