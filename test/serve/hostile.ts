import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTranscript } from '../../src/read/chatlog.js';
import type { Block, Note, Span } from '../../src/schema/note.js';
import type { Held } from './site.js';

const oneLine = (text: string) => text.replace(/[\r\n\u2028\u2029]/gu, ' ').trim();

/** A log whose nicks and bodies are payloads, by turns. */
const logOf = (texts: readonly string[]) =>
  texts
    .map((text, index) => {
      const time = `20:${String(index % 60).padStart(2, '0')}:00`;
      const nick = oneLine(texts[(index + 1) % texts.length]!) || 'x';
      return `> ${time}  ${nick}\n\n${oneLine(text)}\n`;
    })
    .join('\n');

const whole = (message: number, text: string): Span => ({ message, start: 0, end: text.length, text });

/**
 * A talk that has payloads wherever a note has text: title, nicks, headings, paragraphs, lists, captions, addresses,
 * questions, terms, topics, ids and paths; and a log beside it that has them as nicks and bodies.
 */
export function hostileTalk(texts: readonly string[], number: number, folder: string): Held {
  const path = `evil/2024-01-${String((number % 28) + 1).padStart(2, '0')}-${number}.markdown`;
  const log = logOf(texts);
  mkdirSync(join(folder, 'evil'), { recursive: true });
  writeFileSync(join(folder, path), log);
  const messages = readTranscript(Buffer.from(log), join(folder, path)).children.length;
  const at = (index: number) => texts[index % texts.length]!;
  const span = (index: number) => whole(index % Math.max(1, messages), at(index));
  const block = (index: number): Block => {
    const spans: [Span] = [span(index)];
    const url = at(index + 2);
    const kinds: Block[] = [
      { type: 'paragraph', spans },
      { type: 'list', spans, items: [{ marker: at(index + 1), span: span(index) }] },
      { type: 'image', spans, url, caption: at(index + 3) },
      { type: 'link', spans, url, caption: at(index + 3) },
      { type: 'quote', spans },
      { type: 'code', spans },
      { type: 'table', spans: [whole(0, `|${oneLine(at(index))}|b|\n|-|-|\n|${oneLine(at(index + 1))}|d|`)] },
      { type: 'file', spans },
    ];
    return kinds[index % kinds.length]!;
  };
  const note: Note = {
    id: `evil${oneLine(at(0))}-2024-01-01-${number.toString(16).padStart(8, '0')}`,
    slug: 'evil',
    kind: 'talk',
    version: 1,
    title: at(0),
    titleFrom: [span(0)],
    date: `2024-01-${String((number % 28) + 1).padStart(2, '0')}`,
    language: 'zh-Hans',
    sources: [
      {
        path,
        format: 'chat-markdown',
        group: at(1),
        sha256: createHash('sha256').update(log).digest('hex'),
        messages,
      },
    ],
    speakers: [{ name: at(2), aliases: [at(3)], organization: at(4), role: at(5), city: at(6) }],
    host: at(7),
    announcement: [0],
    schedule: {
      announced: span(0),
      first: { message: 0, time: '20:00:00' },
      last: { message: 0, time: '21:00:00' },
    },
    lecture: { messages: [0] },
    lead: texts.map((_, index) => block(index)),
    sections: texts.slice(0, 8).map((_, index) => ({
      marker: at(index + 5),
      ordinal: null,
      title: at(index),
      level: 1,
      message: index % messages,
      span: span(index),
      origin: 'typed',
      blocks: [],
      sections: [],
    })),
    qa: texts.slice(0, 4).map((_, index) => ({
      question: { by: at(index), messages: [0], spans: [span(index + 1)] },
      answers: [{ by: at(index + 2), messages: [0], spans: [span(index + 3)] }],
    })),
    topics: texts.slice(0, 4).map((text) => ({
      id: `text:${text}`,
      label: text,
      aliases: [text],
      score: 0.5,
      origin: 'text',
      evidence: [span(0)],
    })),
    glossary: texts.map((text, index) => ({
      term: text,
      kind: 'risk',
      message: 0,
      start: 0,
      end: 1,
      definition: [span(index + 1)],
      aliases: [span(index + 2)],
      broader: null,
    })),
    restrictions: [span(1)],
    review: [{ code: 'x', reason: at(3), message: 0 }],
    chatter: {},
  };
  return { note, file: join(folder, 'notes', `${number}.json`) };
}
