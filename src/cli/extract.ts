import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runBatch } from '../batch.js';
import { chainsOf } from '../chains.js';
import { findConfig } from '../config.js';
import { type ErrorData, errorData, fail, systemError } from '../errors.js';
import { expandInputs, type Input } from '../inputs.js';
import { makeFolder } from '../output/files.js';
import { type Bundle, writeBundle } from '../output.js';
import { lexiconOf } from '../overlay.js';
import { targetNames } from '../publish/targets.js';
import { decode } from '../read/decode.js';
import { twinHint, twinsOf } from '../twins.js';
import { type Day, type Job, lexiconFor, type Outcome } from '../worker.js';
import { progressOf } from './progress.js';
import { report, type Summary, type Written } from './summary.js';

/** Options of `jianglu extract`. */
export interface ExtractCommandOptions {
  out?: string;
  format?: string[];
  jobs: number;
  json?: boolean;
  config?: string;
  encoding?: string;
  name?: string;
  edits?: string;
  discussions?: boolean;
}

/** Files of a folder that may be logs. */
const logPatterns = ['**/*.{markdown,md,txt}'];

/** Fails early, once, where nothing could be written. */
function prepare(out: string): void {
  try {
    makeFolder(out);
    accessSync(out, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw systemError(error, out, 'write');
  }
}

/** A folder that must be there. */
function folder(path: string): string {
  try {
    readdirSync(path);
    return path;
  } catch (error) {
    throw systemError(error, path);
  }
}

/** Lets each output file be written for one input only, also where the file system ignores case. */
function claims(): (out: string, bundle: Bundle, input: string) => void {
  const owners = new Map<string, string>();
  return (out, bundle, input) => {
    const names = [bundle.ledger, ...bundle.notes.flatMap((note) => note.files)].map(({ name }) =>
      join(out, bundle.folder, name),
    );
    for (const name of names) {
      const owner = owners.get(name.toLowerCase());
      if (owner === undefined) continue;
      throw fail('output-unwritable', {
        file: input,
        reason: `${owner} of the same run is written to ${name}`,
      });
    }
    for (const name of names) owners.set(name.toLowerCase(), input);
  };
}

function written(out: string, input: Input, outcome: Exclude<Outcome, { error: ErrorData }>): Written {
  const { bundle, messages, warnings } = outcome;
  const { removed } = writeBundle(out, bundle);
  const path = (name: string) => join(out, bundle.folder, name);
  return {
    file: input.file,
    messages,
    ledger: path(bundle.ledger.name),
    notes: bundle.notes.map(({ id, title, speaker, files }) => ({
      id,
      title,
      speaker,
      files: files.map(({ name }) => path(name)),
    })),
    removed: removed.map(path),
    warnings,
  };
}

/** Folders of which not one file was a log, nor failed. */
function emptyFolders(inputs: readonly Input[], skipped: ReadonlySet<string>): ErrorData[] {
  const folders = new Map<string, boolean>();
  for (const { folder, file } of inputs) {
    if (folder !== undefined) folders.set(folder, (folders.get(folder) ?? true) && skipped.has(file));
  }
  return [...folders]
    .filter(([, empty]) => empty)
    .map(([file]) => errorData(fail('folder-without-logs', { file })));
}

/** Tells when the user asks to stop; what is being written is finished first. */
function interruption(): { signal?: NodeJS.Signals } {
  const state: { signal?: NodeJS.Signals } = {};
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (state.signal = signal));
  return state;
}

/** What was written for one log, and what the log shows to the run as a whole. */
interface Done {
  job: Job;
  input: Input;
  log: Written;
  day: Day;
}

/** Extracts some jobs once more, for what shows only in the whole run, and writes their logs anew. */
async function again(
  jobs: readonly Job[],
  done: readonly Done[],
  { out, workers, errors }: { out: string; workers: number; errors: ErrorData[] },
): Promise<void> {
  const byFile = new Map(done.map((one) => [one.input.file, one]));
  let next = 0;
  for await (const outcomes of runBatch(jobs, workers)) {
    const { files } = jobs[next++]!;
    outcomes.forEach((outcome, index) => {
      if ('error' in outcome) {
        errors.push(outcome.error);
        return;
      }
      const one = byFile.get(files[index]!)!;
      const { removed } = one.log;
      one.log = written(out, one.input, outcome);
      one.day = outcome.day;
      one.log.removed = [...new Set([...removed, ...one.log.removed])].filter((file) => !existsSync(file));
    });
  }
}

