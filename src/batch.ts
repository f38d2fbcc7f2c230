import { errorData } from './errors.js';
import work, { type Job, type Outcome } from './worker.js';

/** Jobs that wait or run at a time for each worker: enough to keep it busy, few enough to keep memory low. */
const ahead = 4;

async function* inOrder(
  jobs: readonly Job[],
  width: number,
  run: (job: Job) => Promise<Outcome[]>,
): AsyncGenerator<Outcome[]> {
  const running: Promise<Outcome[]>[] = [];
  let next = 0;
  while (running.length || next < jobs.length) {
    while (running.length < width && next < jobs.length) running.push(run(jobs[next++]!));
    yield await running.shift()!;
  }
}

/**
 * The outcomes of jobs, one for each of their logs, in the order of the jobs whatever the number of workers. One worker is this
 * thread; more are threads of their own, each with its own lexicon and segmenter (a second and some
 * 250 MB apiece). Standard input is always read here.
 */
export async function* runBatch(jobs: readonly Job[], workers: number): AsyncGenerator<Outcome[]> {
  const threads = Math.min(workers, jobs.length);
  if (threads <= 1) return yield* inOrder(jobs, 1, work);
  const { Piscina } = await import('piscina');
  const pool = new Piscina({
    filename: new URL('./worker.js', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
  });
  const run = async (job: Job): Promise<Outcome[]> => {
    if (job.files[0] === '-') return work(job);
    try {
      return await pool.run(job);
    } catch (error) {
      return [{ error: { ...errorData(error), file: job.files[0]! } }];
    }
  };
  try {
    yield* inOrder(jobs, threads * ahead, run);
  } finally {
    await pool.destroy();
  }
}
