import type { Draft, Found } from '../draft.js';
import { speakerRight } from '../figures/speaker.js';
import { cueReasons } from '../reasons.js';

/** A speaker that is not the label's. */
export function speakerErrors(one: Found): Draft[] {
  if (speakerRight(one)) return [];
  const { label, note, lecture, evidence } = one;
  const names = note.speakers.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]);
  const known = names.some((name) => label.speakers.includes(name));
  const messages = [...(label.announce ?? []), ...lecture.slice(0, 1), ...note.lecture.messages.slice(0, 1)];
  return [
    {
      class: known ? 'speaker.order' : 'speaker.other',
      missed: 1,
      wanted: label.speakers[0],
      found: names[0],
      messages: [...new Set(messages)],
      reasons: () => cueReasons(evidence, messages, ['announcement', 'opening']),
    },
  ];
}
