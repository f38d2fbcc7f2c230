import type { Labels, Talk } from '../schema/labels.js';
import { expanded } from './labels.js';
import { jaccard } from './likeness.js';
import type { Measured } from './notes.js';

/** A labelled talk beside the note that is taken for it, if there is one. */
export interface Case {
  label: Talk;
  /** The label's lecture, each message for itself. */
  lecture: number[];
  note: Measured | undefined;
}

/** A labelled log beside its notes. */
export interface Day {
  log: string;
  cases: Case[];
  /** Notes of no labelled talk. */
  spare: Measured[];
}

/** A note is the labelled talk's when so much of both lectures is common (messages in both by messages in either). */
const common = 0.3;

/** Gives each labelled talk, in order, the note whose lecture is most like its own. */
export function dayOf({ log, talks }: Labels, notes: readonly Measured[]): Day {
  const spare = [...notes];
  const cases = talks.map((label): Case => {
    const lecture = expanded(label.lecture);
    const likeness = spare.map((note) => jaccard(note.lecture.messages, lecture));
    const best = Math.max(0, ...likeness);
    const note = best >= common ? spare.splice(likeness.indexOf(best), 1)[0] : undefined;
    return { label, lecture, note };
  });
  return { log, cases, spare };
}
