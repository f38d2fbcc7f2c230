import { hash } from 'node:crypto';
import { accessSync, constants, rmSync } from 'node:fs';
import { join } from 'node:path';
import { newClock } from './clock.js';
import { type ErrorData, errorData, fail, systemError } from './errors.js';
import type { Input } from './inputs.js';
import { jsonText } from './json.js';
import { keepHeapSmall } from './memory/heap.js';
import { makeFolder, sweepAll, writeFiles } from './output/files.js';
import { takeLock } from './output/lock.js';
import { knownNames } from './output/notes.js';
import { spoolName } from './output/spool.js';
import { isLong } from './read/long.js';
import { newClaims } from './run/claims.js';
import { goneOf, prune } from './run/gone.js';
import type { Job } from './run/job.js';
import { type Manifest, readManifest, standingOf } from './run/manifest.js';
import { type Planned, planOf } from './run/plan.js';
import { type Workers, workersOf } from './run/pool.js';
import { type Ending, reportOf } from './run/report.js';
import { leave, rewrite, type Session, save, take, write } from './run/session.js';
import { type Settings, settingsHash } from './run/settings.js';
import type { Again, Done } from './run/whole.js';
import type { Report } from './schema/report.js';

/** Name of the report in an output folder. */
export const reportName = 'report.json';

/** Sees how a run gets on. */
export interface Observer {
  /** Told how many logs are to be extracted. */
  begin(total: number): void;
  /** Told of a log that was extracted, or failed. */
  step(file: string): void;
  end(): void;
}

/** How a run works. */
export interface RunOptions extends Settings {
  /** Output folder. */
  out: string;
  /** Folders to look for edits in, the first before the others. */
  edits: readonly string[];
  /** Worker threads. */
  jobs: number;
  /** Seconds a log may take; without, by its size. */
  timeLimit?: number;
  /** Extracts also what is unchanged. */
  force?: boolean;
  /** Removes what was made of logs that are gone. */
  prune?: boolean;
  /** Writes nothing, tells what would be done. */
  dryRun?: boolean;
  /** Ends at the first error. */
  failFast?: boolean;
  /** Logs of an earlier day (YYYY-MM-DD) are left as they are. */
  since?: string;
  /** Waits for another run on the same folder. */
  wait?: boolean;
  onWait?: (pid: number) => void;
  /** GROUP/FILE that standard input stands for. */
  name?: string;
  observer?: Observer;
  /** Set when the user asks to stop; what is being written is finished first. */
  stop?: { signal?: NodeJS.Signals };
}

/** Logs from which on a run minds its memory. */
const many = 20;

