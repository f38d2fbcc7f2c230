import type { FootnoteDefinition, FootnoteReference } from 'mdast';
import { startsOf } from '../../note/sources.js';
import type { Note, Ordinal } from '../../schema/note.js';
import { printed } from './text.js';
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

/** The log that a message stands in, and its ordinal there: a page counts on from log to log. */
function placeOf({ note }: Page, message: Ordinal): { path: string; ordinal: Ordinal } {
  const starts = startsOf(note);
  const index = starts.findLastIndex((start) => start <= message);
  return { path: note.sources[index]!.path, ordinal: message - starts[index]! };
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
  const ordered = [...page.cited].sort((a, b) => a - b);
  return ordered.map((message) => {
    const { path, ordinal } = placeOf(page, message);
    return {
      type: 'footnoteDefinition',
      identifier: name(message),
      label: name(message),
      children: [
        {
          type: 'paragraph',
          children: [{ type: 'text', value: `${printed(path)} · ${page.words.message} ${ordinal}` }],
        },
      ],
    };
  });
}
