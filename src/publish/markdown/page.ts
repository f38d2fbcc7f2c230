import type { FootnoteDefinition, FootnoteReference } from 'mdast';
import type { Note, Ordinal } from '../../schema/note.js';
import { type Words, wordsOf } from './words.js';

/** What the parts of a page share: the note, its language's words, and the messages cited so far. */
export interface Page {
  note: Note;
  words: Words;
  cited: Set<Ordinal>;
}

/** An empty page for a note. */
export function pageOf(note: Note): Page {
  return { note, words: wordsOf(note.language), cited: new Set() };
}

const name = (message: Ordinal) => `m${message}`;

/** A reference for each message, each once; the page will end with their footnotes. */
export function cite(page: Page, messages: readonly Ordinal[]): FootnoteReference[] {
  const distinct = [...new Set(messages)];
  for (const message of distinct) page.cited.add(message);
  return distinct.map((message) => ({
    type: 'footnoteReference',
    identifier: name(message),
    label: name(message),
  }));
}

/** The footnotes of all cited messages, in their order in the log. */
export function footnotes(page: Page): FootnoteDefinition[] {
  const { path } = page.note.sources[0]!;
  const ordered = [...page.cited].sort((a, b) => a - b);
  return ordered.map((message) => ({
    type: 'footnoteDefinition',
    identifier: name(message),
    label: name(message),
    children: [
      {
        type: 'paragraph',
        children: [{ type: 'text', value: `${path} · ${page.words.message} ${message}` }],
      },
    ],
  }));
}
