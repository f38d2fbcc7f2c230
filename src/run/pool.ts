import { statSync } from 'node:fs';
import type { Piscina } from 'piscina';
import { errorData, fail, reasonOf } from '../errors.js';
import type { Line } from '../language/segmenter/line.js';
import { besideCode } from '../place.js';
import type { Job, Outcome } from './job.js';
import { type SharedSegmenter, sharedSegmenter } from './segmenters.js';

/** Outcomes that may wait for their turn, for each worker: enough to keep it busy, few enough to keep memory low. */
const ahead = 4;
/** Seconds that a job may take: so many, and so many for each MB of its logs, several hundred times what they need. */
const patience = { least: 300, perMegabyte: 20 };

/** MB in which a worker makes its objects: with the 48 of Node's default it is no faster, and takes 35 more. */
const young = 12;
/** Bytes of logs from which on there is likely a talk in them. */
const talkative = 16_384;

/** Workers that take jobs, each a thread with its own lexicon; one more thread cuts texts into words for all. */
export interface Workers {
  /**
   * The outcomes of jobs, one for each of their logs, in the order of the jobs whatever the number of workers. A job
   * over which a worker dies, or takes too long, costs its own logs alone.
   */
  run(jobs: readonly Job[]): AsyncGenerator<Outcome[]>;
  close(): Promise<void>;
}

/** How workers work. */
export interface WorkersOptions {
  workers: number;
  /** Seconds a job may take, whatever the size of its logs. */
  timeLimit?: number;
}

async function* inOrder(
  jobs: readonly Job[],
  threads: number,
  run: (job: Job) => Promise<Outcome[]>,
): AsyncGenerator<Outcome[]> {
  const started: Promise<Outcome[]>[] = [];
  let running = 0;
  let taken = 0;
  let stopped = false;
  const fill = () => {
    while (!stopped && running < threads && started.length < Math.min(jobs.length, taken + threads * ahead)) {
      running++;
      const done = run(jobs[started.length]!).finally(() => {
        running--;
        fill();
      });
      started.push(done);
    }
  };
  try {
    for (; taken < jobs.length; taken++) {
      fill();
      const outcomes = await started[taken]!;
      started[taken] = Promise.resolve([]);
      yield outcomes;
    }
  } finally {
    stopped = true;
  }
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

const bytesOf = ({ files }: Job) => files.reduce((sum, file) => sum + sizeOf(file), 0);

function limitOf(job: Job, { timeLimit }: WorkersOptions): number {
  return timeLimit ?? Math.round(patience.least + (patience.perMegabyte * bytesOf(job)) / 1e6);
}

/** Runs a job on a worker; whatever goes wrong there is an outcome. */
async function runOn(pool: Piscina, job: Job, line: Line, limit: number): Promise<Outcome[]> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), limit * 1000);
  const file = job.files[0]!;
  try {
    return await pool.run({ ...job, line }, { signal: stop.signal, transferList: [line.port] });
  } catch (error) {
    const failure = stop.signal.aborted
      ? fail('log-too-slow', { file, limit })
      : fail('worker-died', { file, reason: reasonOf(error), cause: error });
    return [{ error: errorData(failure) }];
  } finally {
    clearTimeout(timer);
  }
}

async function poolOf(threads: number): Promise<Piscina> {
  const { Piscina } = await import('piscina');
  const pool = new Piscina({
    filename: besideCode('run/worker.js').href,
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: 1,
    resourceLimits: { maxYoungGenerationSizeMb: young },
  });
  // A worker that dies between two jobs is replaced, and costs nothing.
  pool.on('error', () => {});
  return pool;
}

/** Has the dictionary loaded while logs are read in which there is likely a talk: others do without its second. */
async function prepared(jobs: readonly Job[], segmenter: SharedSegmenter): Promise<void> {
  if (jobs.length === 0) return;
  segmenter.start();
  const isLikely =
    jobs.reduce((sum, job) => sum + bytesOf(job), 0) >= talkative ||
    (await (await import('./talkative.js')).hasTalkative(jobs));
  if (isLikely) segmenter.prepare();
}

/** Workers that start when they are first needed, no more than there are jobs then. Standard input is read here. */
export function workersOf(options: WorkersOptions): Workers {
  let pool: Promise<Piscina> | undefined;
  let threads = 1;
  const segmenter = sharedSegmenter();
  let preparing: Promise<unknown> | undefined;
  async function run(job: Job): Promise<Outcome[]> {
    if (job.files[0] === '-') return (await import('./worker.js')).default(job);
    pool ??= poolOf(threads);
    const workers = await pool;
    return segmenter.lend((line) => runOn(workers, job, line, limitOf(job, options)));
  }
  return {
    run(jobs) {
      if (!pool) threads = Math.max(1, Math.min(options.workers, jobs.length));
      const toRead = jobs.filter(({ standing, files }) => !standing && files[0] !== '-');
      preparing = Promise.all([preparing, prepared(toRead, segmenter)]);
      return inOrder(jobs, threads, run);
    },
    async close() {
      await preparing;
      const ending = [(await pool)?.destroy(), segmenter.close()];
      pool = undefined;
      await Promise.all(ending);
    },
  };
}
