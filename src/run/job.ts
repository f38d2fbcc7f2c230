import type { ErrorData } from '../errors.js';
import type { Day } from '../join/chains.js';
import type { Line } from '../language/segmenter/line.js';
import type { Bundle } from '../output/bundle.js';
import type { Spooled } from '../output/spool.js';
import type { Pseudonymization } from '../privacy/pseudonymize.js';
import type { Config } from '../schema/config.js';
import type { Ledger } from '../schema/ledger.js';
import type { Role } from '../transcript.js';
import type { Hints, Standing } from './hinted.js';
import type { Print } from './twins.js';

/** One log of a batch, or several of following days that may hold a talk together: plain data. */
export interface Job {
  /** The files to read, in the order of their days; `-` is standard input. */
  files: readonly string[];
  /** Names the log where that is not its path (standard input). */
  name?: string;
  encoding?: string;
  config: Config;
  formats: readonly string[];
  /** Folders to look for edits in, the first before the others. */
  edits?: readonly string[];
  pseudonymize?: Pseudonymization;
  hints?: Hints;
  /** For each of the files: what stands of it and is up to date but for its hints. */
  standing?: readonly Standing[];
  /** Logs of an earlier day (YYYY-MM-DD) are not extracted; of a history, its latest day counts. */
  since?: string;
  /** Folder for the notes of a history until they are moved into place. */
  spool?: string;
  /** Leads to the segmenter of the run; without one, this thread has its own. */
  line?: Line;
}

/** What a log gave. */
export interface Extracted {
  bundle: Bundle | Spooled;
  /** Of the bytes that were read. */
  sha256: string;
  day: Day;
  prints: Print[];
  messages: number;
  roles: Partial<Record<Role, number>>;
  warnings: Ledger['warnings'];
  /** Hash of the edits that were applied. */
  edits?: string;
  /** Milliseconds by stage; those of a chain stand with its first log. */
  times: Record<string, number>;
}

/** A log whose notes got other hints. */
export interface Rehinted {
  rehinted: Bundle;
  times: Extracted['times'];
}

/** What became of a log: plain data. */
export type Outcome = Extracted | Rehinted | { error: ErrorData } | { older: true };
