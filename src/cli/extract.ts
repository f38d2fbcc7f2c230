import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { configFileOf } from '../config-file.js';
import { errorData, fail, systemError } from '../errors.js';
import { expandInputs, logPatterns } from '../inputs.js';
import { formatNames } from '../output/formats.js';
import { type RunOptions, run } from '../run.js';
import type { Config } from '../schema/config.js';
import type { Report } from '../schema/report.js';
import { pseudonymizationOf } from './privacy.js';
import { observerOf } from './progress.js';
import { storeName } from './store-file.js';
import { tellRun } from './summary.js';
import { stopped, tellFaults, warn } from './terminal.js';

/** Options that the run takes as they are. */
type Passed = Pick<
  RunOptions,
  'jobs' | 'name' | 'force' | 'prune' | 'dryRun' | 'failFast' | 'since' | 'wait' | 'timeLimit'
>;

/** Options of `jianglu extract`. */
export interface ExtractCommandOptions extends Passed {
  out?: string;
  format?: string[];
  json?: boolean;
  config?: string;
  encoding?: string;
  edits?: string;
  discussions?: boolean;
  watch?: boolean;
  pseudonymize?: boolean;
  pseudonymizeKey?: string;
  keepSpeaker?: boolean;
  followLinks?: boolean;
  index?: string | true;
}

/** A run, and whether links out of the folders given are followed. */
type CommandRun = RunOptions & Pick<ExtractCommandOptions, 'followLinks'>;

/** A folder that must be there. */
function folder(path: string): string {
  try {
    readdirSync(path);
    return path;
  } catch (error) {
    throw systemError(error, path);
  }
}

/** Tells when the user asks to stop; what is being written is finished first. */
function interruption(): { signal?: NodeJS.Signals } {
  const state: { signal?: NodeJS.Signals } = {};
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (state.signal = signal));
  return state;
}

/** Checks what names an encoding or overlays before anything is read. */
async function check(config: Config, encoding: string | undefined): Promise<void> {
  if (encoding !== undefined) (await import('../read/decode.js')).decode(new Uint8Array(), { encoding });
  if (config.lexicon) (await import('../overlay.js')).lexiconOf(config);
}

async function runOptionsOf(options: ExtractCommandOptions): Promise<CommandRun> {
  const file = configFileOf(options.config, process.cwd());
  const named = file === undefined ? {} : (await import('../config.js')).loadConfig(file);
  const config = options.discussions ? { ...named, discussions: true } : named;
  const out = options.out ?? config.out ?? 'output';
  const encoding = options.encoding ?? config.encoding;
  const formats = options.format ?? config.format ?? formatNames;
  await check(config, encoding);
  const { edits, jobs, name, force, prune, dryRun, failFast, since, wait, timeLimit, followLinks } = options;
  return {
    jobs,
    name,
    force,
    prune,
    dryRun,
    failFast,
    since,
    wait,
    timeLimit,
    followLinks,
    pseudonymize: pseudonymizationOf(options, config),
    config,
    out,
    formats,
    ...(encoding !== undefined && { encoding }),
    edits: [...(edits === undefined ? [] : [folder(edits)]), out],
    onWait: (pid) => warn(`waiting for process ${pid}, which writes to ${out}`),
  };
}

async function runOnce(args: readonly string[], options: CommandRun): Promise<Report> {
  const { inputs, errors } = expandInputs(args, logPatterns, {
    out: options.out,
    follow: options.followLinks ?? false,
  });
  return run(inputs, errors.map(errorData), { ...options, observer: await observerOf() });
}

/** Brings the index of the output folder, or the one named, up to date with the folder. */
async function indexOutput({ out, config }: CommandRun, index: string | true): Promise<void> {
  const { indexInto } = await import('./index-command.js');
  const { faults } = await indexInto(index === true ? join(out, storeName) : index, [out], { config });
  tellFaults(faults);
  if (faults.length) process.exitCode = 1;
}

/** `jianglu extract INPUT…`: a failed input stops itself only; the exit code is 1 when there was one. */
export async function extractCommand(args: string[], options: ExtractCommandOptions): Promise<void> {
  const stop = interruption();
  const { json = false, watch = false, index } = options;
  const known = { ...(await runOptionsOf(options)), stop };
  if (index !== undefined && !known.formats.includes('json')) throw fail('index-without-json');
  const once = async () => {
    const report = await runOnce(args, known);
    tellRun(report, json);
    if (index !== undefined && report.end === 'done') await indexOutput(known, index);
    return report;
  };
  const { errors } = watch ? await (await import('./watch.js')).watchLogs(args, known, once) : await once();
  if (stop.signal) {
    if (!watch) warn(stopped);
    process.exitCode = stop.signal === 'SIGINT' ? 130 : 143;
  } else if (errors.length) process.exitCode ??= 1;
}
