import { editsFor } from './edits/files.js';
import { type ErrorData, errorData } from './errors.js';
import type { Lexicon } from './lexicon.js';
import { type Bundle, bundleOf } from './output.js';
import { lexiconOf } from './overlay.js';
import { extract } from './pipeline.js';
import { readLog } from './read/file.js';
import type { Config } from './schema/config.js';
import type { Transcript } from './transcript.js';
import { assertValid } from './validate.js';

/** One log of a batch: plain data. */
export interface Job {
  /** The file to read; `-` is standard input. */
  file: string;
  /** Names the log where that is not its path (standard input). */
  name?: string;
  encoding?: string;
  config: Config;
  formats: readonly string[];
  /** Folders to look for edits in, the first before the others. */
  edits?: readonly string[];
}

/** What became of a job: plain data. */
export type Outcome =
  | { bundle: Bundle; messages: number; warnings: { code: string; reason: string; line?: number }[] }
  | { error: ErrorData };

let cached: { key: string; lexicon: Lexicon } | undefined;

/** The lexicon of a configuration; loaded once a thread. */
function lexiconFor(config: Config): Lexicon {
  const key = JSON.stringify(config.lexicon ?? {});
  if (cached?.key !== key) cached = { key, lexicon: lexiconOf(config) };
  return cached.lexicon;
}

/** Reads, extracts and validates one log; writes nothing. A failure is an outcome, not an exception. */
export default async function work({
  file,
  name,
  encoding,
  config,
  formats,
  edits: folders = [],
}: Job): Promise<Outcome> {
  const path = name ?? file;
  try {
    const bytes = await readLog(file);
    const edits = (log: Transcript) => editsFor(log, folders);
    const { notes, ledger } = extract(bytes, { path, encoding, config, edits, lexicon: lexiconFor(config) });
    assertValid(notes, ledger, path);
    const bundle = await bundleOf(notes, ledger, formats);
    return { bundle, messages: ledger.source.messages, warnings: ledger.warnings };
  } catch (error) {
    return { error: { file: path, ...errorData(error) } };
  }
}
