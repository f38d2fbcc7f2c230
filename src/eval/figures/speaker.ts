import type { Case } from '../day.js';

/** Whether the note's first speaker is one of the label's nicks. */
export function speakerRight({ label, note }: Case): boolean {
  const [first] = note?.speakers ?? [];
  return first !== undefined && label.speakers.includes(first.name);
}
