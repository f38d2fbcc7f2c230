import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/pipeline.js';
import type { Note } from '../../src/schema/note.js';
import { verify } from '../../src/verify.js';
import { changed, codes, log, note, noteFile, work } from './made.js';

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
      'lexicon /topics/0/label',
      (copy) => {
        const at = copy.topics.findIndex(({ origin }) => origin === 'lexicon');
        copy.topics = [{ ...copy.topics[at]!, label: '别的' }];
      },
    ],
    [
      'derived /speakers/0/organization',
      ({ speakers: [speaker] }) => {
        speaker!.organization = '别家公司';
      },
    ],
    [
      'derived /speakers/0/role',
      ({ speakers: [speaker] }) => {
        speaker!.role = speaker!.name.slice(0, 1);
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
      ({ lecture }) => void lecture!.messages.splice(0, 2, lecture!.messages[1]!, lecture!.messages[0]!),
    ],
    ['lecture /lecture/messages/0', ({ lecture }) => void lecture!.messages.unshift(0)],
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
      ({ qa: [pair] }) => void Object.assign(pair!.answers[0]!, { messages: pair!.question.messages }),
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
    expect(changed(note, noteFile, change)).toContain(fault);
  });

  it('finds a span that splits a character', () => {
    const at = note.lecture!.messages[0]!;
    const text = readFileSync(log, 'utf8');
    const start = extract(text, { path: log }).transcript.children[at]!.text.slice(0, 4);
    writeFileSync(log, text.replace(start, `𠮷${start}`));
    const span = { message: at, start: 1, end: 2, text: '\udfb7' };
    expect(changed(note, noteFile, (copy) => void copy.restrictions.push(span))).toContain(
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
});