/** The jobs of logs that may hold talks together. */
function chained(done: readonly Done[]): Job[] {
  const byFile = new Map(done.map((one) => [one.input.file, one]));
  const chains = chainsOf(done.map(({ input, day }) => ({ file: input.file, day })));
  return chains.map((chain) => ({
    ...byFile.get(chain[0]!.file)!.job,
    files: chain.map(({ file }) => file),
  }));
}

/** The jobs of logs with talks that were given twice, with the hints that say so. */
function twice(done: readonly Done[], chains: readonly Job[]): Job[] {
  const prints = done.flatMap(({ day }) => day.prints);
  if (prints.length < 2) return [];
  const twins = twinsOf(prints, lexiconFor(done[0]!.job.config).people);
  const hints = Object.fromEntries([...twins].map(([id, others]) => [id, others.map(twinHint)]));
  const touched = done.filter(({ day }) => day.prints.some(({ id }) => twins.has(id)));
  const jobs = touched.map(({ job, input }) => chains.find(({ files }) => files.includes(input.file)) ?? job);
  return [...new Set(jobs)].map((job) => ({ ...job, hints }));
}

async function run(
  inputs: readonly Input[],
  jobs: readonly Job[],
  out: string,
  workers: number,
): Promise<Summary> {
  const summary: Summary = { logs: [], skipped: [], errors: [] };
  const done: Done[] = [];
  const claim = claims();
  const stop = interruption();
  const progress = await progressOf(jobs.length);
  let next = 0;
  for await (const [outcome] of runBatch(jobs, workers)) {
    const [input, job] = [inputs[next]!, jobs[next]!];
    next++;
    try {
      if ('error' in outcome!) {
        if (outcome.error.code === 'format-unknown' && input.folder !== undefined)
          summary.skipped.push(input.file);
        else summary.errors.push(outcome.error);
      } else {
        claim(out, outcome!.bundle, input.file);
        done.push({ job, input, log: written(out, input, outcome!), day: outcome!.day });
      }
    } catch (error) {
      summary.errors.push(errorData(error));
    }
    progress.step();
    if (stop.signal) break;
  }
  progress.stop();
  try {
    const chains = stop.signal ? [] : chained(done);
    const way = { out, workers, errors: summary.errors };
    await again(chains, done, way);
    if (!stop.signal) await again(twice(done, chains), done, way);
  } catch (error) {
    summary.errors.push(errorData(error));
  }
  summary.logs = done.map(({ log }) => log);
  if (stop.signal) process.exitCode = stop.signal === 'SIGINT' ? 130 : 143;
  else summary.errors.push(...emptyFolders(inputs, new Set(summary.skipped)));
  return summary;
}

/** `jianglu extract INPUT…`: a failed input stops itself only; the exit code is 1 when there was one. */
export async function extractCommand(args: string[], options: ExtractCommandOptions): Promise<void> {
  const named = findConfig(options.config, process.cwd());
  const config = options.discussions ? { ...named, discussions: true } : named;
  const out = options.out ?? config.out ?? 'output';
  const encoding = options.encoding ?? config.encoding;
  const formats = options.format ?? config.format ?? targetNames;
  if (encoding !== undefined) decode(new Uint8Array(), { encoding });
  if (config.lexicon) lexiconOf(config);
  const edits = [...(options.edits === undefined ? [] : [folder(options.edits)]), out];
  const { inputs, errors } = expandInputs(args, logPatterns, out);
  if (inputs.length) prepare(out);
  const jobs = inputs.map(
    ({ file }): Job => ({
      files: [file],
      ...(file === '-' && { name: options.name }),
      encoding,
      config,
      formats,
      edits,
    }),
  );
  const summary = await run(inputs, jobs, out, options.jobs);
  summary.errors.unshift(...errors.map(errorData));
  if (summary.errors.length) process.exitCode ??= 1;
  report(summary, options.json ?? false);
}
