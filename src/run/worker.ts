import { hash } from 'node:crypto';
import { type Clock, newClock, timed } from '../clock.js';
import { editsIn } from '../edits/files.js';
import { editsFilesOf, editsHash } from '../edits/found.js';
import { errorData } from '../errors.js';
import { type ChainLog, extractChain } from '../join/chain.js';
import type { Day } from '../join/chains.js';
import { segmenterAt } from '../language/segmenter/line.js';
import { segmentWith } from '../language/segmenter.js';
import type { Lexicon } from '../lexicon.js';
import { bundlerOf } from '../output/bundle.js';
import { lexiconOf } from '../overlay.js';
import { type Extraction, extract } from '../pipeline.js';
import { shownAs } from '../privacy/pseudonymize.js';
import { openLog, readLog } from '../read/file.js';
import { openHistory } from '../read/history.js';
import type { Config } from '../schema/config.js';
import type { Edits } from '../schema/edits.js';
import type { Transcript } from '../transcript.js';
import { assertValid } from '../validate.js';
import { extractHistory } from './day-by-day.js';
import { hinted, rehinted } from './hinted.js';
import type { Extracted, Job, Outcome, Rehinted } from './job.js';
import { keep, takeKept } from './kept.js';
import { countedRoles, printsOf } from './told.js';

let cached: { key: string; lexicon: Lexicon } | undefined;

/** The lexicon of a configuration; loaded once a thread. */
function lexiconFor(config: Config): Lexicon {
  const key = JSON.stringify(config.lexicon ?? {});
  if (cached?.key !== key) cached = { key, lexicon: lexiconOf(config) };
  return cached.lexicon;
}

const personOf = (nick: string) => hash('sha256', nick, 'hex').slice(0, 8);

function dayOf({ children, date, talks, source }: Transcript, { pseudonymize }: Job): Day {
  const shown = shownAs(pseudonymize, source.kept ?? []);
  const speakers = talks.findLast(({ kind }) => !kind)?.nicks ?? [];
  return {
    date,
    speakers: speakers.map(shown).map(personOf),
    senders: [...new Set(children.map(({ sender }) => shown(sender)))].map(personOf),
  };
}

/** Gives a log's edits when group and date are known, and remembers what they were. */
function editor(folders: readonly string[]) {
  const found: { edits?: string } = {};
  const ask = (log: Transcript): Edits[] => {
    const files = editsFilesOf({ group: log.source.group, date: log.date }, folders);
    found.edits = editsHash(files);
    return editsIn(log, files);
  };
  return { found, ask };
}

/** What the stages made of a log, with what else goes into its outcome. */
interface Read {
  extraction: Extraction;
  day: Day;
  edits: string | undefined;
  clock: Clock;
}

async function outcomeOf(read: Read, path: string, { formats, hints = {} }: Job): Promise<Extracted> {
  const { extraction, day, edits, clock } = read;
  const { ledger, transcript } = extraction;
  const notes = extraction.notes.map((note) => hinted(note, hints));
  timed(clock, 'validate', () => assertValid(notes, ledger, path));
  const bundle = await bundlerOf(formats);
  const { messages, sha256 } = ledger.source;
  return {
    bundle: timed(clock, 'render', () => bundle(notes, ledger)),
    sha256,
    day,
    prints: printsOf(notes, transcript),
    messages,
    roles: countedRoles(ledger),
    warnings: ledger.warnings,
    ...(edits !== undefined && { edits }),
    times: clock.times,
  };
}

async function chainOf(job: Job): Promise<Read[]> {
  const { files, encoding, config, edits: folders = [], pseudonymize } = job;
  const clock = newClock();
  const logs: ChainLog[] = [];
  for (const path of files) {
    const log = await readLog(path);
    const tree = takeKept(path, hash('sha256', log, 'hex'), config);
    logs.push(tree ? { path, tree } : { path, log });
  }
  const editors: ReturnType<typeof editor>[] = [];
  const edits = (log: Transcript) => editors[editors.push(editor(folders)) - 1]!.ask(log);
  const options = { encoding, config, edits, lexicon: lexiconFor(config), clock, pseudonymize };
  return extractChain(logs, options).map((extraction, index) => ({
    extraction,
    day: dayOf(extraction.transcript, job),
    edits: editors[index]!.found.edits,
    clock: index ? newClock() : clock,
  }));
}

async function single(job: Job, log: Uint8Array): Promise<Read> {
  const { files, name, encoding, config, edits: folders = [], pseudonymize } = job;
  const clock = newClock();
  const file = files[0]!;
  const { found, ask } = editor(folders);
  const known = { path: name ?? file, encoding, config, lexicon: lexiconFor(config), clock, pseudonymize };
  const extraction = extract(log, { ...known, edits: ask });
  const day = dayOf(extraction.transcript, job);
  if (found.edits === undefined && !config.thresholds && !pseudonymize?.keepSpeaker)
    keep({ file, day, tree: extraction.transcript }, config);
  return { extraction, day, edits: found.edits, clock };
}

/** What became of a history. */
async function historyOf(file: string, job: Job): Promise<Outcome> {
  const { files, name, encoding, since, config, spool } = job;
  const history = openHistory(file, { path: name ?? files[0], encoding });
  if (since !== undefined && history.latest !== null && history.latest < since) return { older: true };
  return extractHistory(history, { ...job, lexicon: lexiconFor(config), spool: spool! });
}

/** Gives what stands other hints; nothing where it cannot be read, or is not what was written. */
async function rehintedOf({ standing, hints = {}, formats }: Job): Promise<Rehinted[] | undefined> {
  try {
    return (
      standing &&
      (await Promise.all(
        standing.map(async (one) => {
          const clock = newClock();
          return { rehinted: await rehinted(one, hints, { formats, clock }), times: clock.times };
        }),
      ))
    );
  } catch {
    return undefined;
  }
}

const isOlder = ({ since }: Job, { day: { date } }: Read) =>
  since !== undefined && date !== null && date < since;

/** Reads, extracts and validates the logs of a job; writes nothing. A failure is an outcome, not an exception. */
export default async function work(job: Job): Promise<Outcome[]> {
  const paths = job.files.map((file) => job.name ?? file);
  segmentWith(job.line && segmenterAt(job.line));
  try {
    const written = await rehintedOf(job);
    if (written) return written;
    const opened = job.files.length > 1 ? undefined : await openLog(job.files[0]!, job.spool);
    if (opened && 'file' in opened) return [await historyOf(opened.file, job)];
    const found = opened ? [await single(job, opened.bytes)] : await chainOf(job);
    return await Promise.all(
      found.map((read, index) =>
        isOlder(job, read) ? { older: true } : outcomeOf(read, paths[index]!, job),
      ),
    );
  } catch (error) {
    return [{ error: { file: paths[0]!, ...errorData(error) } }];
  } finally {
    job.line?.port.close();
  }
}
