import type { Case } from '../day.js';
import { dice } from '../likeness.js';

/** A title counts as right from this likeness on. */
const alike = 0.8;

/** Whether the title is right; undefined where the label has none. */
export function titleRight({ label, note }: Case): boolean | undefined {
  if (label.title === '') return undefined;
  return note !== undefined && dice(note.title, label.title) >= alike;
}
