import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, timed } from '../clock.js';
import { type ErrorCode, type ErrorData, errorData } from '../errors.js';
import type { Bundle } from '../output/bundle.js';
import type { File } from '../output/files.js';
import { otherLedger } from '../output/names.js';
import type { KnownNames } from '../output/notes.js';
import { isSpooled, type Spooled, type SpooledFile } from '../output/spool.js';
import { placeSpooled, writeBundle } from '../output.js';
import type { Log } from '../schema/report.js';
import type { Claims } from './claims.js';
import type { Extracted, Outcome, Rehinted } from './job.js';
import { type Made, type Manifest, standingOf, writeManifest } from './manifest.js';
import { outputsOf, type Planned } from './plan.js';

/** So often, in ms, a run that goes on writes its manifest: that much work is done again after a kill. */
const pace = 5000;

/** Faults of the bytes of a log: looking again finds them again. */
const lasting: ReadonlySet<ErrorCode> = new Set([
  'encoding-undecodable',
  'file-binary',
  'file-too-large',
  'format-unknown',
  'front-matter-endless',
  'line-too-long',
  'too-many-lines',
]);

/** A run while it goes on. */
export interface Session {
  out: string;
  /** Hash of all that counts beside the logs. */
  settings: string;
  manifest: Manifest;
  claims: Claims;
  /** Of the run's own work and of all workers. */
  clock: Clock;
  /** What stands in the folders of groups. */
  names: KnownNames;
  /** What the report says of logs, by their name in the manifest. */
  logs: Map<string, Log>;
  /** What is known of the same logs. */
  made: Map<string, Made>;
  skipped: string[];
  older: string[];
  errors: ErrorData[];
  /** When the manifest was last written. */
  saved: number;
}

/** Writes the manifest if the last time is long ago, or if it must be. */
export function save(session: Session, must = false): void {
  const { out, manifest } = session;
  if (!must && performance.now() - session.saved < pace) return;
  session.saved = performance.now();
  timed(session.clock, 'write', () => writeManifest(out, manifest));
}

/** What a bundle leaves in the output folder. */
function writtenBy({ folder, ledger, notes }: Bundle | Spooled): Pick<Made, 'ledger' | 'notes'> {
  const output = (file: File | SpooledFile) => ({
    path: `${folder}/${file.name}`,
    size: 'text' in file ? Buffer.byteLength(file.text) : file.size,
  });
  return {
    ledger: output(ledger),
    notes: notes.map(({ files, ...note }) => ({ ...note, files: files.map(output) })),
  };
}

function madeOf({ bundle, day, prints, messages, roles, warnings, edits }: Extracted): Made {
  return {
    day,
    prints,
    messages,
    roles,
    warnings,
    ...writtenBy(bundle),
    ...(edits !== undefined && { edits }),
  };
}

/** What the report says of a log whose notes stand. */
export function logOf(out: string, file: string, made: Made, state: Log['state']): Log {
  const { messages, ledger, notes, warnings } = made;
  return {
    file,
    state,
    messages,
    ledger: join(out, ledger.path),
    notes: notes.map(({ files, ...note }) => ({ ...note, files: files.map(({ path }) => join(out, path)) })),
    removed: [],
    warnings,
  };
}

/** How an extraction differs from that of a log alone. */
export type Company = Pick<Made, 'chain' | 'hints'>;

/** The files of a log, and the ledger that goes when they are written: that of no other log may go. */
const ownPaths = (made: Made) => [...outputsOf(made).map(({ path }) => path), otherLedger(made.ledger.path)];

/** Files of a log on their way into the output folder. */
interface Writing extends Pick<Extracted, 'bundle' | 'sha256' | 'times'> {
  made: Made;
}

function put(session: Session, planned: Planned, { bundle, sha256, times, made }: Writing): void {
  const { out, settings, manifest, claims, clock, logs, names } = session;
  const { log, input, entry, state } = planned;
  claims.claim(ownPaths(made), input.file);
  const { removed } = timed(clock, 'write', () =>
    isSpooled(bundle) ? placeSpooled(out, bundle, { names }) : writeBundle(out, bundle, { names }),
  );
  for (const [name, ms] of Object.entries(times)) clock.times[name] = (clock.times[name] ?? 0) + ms;
  if (log !== '-') manifest.entries.set(log, { log, sha256, settings, made });
  const told = logOf(out, input.file, made, entry && state !== 'new' ? 'changed' : 'new');
  const all = [...(logs.get(log)?.removed ?? []), ...removed.map((name) => join(out, bundle.folder, name))];
  told.removed = [...new Set(all)].filter((file) => !existsSync(file));
  logs.set(log, told);
  session.made.set(log, made);
  save(session);
}

/**
 * Writes what a log gave and takes it into manifest and report.
 *
 * @throws JiangluError where its files cannot be written, or are another log's
 */
export function write(session: Session, planned: Planned, outcome: Extracted, company: Company = {}): void {
  const alone = madeOf(outcome);
  const known = session.manifest.entries.get(planned.log)?.made;
  const made: Made = {
    ...alone,
    ...(company.chain && { chain: company.chain, day: known?.day ?? alone.day }),
    ...(company.hints !== undefined && { hints: company.hints }),
  };
  put(session, planned, { ...outcome, made });
}

/** Writes the notes of a log, which stand, with other hints. @throws as `write` */
export function rewrite(
  session: Session,
  planned: Planned,
  { rehinted: bundle, times }: Rehinted,
  hints: string | undefined,
): void {
  const { sha256, made } = session.manifest.entries.get(planned.log)!;
  const { hints: _, ...known } = made!;
  const now = { ...known, ...writtenBy(bundle), ...(hints !== undefined && { hints }) };
  put(session, planned, { bundle, sha256, times, made: now });
}

function failed(session: Session, { input, log, sha256, entry }: Planned, error: ErrorData): void {
  const { settings, manifest, skipped, errors } = session;
  const isNoLog = error.code === 'format-unknown' && input.folder !== undefined;
  if (isNoLog) skipped.push(input.file);
  else errors.push(error);
  if (sha256 === undefined || !lasting.has(error.code)) return;
  const what = isNoLog ? { skipped: true as const } : { failed: error };
  manifest.entries.set(log, { log, sha256, settings, ...what, ...(entry?.made && { made: entry.made }) });
}

/** Takes what became of a log seen alone. */
export function take(session: Session, planned: Planned, outcome: Outcome): void {
  try {
    if ('error' in outcome) failed(session, planned, outcome.error);
    else if ('older' in outcome) session.older.push(planned.input.file);
    else if ('bundle' in outcome) write(session, planned, outcome);
  } catch (error) {
    session.errors.push(errorData(error));
  }
}

/** Takes a log as the last run left it. */
export function leave(session: Session, { input, log, state, entry }: Planned): void {
  const { out, claims, errors, manifest, logs, older, skipped } = session;
  if (state === 'older') older.push(input.file);
  if (!entry) return;
  if (entry.skipped) skipped.push(input.file);
  else if (entry.failed) errors.push({ ...entry.failed, file: input.file });
  const made = standingOf(entry);
  if (!made) return;
  try {
    claims.claim(ownPaths(made), input.file);
    if (state !== 'same') return;
    logs.set(log, logOf(out, input.file, made, 'same'));
    session.made.set(log, made);
  } catch (error) {
    errors.push(errorData(error));
    manifest.entries.delete(log);
  }
}
