import type { Day } from '../day.js';
import type { Draft } from '../draft.js';
import type { Evidence } from '../evidence.js';
import { lectureOf } from '../figures/lecture.js';
import type { Measured } from '../notes.js';
import { cueReasons } from '../reasons.js';

const first = 3;

/** The disagreements of a missed talk: one a figure. */
export function missedTalk(
  one: Day['cases'][number],
  notes: readonly Measured[],
  evidence: Evidence | undefined,
): Draft[] {
  const { label, lecture } = one;
  const announce = label.announce ?? [];
  const messages = [...announce, ...lecture.slice(0, first)];
  const elsewhere = notes.some((note) => lectureOf({ ...one, note }).same.length > 0);
  const why = elsewhere ? 'talks.elsewhere' : announce.length ? 'talks.missed' : 'talks.unannounced';
  const lost = (name: 'lecture' | 'headings' | 'qa' | 'topics' | 'glossary', missed: number): Draft[] =>
    missed ? [{ class: `${name}.talk-missed`, missed, messages: [] }] : [];
  const titleless: Draft = { class: 'title.talk-missed', missed: 1, wanted: label.title, messages: [] };
  return [
    {
      class: why,
      missed: 1,
      wanted: label.title,
      messages,
      reasons: () => (evidence ? cueReasons(evidence, messages) : []),
    },
    { class: 'speaker.talk-missed', missed: 1, wanted: label.speakers[0], messages: [] },
    ...(label.title === '' ? [] : [titleless]),
    ...lost('lecture', lecture.length),
    ...lost('headings', label.headings.filter(({ maybe }) => !maybe).length),
    ...lost('qa', label.qa.length),
    ...lost('topics', label.topics.length),
    ...lost('glossary', label.glossary.length),
  ];
}

/** A note of no labelled talk. */
export function inventedTalk(day: Day, note: Measured, evidence: Evidence | undefined): Draft {
  const announcement = evidence?.talkOf(note)?.announcement ?? [];
  const messages = [...announcement, ...note.lecture.messages.slice(0, first)];
  return {
    class: day.cases.length ? 'talks.extra' : 'talks.alarm',
    extra: 1,
    found: note.title,
    messages,
    reasons: () => (evidence ? cueReasons(evidence, messages) : []),
  };
}
