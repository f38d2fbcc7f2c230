import type { Note } from '../schema/note.js';
import { eachSection } from '../sections.js';
import type { Report } from './fault.js';

/** The value that a JSON pointer names; undefined where there is none. */
function valueAt(note: unknown, pointer: string): unknown {
  let value = note;
  for (const name of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

/** What is certain must rest on something that was typed, as far as the note itself shows it. */
function checkStated(note: Note, open: ReadonlySet<string>, report: Report): void {
  const announced = ({ message }: { message: number }) => note.announcement.includes(message);
  if (note.title !== '' && !open.has('/title') && !note.titleFrom.every(announced))
    report('certainty', '/title', 'nothing announced says so');
  for (const [at, { origin, marker }] of eachSection(note.sections))
    if (!open.has(at) && (origin !== 'typed' || marker === ''))
      report('certainty', at, 'no marker was typed');
}

/** Probabilities stand where they must: on each lecture message, and on sections and pairs that no editor set. A question answered
 * in a later log only was never weighed. */
function checkProbabilities(note: Note, edited: ReadonlySet<string>, report: Report): void {
  const { messages, probabilities } = note.lecture!;
  if (probabilities?.length !== messages.length)
    report('certainty', '/lecture/probabilities', `${probabilities?.length ?? 0} of ${messages.length}`);
  const demand = (at: string, probability: number | undefined) => {
    if ((probability === undefined) !== edited.has(at)) report('certainty', `${at}/probability`);
  };
  for (const [at, { probability }] of eachSection(note.sections)) demand(at, probability);
  const later = ({ messages: ids }: { messages: number[] }) =>
    ids.some((id) => id >= note.sources[0]!.messages);
  note.qa.forEach(({ probability, answers }, index) => {
    if (probability === undefined && answers.some(later)) return;
    demand(`/qa/${index}`, probability);
  });
}

/**
 * Checks what a note says of its own certainty: what is inferred is there and was not set by an editor, what is certain
 * was typed or announced, and every decision that has a calibrated probability bears one. A discussion says nothing of it.
 */
export function checkCertainty(note: Note, report: Report): void {
  if (note.kind !== 'talk') return;
  const edited = new Set(note.edited);
  (note.inferred ?? []).forEach((pointer, index) => {
    const at = `/inferred/${index}`;
    if (valueAt(note, pointer) === undefined) report('certainty', at, `the note has no ${pointer}`);
    if (edited.has(pointer)) report('certainty', at, `an editor set ${pointer}`);
  });
  for (const [index, { pointer }] of note.review.entries())
    if (pointer !== undefined && valueAt(note, pointer) === undefined)
      report('certainty', `/review/${index}/pointer`, `the note has no ${pointer}`);
  checkStated(note, new Set([...(note.inferred ?? []), ...edited]), report);
  checkProbabilities(note, edited, report);
}
