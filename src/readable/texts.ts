import { unescapeHtml } from '../language/text.js';
import { kept } from '../memory/remembered.js';
import type { Note } from '../schema/note.js';

/** All texts of the spans within a value of a note, in order. */
export function* textsIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    if (key === 'text' && typeof child === 'string') yield child;
    else yield* textsIn(child);
  }
}

const folded = (text: string) => unescapeHtml(text).toLowerCase();
const known = new WeakMap<Note, string>();

/** Whether the messages that a note quotes hold a name, in whatever case: what only the taxonomy says of a thing is no news of the talk. */
export const isSaid = (note: Note, name: string): boolean =>
  kept(known, note, () => [...textsIn(note)].map(folded).join('\n')).includes(folded(name));