/** Fails early, once, where nothing could be written. */
function prepare(out: string): void {
  try {
    makeFolder(out);
    accessSync(out, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw systemError(error, out, 'write');
  }
}

function jobOf({ input: { file }, log }: Planned, options: RunOptions): Job {
  const { out, name, encoding, config, formats, edits, since, pseudonymize } = options;
  return {
    files: [file],
    spool: join(out, spoolName(), hash('sha256', log, 'hex').slice(0, 16)),
    ...(file === '-' && name !== undefined && { name }),
    encoding,
    config,
    formats,
    edits,
    ...(pseudonymize && { pseudonymize }),
    ...(since !== undefined && { since }),
  };
}

const mustRead = ({ state }: Planned) => state === 'new' || state === 'changed';

/** What makes a run end before it looked at everything. */
const ending = ({ errors }: Session, { failFast, stop }: RunOptions): Ending | undefined =>
  stop?.signal ? 'interrupted' : failFast && errors.length ? 'failed-fast' : undefined;

/** Looks at each log alone, in the order of the inputs. */
async function first(plan: readonly Planned[], session: Session, workers: Workers, options: RunOptions) {
  const { observer } = options;
  const due = plan.filter(mustRead);
  const outcomes = workers.run(due.map((one) => jobOf(one, options)));
  observer?.begin(due.length);
  for (const planned of plan) {
    if (!mustRead(planned)) leave(session, planned);
    else {
      const next = await outcomes.next();
      take(session, planned, next.value![0]!);
      observer?.step(planned.input.file);
    }
    if (ending(session, options)) break;
  }
  await outcomes.return(undefined);
  observer?.end();
}

function doneOf(plan: readonly Planned[], session: Session, options: RunOptions): Done[] {
  return plan.flatMap((planned): Done[] => {
    const entry = session.manifest.entries.get(planned.log);
    const made = entry && standingOf(entry);
    if (!made) return [];
    const { since: _, ...job } = jobOf(planned, options);
    return [{ file: planned.input.file, log: planned.log, job, made }];
  });
}

/** Looks at logs once more, in other company. */
async function again(
  all: readonly Again[],
  byLog: ReadonlyMap<string, Planned>,
  session: Session,
  workers: Workers,
) {
  let next = 0;
  for await (const outcomes of workers.run(all.map(({ job }) => job))) {
    const { done, chain, hints } = all[next++]!;
    outcomes.forEach((outcome, index) => {
      const one = done[index]!;
      try {
        if ('error' in outcome) session.errors.push(outcome.error);
        else if ('rehinted' in outcome) rewrite(session, byLog.get(one.log)!, outcome, hints.get(one));
        else if ('bundle' in outcome)
          write(session, byLog.get(one.log)!, outcome, { chain, hints: hints.get(one) });
      } catch (error) {
        session.errors.push(errorData(error));
      }
    });
  }
}

/** What shows only in the whole run: talks that go on in the next log, and talks that were given twice. */
async function whole(plan: readonly Planned[], session: Session, workers: Workers, options: RunOptions) {
  const { groupsOf, regrouped, rehinted } = await import('./run/whole.js');
  const byLog = new Map(plan.map((planned) => [planned.log, planned]));
  for (const look of [regrouped, rehinted]) {
    if (ending(session, options)) return;
    await again(look(groupsOf(doneOf(plan, session, options)), options.out), byLog, session, workers);
  }
}

/** Folders of which not one file was a log, nor failed. */
function emptyFolders(plan: readonly Planned[], { skipped }: Session): ErrorData[] {
  const none = new Set(skipped);
  const folders = new Map<string, boolean>();
  for (const { input } of plan) {
    const { folder, file } = input;
    if (folder !== undefined) folders.set(folder, (folders.get(folder) ?? true) && none.has(file));
  }
  return [...folders]
    .filter(([, empty]) => empty)
    .map(([file]) => errorData(fail('folder-without-logs', { file })));
}

const inputsHash = (plan: readonly Planned[]) =>
  hash('sha256', JSON.stringify(plan.map(({ log }) => log)), 'hex').slice(0, 16);

function sessionOf(out: string, settings: string, manifest: Manifest | undefined): Session {
  return {
    out,
    settings,
    manifest: manifest ?? { entries: new Map() },
    claims: newClaims(),
    clock: newClock(),
    names: knownNames(),
    logs: new Map(),
    made: new Map(),
    skipped: [],
    older: [],
    errors: [],
    saved: performance.now(),
  };
}

/**
 * Extracts what is due and writes it, then what shows in the whole run; the manifest states what was done so far. Gives
 * whether there was nothing to do.
 */
async function work(plan: readonly Planned[], session: Session, options: RunOptions): Promise<boolean> {
  const { manifest } = session;
  const inputs = inputsHash(plan);
  const due = plan.filter(mustRead).length;
  const settled = due === 0 && manifest.settled === inputs;
  if (due >= many || plan.some(({ input }) => isLong(input.file))) keepHeapSmall();
  const workers = workersOf({ workers: options.jobs, timeLimit: options.timeLimit });
  if (!settled) manifest.settled = undefined;
  // What `whole` needs is loaded while the workers are busy.
  if (!settled) void import('./run/whole.js');
  try {
    await first(plan, session, workers, options);
    const before = session.errors.length;
    if (!settled) await whole(plan, session, workers, options);
    if (!ending(session, options) && session.errors.length === before) manifest.settled = inputs;
  } finally {
    await workers.close();
    rmSync(join(options.out, spoolName()), { recursive: true, force: true });
  }
  return settled;
}

/**
 * Extracts logs into a folder: only those that are new or changed since the last run there, unless told otherwise. Notes,
 * manifest and report are written whole or not at all; after a kill at any moment, the next run ends with the same bytes.
 *
 * @param inputs what `expandInputs` gave
 * @param errors of the arguments: they are reported too
 * @throws JiangluError `output-unwritable`, `output-locked`
 */
export async function run(
  inputs: readonly Input[],
  errors: readonly ErrorData[],
  options: RunOptions,
): Promise<Report> {
  const { out, dryRun = false } = options;
  const started = new Date();
  if (!dryRun) prepare(out);
  const lock = dryRun ? undefined : await takeLock(out, options);
  try {
    const settings = settingsHash(options);
    const manifest = readManifest(out);
    const session = sessionOf(out, settings, manifest);
    session.errors.push(...errors);
    const { edits, force = false, since } = options;
    session.clock.start();
    const plan = planOf(inputs, { out, edits, manifest, settings, force, since });
    session.clock.lap('hash');
    if (lock && (lock.tookOver || plan.some(mustRead))) sweepAll(out);
    const asBefore = !dryRun && !ending(session, options) && (await work(plan, session, options));
    const end = dryRun ? 'dry-run' : (ending(session, options) ?? 'done');
    if (end === 'done') session.errors.push(...emptyFolders(plan, session));
    const gone = goneOf(out, session.manifest, plan);
    const pruned = options.prune && end === 'done' ? prune(out, session.manifest, gone) : [];
    const report = reportOf(session, plan, { started, end, gone, pruned });
    if (!dryRun) {
      if (!asBefore || pruned.length) save(session, true);
      writeFiles(out, [{ name: reportName, text: jsonText(report) }]);
    }
    return report;
  } finally {
    lock?.release();
  }
}
