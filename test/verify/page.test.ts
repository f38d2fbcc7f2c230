import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderMarkdown } from '../../src/markdown/note.js';
import { codes, note, noteFile } from './made.js';

it('a page beside a note is what the note gives, or a fault', () => {
  const page = noteFile.replace(/json$/u, 'md');
  writeFileSync(page, renderMarkdown(note));
  expect(codes()).toEqual([]);
  writeFileSync(page, renderMarkdown(note).replace('讲者', '讲 者'));
  expect(codes()).toEqual(['page ']);
});
