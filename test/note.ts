import type { Ledger } from '../src/schema/ledger.js';
import type { Note, Span } from '../src/schema/note.js';

/** A span of message 1, or another. */
export const span = (text: string, message = 1): Span => ({ message, start: 0, end: text.length, text });

/** A small note that fits its schema, with some fields replaced. */
export function note(fields: Partial<Note> = {}): Note {
  return {
    id: 'club-2024-03-15-0123abcd',
    slug: '票据',
    kind: 'talk',
    version: 1,
    title: '票据',
    titleFrom: [span('票据', 0)],
    date: '2024-03-15',
    language: 'zh-Hans',
    sources: [
      {
        path: 'club/2024-03-15-chat.markdown',
        format: 'chat-markdown',
        group: 'club',
        sha256: 'a'.repeat(64),
        messages: 9,
      },
    ],
    speakers: [{ name: '木棉', aliases: [] }],
    host: '阿坤',
    announcement: [0],
    schedule: {
      announced: null,
      first: { message: 1, time: '20:00:00' },
      last: { message: 2, time: '20:10:00' },
    },
    lecture: { messages: [1, 2] },
    lead: [],
    sections: [],
    qa: [],
    topics: [],
    glossary: [],
    restrictions: [],
    review: [],
    chatter: {},
    ...fields,
  };
}

/** The ledger of the log of `note`, with some fields replaced. */
export function ledger(fields: Partial<Ledger> = {}): Ledger {
  return {
    kind: 'ledger',
    version: 1,
    source: { ...note().sources[0]!, encoding: 'utf-8' },
    date: '2024-03-15',
    notes: ['club-2024-03-15-0123abcd'],
    runs: [{ role: 'lecture', first: 0, last: 8, note: 'club-2024-03-15-0123abcd' }],
    warnings: [],
    ...fields,
  };
}
