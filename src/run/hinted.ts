import { join } from 'node:path';
import { type Clock, timed } from '../clock.js';
import { readJson } from '../json.js';
import { worded } from '../note/words.js';
import { type Bundle, bundlerOf } from '../output/bundle.js';
import type { Ledger } from '../schema/ledger.js';
import type { Note } from '../schema/note.js';
import type { Hint } from '../transcript.js';
import { assertValid } from '../validate.js';
import { hintCode } from './twins.js';

/** Where the ledger of a log and its notes, as JSON, stand. */
export interface Standing {
  /** Output folder; the others are paths from there. */
  out: string;
  ledger: string;
  notes: readonly string[];
}

/** What the run as a whole knows of a note, by its id. */
export type Hints = Readonly<Record<string, readonly Hint[]>>;

/** A note with hints of the run as a whole, in the place of those that it had. */
export const hinted = (note: Note, hints: Hints): Note => ({
  ...note,
  review: [
    ...note.review.filter(({ code }) => code !== hintCode),
    ...(hints[note.id] ?? []).map((hint) => worded(hint, note.language)),
  ],
});

/**
 * The files of a log with other hints, made of those that stand: nothing is extracted again.
 *
 * @throws where they cannot be read, or are not what was written
 */
export async function rehinted(
  { out, ledger, notes }: Standing,
  hints: Hints,
  { formats, clock }: { formats: readonly string[]; clock: Clock },
): Promise<Bundle> {
  const read = <T>(path: string) => readJson(join(out, path)) as T;
  const standing = read<Ledger>(ledger);
  const all = notes.map((path) => hinted(read<Note>(path), hints));
  timed(clock, 'validate', () => assertValid(all, standing, standing.source.path));
  const bundle = await bundlerOf(formats);
  return timed(clock, 'render', () => bundle(all, standing));
}
