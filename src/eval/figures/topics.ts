import type { Topic } from '../../schema/note.js';
import type { Case } from '../day.js';
import { plain, sameTerm } from '../likeness.js';
import { type Matched, matched } from '../matched.js';

/** Topics of a note that count, from the best. */
const counted = 8;
/** Aliases by which a topic may match, to the letter, from the most usual. */
const aliases = 3;

/** Whether a topic has a name, as its label or a usual alias. */
export const named = (topic: Pick<Topic, 'label' | 'aliases'>, name: string): boolean =>
  [topic.label, ...(topic.aliases ?? []).slice(0, aliases)].some((own) => plain(own) === plain(name));

/** Topics. */
export function topicsOf({ label, note }: Case): Matched<string, Topic> {
  const had = (note?.topics ?? []).slice(0, counted);
  return matched(label.topics, had, named, (topic, want) => sameTerm(topic.label, want));
}
