import type { Ledger } from '../schema/ledger.js';
import type { Note } from '../schema/note.js';
import type { Role, Transcript } from '../transcript.js';
import { type Print, printOf } from './twins.js';

/** How many messages have each role. */
export type RoleCounts = Partial<Record<Role, number>>;

/** Counts the messages of a ledger by role, on top of others. */
export function countedRoles({ runs }: Ledger, counts: RoleCounts = {}): RoleCounts {
  for (const { role, first, last } of runs) counts[role] = (counts[role] ?? 0) + last - first + 1;
  return counts;
}

/** The prints of the talks among a log's notes. */
export const printsOf = (notes: readonly Note[], { children }: Pick<Transcript, 'children'>): Print[] =>
  notes.filter(({ kind }) => kind === 'talk').map((note) => printOf(note, children));
