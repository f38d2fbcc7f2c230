import type { Note, Ordinal } from '../schema/note.js';

/** The messages that a note is made of: a talk's lecture, or those of a discussion. */
export function contentOf({ lecture, discussion }: Pick<Note, 'lecture' | 'discussion'>): Ordinal[] {
  return (lecture ?? discussion)?.messages ?? [];
}

/** JSON pointer to the messages of `contentOf`. */
export const contentPointer = ({ kind }: Pick<Note, 'kind'>): string =>
  `/${kind === 'talk' ? 'lecture' : kind}/messages`;
