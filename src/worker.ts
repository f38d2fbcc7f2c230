import { type ChainLog, extractChain } from './chain.js';
import { editsFor } from './edits/files.js';
import { type ErrorData, errorData } from './errors.js';
import { keep, takeKept } from './kept.js';
import type { Lexicon } from './lexicon.js';
import { type Bundle, bundleOf } from './output.js';
import { lexiconOf } from './overlay.js';
import { type Extraction, extract } from './pipeline.js';
import { readLog } from './read/file.js';
import type { Config } from './schema/config.js';
import type { Note, Review } from './schema/note.js';
import type { Transcript } from './transcript.js';
import { type Print, printOf } from './twins.js';
import { assertValid } from './validate.js';

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
  /** What the run as a whole knows of a note, by its id. */
  hints?: Readonly<Record<string, readonly Review[]>>;
}

/** What a log shows to the run as a whole. */
export interface Day {
  date: string | null;
  /** Nicks of those who give the log's last talk; empty without one. */
  speakers: string[];
  senders: string[];
  prints: Print[];
}

/** What became of a log: plain data. */
export type Outcome =
  | {
      bundle: Bundle;
      day: Day;
      messages: number;
      warnings: { code: string; reason: string; line?: number }[];
    }
  | { error: ErrorData };

let cached: { key: string; lexicon: Lexicon } | undefined;

/** The lexicon of a configuration; loaded once a thread. */
export function lexiconFor(config: Config): Lexicon {
  const key = JSON.stringify(config.lexicon ?? {});
  if (cached?.key !== key) cached = { key, lexicon: lexiconOf(config) };
  return cached.lexicon;
}

function dayOf({ transcript, notes }: Extraction): Day {
  const { children, date, talks } = transcript;
  return {
    date,
    speakers: talks.findLast(({ kind }) => !kind)?.nicks ?? [],
    senders: [...new Set(children.map(({ sender }) => sender))],
    prints: notes.filter(({ kind }) => kind === 'talk').map((note) => printOf(note, children)),
  };
}

/** What the stages made of a log, with what it shows to the run. */
interface Read {
  extraction: Extraction;
  day: Day;
}

const readOf = (extraction: Extraction): Read => ({ extraction, day: dayOf(extraction) });

async function outcomeOf(
  { extraction, day }: Read,
  path: string,
  { formats, hints = {} }: Job,
): Promise<Outcome> {
  const { ledger } = extraction;
  const notes = extraction.notes.map(
    (note): Note => ({ ...note, review: [...note.review, ...(hints[note.id] ?? [])] }),
  );
  assertValid(notes, ledger, path);
  const bundle = await bundleOf(notes, ledger, formats);
  return { bundle, day, messages: ledger.source.messages, warnings: ledger.warnings };
}

async function chainOf({ files, encoding, config, edits: folders = [] }: Job): Promise<Read[]> {
  const edits = (log: Transcript) => editsFor(log, folders);
  const logs: ChainLog[] = [];
  for (const path of files) {
    const tree = takeKept(path, config);
    logs.push(tree ? { path, tree } : { path, log: await readLog(path) });
  }
  return extractChain(logs, { encoding, config, edits, lexicon: lexiconFor(config) }).map(readOf);
}

async function single({ files, name, encoding, config, edits: folders = [] }: Job): Promise<Read> {
  const file = files[0]!;
  const known = { path: name ?? file, encoding, config, lexicon: lexiconFor(config) };
  let edited = false;
  const edits = (log: Transcript) => {
    const own = editsFor(log, folders);
    edited = own.length > 0;
    return own;
  };
  const read = readOf(extract(await readLog(file), { ...known, edits }));
  if (!edited && !config.thresholds) keep({ file, day: read.day, tree: read.extraction.transcript }, config);
  return read;
}

const readsOf = async (job: Job): Promise<Read[]> =>
  job.files.length > 1 ? chainOf(job) : [await single(job)];

/** Reads, extracts and validates the logs of a job; writes nothing. A failure is an outcome, not an exception. */
export default async function work(job: Job): Promise<Outcome[]> {
  const paths = job.files.map((file) => job.name ?? file);
  try {
    const found = await readsOf(job);
    return await Promise.all(found.map((read, index) => outcomeOf(read, paths[index]!, job)));
  } catch (error) {
    return [{ error: { file: paths[0]!, ...errorData(error) } }];
  }
}
