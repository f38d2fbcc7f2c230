import { join } from 'node:path';
import type { Report } from '../schema/report.js';
import { packageVersion } from '../version.js';
import type { Entry } from './manifest.js';
import type { Planned } from './plan.js';
import { logOf, type Session } from './session.js';

/** How a run ended. */
export type Ending = Report['end'];

/** What a report states beside the session. */
export interface Ended {
  started: Date;
  end: Ending;
  gone: readonly Entry[];
  /** Files removed, by their path in the output folder. */
  pruned: readonly string[];
}

type Logs = Report['logs'];

/** What a dry run says of logs: those that are known, as they stand. */
function known(plan: readonly Planned[], out: string): Logs {
  return plan.flatMap(({ input, state, entry }): Logs => {
    if (state === 'older') return [];
    if (entry?.made) return [logOf(out, input.file, entry.made, state)];
    const nothing = { messages: 0, ledger: '', notes: [], removed: [], warnings: [] };
    return entry ? [] : [{ file: input.file, state, ...nothing }];
  });
}

function rolesOf({ made }: Session): Report['roles'] {
  const counts: Report['roles'] = {};
  for (const { roles } of made.values())
    for (const [role, count] of Object.entries(roles)) counts[role] = (counts[role] ?? 0) + count;
  return Object.fromEntries(Object.entries(counts).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)));
}

function countsOf(report: Omit<Report, 'counts'>, plan: readonly Planned[]): Report['counts'] {
  const { logs, older, skipped, errors, gone } = report;
  const notes = logs.flatMap((log) => log.notes);
  const files = new Set(plan.map(({ input }) => input.file));
  const inState = (state: Logs[number]['state']) => logs.filter((log) => log.state === state).length;
  return {
    inputs: plan.length,
    new: inState('new'),
    changed: inState('changed'),
    same: inState('same'),
    older: older.length,
    skipped: skipped.length,
    failed: new Set(errors.map(({ file }) => file).filter((file) => file !== undefined && files.has(file)))
      .size,
    gone: gone.length,
    talks: notes.filter(({ kind }) => kind === 'talk').length,
    discussions: notes.filter(({ kind }) => kind === 'discussion').length,
    messages: logs.reduce((sum, { messages }) => sum + messages, 0),
    warnings: logs.reduce((sum, { warnings }) => sum + warnings.length, 0),
  };
}

const rounded = (ms: number) => Math.round(ms * 10) / 10;

/** The report of a run. */
export function reportOf(session: Session, plan: readonly Planned[], ended: Ended): Report {
  const { out, logs, skipped, older, errors, clock } = session;
  const { started, end, gone, pruned } = ended;
  const report: Omit<Report, 'counts'> = {
    kind: 'report',
    version: 1,
    program: packageVersion(),
    started: started.toISOString(),
    seconds: Math.round(Date.now() - started.getTime()) / 1000,
    end,
    roles: rolesOf(session),
    times: Object.fromEntries(Object.entries(clock.times).map(([name, ms]) => [name, rounded(ms)])),
    logs: end === 'dry-run' ? known(plan, out) : plan.flatMap(({ log }) => logs.get(log) ?? []),
    skipped,
    older:
      end === 'dry-run' ? plan.flatMap(({ state, input }) => (state === 'older' ? [input.file] : [])) : older,
    gone: gone.map(({ log, made }) => ({ log, notes: made?.notes.map(({ id }) => id) ?? [] })),
    pruned: pruned.map((path) => join(out, path)),
    errors,
  };
  return { ...report, counts: countsOf(report, plan) };
}
