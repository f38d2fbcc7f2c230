import type { Note } from '../schema/note.js';
import type { Message, Role } from '../transcript.js';

/** A message as a page shows it: when it was sent, and by whom, only where that is known. */
export interface Line extends Pick<Message, 'id' | 'text'>, Partial<Pick<Message, 'time' | 'sender'>> {
  /** Unknown where neither ledger nor note tell. */
  role?: Role;
}

/** Why a log is not shown. */
export type Unseen = 'noLog' | 'longLog' | 'otherLog' | 'hidden';

/** The log of one of a note's sources. */
export type LogPart = { path: string } & ({ lines: Line[] } | { unseen: Unseen });

/** Gives the logs that a note is from. */
export interface LogShelf {
  of(note: Note, noteFile: string): LogPart[];
}

/** The messages of a list of turns or lectures that stand in a source. */
function inSource(
  part: {
    source?: number;
    messages: readonly number[];
    continued?: Note['qa'][number]['question']['continued'];
  },
  source: number,
): readonly number[] {
  const own = (part.source ?? 0) === source ? part.messages : [];
  return [...own, ...(part.continued ?? []).flatMap((one) => (one.source === source ? one.messages : []))];
}

/** What a note alone tells of the roles of a source's messages. */
export function rolesByNote(note: Note, source: number): Map<number, Role> {
  const roles = new Map<number, Role>();
  const give = (ids: readonly number[], role: Role) => {
    for (const id of ids) roles.set(id, role);
  };
  if (source === 0) give(note.announcement, 'announcement');
  if (note.lecture) give(inSource(note.lecture, source), 'lecture');
  for (const turn of note.discussion?.turns ?? []) give(inSource(turn, source), 'discussion');
  for (const { question, answers } of note.qa) {
    give(inSource(question, source), 'question');
    for (const answer of answers) give(inSource(answer, source), 'answer');
  }
  return roles;
}
