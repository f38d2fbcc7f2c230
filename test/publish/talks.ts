import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Note, Section } from '../../src/schema/note.js';
import { slugOf } from '../../src/slug.js';
import { note, span } from '../note.js';

/** A section of a paragraph. */
export const section = (title: string, said: string, message = 1): Section => ({
  marker: '',
  ordinal: null,
  title,
  level: 1,
  message,
  span: span(title, message),
  origin: 'typed',
  blocks: [{ type: 'paragraph', spans: [span(said, message)] }],
  sections: [],
});

/** A talk about letters of credit, by its number; some fields replaced. */
export function talk(number: number, fields: Partial<Note> = {}): Note {
  const day = `2024-05-${String(number).padStart(2, '0')}`;
  const title = fields.title ?? `信用证第${number}讲`;
  return note({
    id: `club-${day}-0000000${number}`,
    title,
    slug: slugOf(title),
    date: day,
    speakers: [{ name: number % 2 ? '木棉-青禾银行' : '沙棘', aliases: [] }],
    sections: [section('开证', '开证行先审申请书。'), section('审单', '单据要在五个银行工作日内审完。', 2)],
    qa: [
      {
        question: { by: '阿坤', messages: [3], spans: [span('不符点怎么办？', 3)] },
        answers: [{ by: '木棉-青禾银行', messages: [4], spans: [span('先问客户是否接受。', 4)] }],
      },
    ],
    topics: [
      {
        id: 'letter-of-credit',
        label: '信用证',
        aliases: [],
        score: 1,
        origin: 'lexicon',
        evidence: [span('开证', 1)],
      },
    ],
    glossary: [
      {
        term: '不符点',
        kind: 'risk',
        message: 5,
        start: 0,
        end: 3,
        definition: [span('不符点是单据与信用证不一致之处。', 5)],
        broader: null,
        aliases: [],
      },
    ],
    ...fields,
  });
}

/** A folder of notes, which tests write into. */
export class NotesFolder {
  constructor(readonly path: string) {
    mkdirSync(path, { recursive: true });
  }

  put(...notes: Note[]): void {
    for (const one of notes) writeFileSync(join(this.path, `${one.id}.json`), JSON.stringify(one));
  }

  drop(one: Note): void {
    rmSync(join(this.path, `${one.id}.json`));
  }
}
