import { describe, expect, it } from 'vitest';
import { collect } from '../../../src/publish/engine/collection.js';
import { csv } from '../../../src/publish/targets/csv.js';
import type { Note } from '../../../src/schema/note.js';
import { note, span } from '../../note.js';
import { collected, rendered } from '../collection.js';

/** Reads RFC 4180 as it stands in the standard: quotes whole, CRLF alone ends a row. */
function read(file: string): string[][] {
  expect(file.startsWith('\ufeff')).toBe(true);
  expect(file.endsWith('\r\n')).toBe(true);
  const rows: string[][] = [];
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/uy;
  field.lastIndex = 1;
  let row: string[] = [];
  while (field.lastIndex < file.length) {
    const [, text = '', end] = field.exec(file) ?? expect.fail('no field of RFC 4180');
    row.push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

const tables = async (fields: Partial<Note>, file: string) => {
  const pages = await rendered(csv, collected([note(fields)]));
  const [head = [], ...rows] = read(pages.get(file)!.content as string);
  return rows.map((row) => Object.fromEntries(row.map((cell, at) => [head[at], cell])));
};

const trace = {
  talk: 'club-2024-03-15-0123abcd',
  title: '票据',
  date: '2024-03-15',
  speaker: '木棉',
  log: 'club/2024-03-15-chat.markdown',
};

const sources: Note['sources'] = [
  ...note().sources,
  { ...note().sources[0]!, path: 'club/2024-03-16-chat.markdown' },
];

describe('the tables of csv', () => {
  it('has a row a definition', async () => {
    const definition = [span('轧差，即"净额"结算,\n互抵', 3)];
    const entry = { term: '轧差', kind: 'concept', message: 3, start: 0, end: 2 } as const;
    const glossary = [{ ...entry, definition, aliases: [span('净额', 3), span('NET', 3)], broader: null }];
    expect(await tables({ glossary }, 'glossary.csv')).toEqual([
      {
        ...{ term: '轧差', aliases: '净额 | NET', kind: 'concept', definition: '轧差，即"净额"结算, 互抵' },
        ...{ concept: 'term:轧差', broader: '', ...trace, message: '3' },
      },
    ]);
  });

  it('has a row an answer, with the log that it stands in', async () => {
    const question = { by: '青竹', messages: [4], spans: [span('怎么\n贴现？', 4)] };
    const answers = [
      { by: '木棉', messages: [5, 6], spans: [span('=先背书', 5), span('再贴现', 6)] },
      { by: '阿坤', source: 1, messages: [0], spans: [{ ...span('次日补充', 0), source: 1 }] },
    ];
    expect(await tables({ sources, qa: [{ question, answers }] }, 'qa.csv')).toEqual([
      {
        ...{ question: '怎么\n贴现？', asker: '青竹', asked_message: '4', asked_log: trace.log },
        ...{ answer: "'=先背书\n再贴现", answerer: '木棉', ...trace, message: '5' },
      },
      {
        ...{ question: '怎么\n贴现？', asker: '青竹', asked_message: '4', asked_log: trace.log },
        ...{ answer: '次日补充', answerer: '阿坤', ...trace, message: '0', log: sources[1]!.path },
      },
    ]);
  });

  it('has a row a heading, with those above it', async () => {
    const section = {
      marker: '一、',
      ordinal: 1,
      level: 1,
      message: 1,
      origin: 'typed' as const,
      blocks: [],
    };
    const below = { ...section, marker: '1.', title: '背书', level: 2, message: 2, span: span('1.背书', 2) };
    const sections = [
      { ...section, title: '票据', span: span('一、票据'), sections: [{ ...below, sections: [] }] },
    ];
    expect(await tables({ sections }, 'outlines.csv')).toEqual([
      { heading: '一、票据', level: '1', above: '', origin: 'typed', ...trace, message: '1' },
      { heading: '1. 背书', level: '2', above: '一、票据', origin: 'typed', ...trace, message: '2' },
    ]);
  });

  it('has heads alone where there is nothing', async () => {
    expect(await tables({}, 'qa.csv')).toEqual([]);
  });

  it('is known by its head', async () => {
    for (const { page, content } of (await rendered(csv, collected([note()]))).values()) {
      expect(csv.keyOf(content)).toBe(page.key);
      expect(csv.keyOf((content as string).replace(/^\ufeff/u, ''))).toBe(page.key);
    }
    expect(csv.keyOf('term,definition\r\n')).toBeUndefined();
  });

  it('would rather fail than lose the rows of talks whose notes are not given', async () => {
    const { talks } = collected([note()]);
    const [{ load: _, ...known }] = talks as [(typeof talks)[number]];
    await expect(rendered(csv, collect([known], []))).rejects.toMatchObject({ code: 'notes-missing' });
  });
});
