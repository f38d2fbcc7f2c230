import { deriveTitle } from '../../derive.js';
import type { Lexicon } from '../../lexicon.js';
import type { Span, Transcript } from '../../transcript.js';
import type { Person } from './persons.js';
import { bestStretch, type Stretch, type Weighed, weighAll } from './session.js';
import { titleIn } from './title.js';

/** Ordinals of the messages among which a talk can lie, both inclusive. */
export interface Window {
  first: number;
  last: number;
}

/** A person who may give a talk in a window of the log, with the best stretch of what he types there. */
export interface Candidate {
  nicks: string[];
  list: Weighed[];
  stretch: Stretch;
}

/** Everybody who types in the window, with the best stretch of each. */
export function candidatesIn(tree: Transcript, window: Window, persons: Person[]): Candidate[] {
  return persons.flatMap(({ nicks, messages }) => {
    const list = weighAll(tree, nicks, messages, window);
    const stretch = bestStretch(list);
    return stretch ? [{ nicks, list, stretch }] : [];
  });
}

/** The weighed messages of the stretch. */
export const presentedBy = ({ list, stretch }: Candidate): Weighed[] =>
  list.slice(stretch.first, stretch.last + 1);

/** Whether one of the first lines of the stretch opens a talk. */
export const opens = (candidate: Candidate): boolean =>
  presentedBy(candidate)
    .slice(0, 4)
    .some((item) => item.opening >= 0.8);

/** The subject as the speaker states it in one of the first lines of his stretch. */
export function statedTitle(candidate: Candidate, lexicon: Lexicon): Span | null {
  const { list, stretch } = candidate;
  for (const { message } of list.slice(Math.max(0, stretch.first - 3), stretch.first + 4)) {
    const title = titleIn(message, lexicon.talks);
    if (title && deriveTitle([title])) return title;
  }
  return null;
}
