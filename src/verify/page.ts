import { existsSync, readFileSync } from 'node:fs';
import { renderMarkdown } from '../markdown/note.js';
import type { Note } from '../schema/note.js';
import type { Report } from './fault.js';

/** Checks that the Markdown page beside a note's file, where there is one, is what the note gives. */
export function checkPage(note: Note, file: string, report: Report): void {
  const page = file.replace(/\.json$/u, '.md');
  if (page === file || !existsSync(page)) return;
  if (readFileSync(page, 'utf8') !== renderMarkdown(note)) report('page', '', page);
}
