import type { Ledger } from './schema/ledger.js';
import type { Note, Review } from './schema/note.js';
import type { Role, Transcript } from './transcript.js';
import { type Print, printOf } from './twins.js';

/** How many messages have each role. */
export type RoleCounts = Partial<Record<Role, number>>;

/** Counts the messages of a ledger by role, on top of others. */
export function countedRoles({ runs }: Ledger, counts: RoleCounts = {}): RoleCounts {
  for (const { role, first, last } of runs) counts[role] = (counts[role] ?? 0) + last - first + 1;
  return counts;
}

/** Notes with what the run as a whole knows of them. */
export const hinted = (notes: readonly Note[], hints: Readonly<Record<string, readonly Review[]>>): Note[] =>
  notes.map((note) => ({ ...note, review: [...note.review, ...(hints[note.id] ?? [])] }));

/** The prints of the talks among a log's notes. */
export const printsOf = (notes: readonly Note[], { children }: Pick<Transcript, 'children'>): Print[] =>
  notes.filter(({ kind }) => kind === 'talk').map((note) => printOf(note, children));
