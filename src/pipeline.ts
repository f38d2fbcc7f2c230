import { unified } from 'unified';
import { type Clock, newClock, timed } from './clock.js';
import { withThresholds } from './config.js';
import { applyEdits } from './edits.js';
import { ledgerOf } from './ledger.js';
import { type Lexicon, loadLexicon } from './lexicon.js';
import { noteOf } from './note.js';
import type { Pseudonymization } from './privacy/pseudonymize.js';
import { runOver } from './privacy/run.js';
import { readTranscript } from './read/chatlog.js';
import type { Config } from './schema/config.js';
import type { Edits } from './schema/edits.js';
import type { Ledger } from './schema/ledger.js';
import type { Note } from './schema/note.js';
import { certainty } from './stages/certainty.js';
import { cues } from './stages/cues.js';
import { discussions } from './stages/discussions.js';
import { duplicates } from './stages/duplicates.js';
import { glossary } from './stages/glossary.js';
import { lecture } from './stages/lecture.js';
import { outline } from './stages/outline.js';
import { questions } from './stages/questions.js';
import { restrictions } from './stages/restrictions.js';
import { roles } from './stages/roles.js';
import { talks } from './stages/talks.js';
import { topics } from './stages/topics.js';
import type { Transcript } from './transcript.js';

/** The way of the data, first to last: a new stage is one file and one line here. */
export const stages = [
  cues,
  duplicates,
  talks,
  lecture,
  outline,
  questions,
  topics,
  glossary,
  restrictions,
  roles,
  certainty,
] as const;

/** What `extract` takes beside the log. */
export interface ExtractOptions {
  /** Where the log stands (it is not opened): gives group, file name and date; without, the log has no group. */
  path?: string;
  /** Encoding of a log given as bytes; found by itself without. */
  encoding?: string;
  /** The lexicon to use; the shipped one without. */
  lexicon?: Lexicon;
  /** Only `thresholds` and `discussions` count here: overlays are in the lexicon (`lexiconOf`), the rest is for the command. */
  config?: Config;
  /** Corrections by an editor; those of other logs are passed over. A function is asked when group and date are known. */
  edits?: readonly Edits[] | ((log: Transcript) => readonly Edits[]);
  /** Told how long the parts took: `read`, each stage by its name, `note`. */
  clock?: Clock;
  /** Puts pseudonyms in the place of nicks, and placeholders in that of phone numbers and the like. */
  pseudonymize?: Pseudonymization;
}

/** What a log gives. */
export interface Extraction {
  notes: Note[];
  ledger: Ledger;
  transcript: Transcript;
}

let shipped: Lexicon | undefined;

function shippedLexicon(): Lexicon {
  shipped ??= loadLexicon();
  return shipped;
}

/** What may be asked for beside talks. */
export interface Wanted {
  /** Days without a talk give their discussions. */
  discussions?: boolean;
  /** Told how long each stage took, by its name. */
  clock?: Clock;
}

/** Runs all stages over a transcript, in place; discussions, where they are wanted, are looked for behind the questions. */
export function annotate(
  transcript: Transcript,
  lexicon: Lexicon,
  { discussions: wanted, clock = newClock() }: Wanted = {},
): Transcript {
  const processor = unified();
  const told = (name: string) => () => () => clock.lap(name);
  for (const stage of stages) {
    processor.use(stage, lexicon).use(told(stage.name));
    if (stage === questions && wanted) processor.use(discussions, lexicon).use(told('discussions'));
  }
  clock.start();
  processor.runSync(transcript);
  return transcript;
}

/**
 * Turns one day's log into its notes (none, one or several) and its ledger.
 *
 * @example
 * const { notes, ledger } = extract(readFileSync(path), { path });
 */
export function extract(log: string | Uint8Array, options: ExtractOptions = {}): Extraction {
  const { path = '-', encoding, config = {}, edits = [], clock = newClock() } = options;
  const lexicon = options.lexicon ?? shippedLexicon();
  const bytes = typeof log === 'string' ? Buffer.from(log) : log;
  const read = typeof log === 'string' ? { encoding: 'utf-8' } : { encoding };
  const plain = timed(clock, 'read', () => readTranscript(bytes, path, read));
  const run = runOver(plain, options.pseudonymize, (tree) => annotate(tree, lexicon, { ...config, clock }));
  const transcript = run.tree;
  return timed(clock, 'note', () => {
    applyEdits(transcript, run.edits(typeof edits === 'function' ? edits(plain) : edits), lexicon);
    for (const talk of transcript.talks) talk.topics = withThresholds(talk.topics, config);
    const notes = transcript.talks.map((talk) => noteOf(transcript, talk));
    return { notes, ledger: ledgerOf(transcript), transcript };
  });
}
