import type { Disagreement } from '../schema/evaluation.js';
import { classNames, type ErrorClass, figureOf } from './classes.js';
import { contextOf } from './context.js';
import type { Day } from './day.js';
import type { Draft } from './draft.js';
import { glossaryErrors } from './errors/glossary.js';
import { headingErrors } from './errors/headings.js';
import { lectureErrors } from './errors/lecture.js';
import { questionErrors } from './errors/questions.js';
import { speakerErrors } from './errors/speaker.js';
import { inventedTalk, missedTalk } from './errors/talks.js';
import { titleErrors } from './errors/title.js';
import { topicErrors } from './errors/topics.js';
import type { Evidence } from './evidence.js';
import type { Measured } from './notes.js';

const ofNote = [
  speakerErrors,
  titleErrors,
  lectureErrors,
  headingErrors,
  questionErrors,
  topicErrors,
  glossaryErrors,
];

/** A disagreement whose context and reasons are worked out when they are asked for. */
export interface Open {
  class: ErrorClass;
  missed: number;
  extra: number;
  full(): Disagreement;
}

/** All disagreements of a day, by talk. `evidence` may lack only where the day has no note. */
export function errorsOf(day: Day, evidence: Evidence | undefined): Open[] {
  const open = (draft: Draft, title: string, note: Measured | undefined): Open => {
    const { class: name, missed = 0, extra = 0, wanted = null, found = null, messages } = draft;
    const full = (): Disagreement => ({
      figure: figureOf(name),
      class: name,
      log: day.log,
      title,
      note: note?.id ?? null,
      missed,
      extra,
      wanted,
      found,
      messages,
      context: evidence ? contextOf(evidence.tree, messages) : [],
      reasons: draft.reasons?.() ?? [],
    });
    return { class: name, missed, extra, full };
  };
  const ofTalks = day.cases.flatMap((one) => {
    const { note, label } = one;
    const drafts =
      note && evidence
        ? ofNote.flatMap((errors) => errors({ ...one, note, evidence }))
        : missedTalk(one, day.spare, evidence);
    return drafts.map((draft) => open(draft, label.title, note));
  });
  return [...ofTalks, ...day.spare.map((note) => open(inventedTalk(day, note, evidence), note.title, note))];
}

/** Disagreements counted by class, in the order of the classes; those that occur. */
export function countsOf(
  errors: readonly Open[],
): Record<string, { errors: number; missed: number; extra: number }> {
  const counted = classNames.map((name) => {
    const own = errors.filter((error) => error.class === name);
    const sum = (side: 'missed' | 'extra') => own.reduce((all, error) => all + error[side], 0);
    return [name, { errors: own.length, missed: sum('missed'), extra: sum('extra') }] as const;
  });
  return Object.fromEntries(counted.filter(([, { errors: count }]) => count > 0));
}
