import { describe, type ErrorData } from '../errors.js';
import { jsonText } from '../json.js';
import type { Report } from '../schema/report.js';
import { colours, plural, print, printable, warn } from './terminal.js';

const isNew = ({ state }: Report['logs'][number]) => state !== 'same';

function complain({ logs, errors }: Report): void {
  const { red, yellow } = colours(process.stderr);
  for (const { file, warnings } of logs.filter(isNew)) {
    for (const { code, reason, line } of warnings) {
      warn(
        `${printable(file)}${line === undefined ? '' : `:${line}`}: ${yellow('warning:')} ${reason} [${code}]`,
      );
    }
  }
  for (const error of errors) warn(`${red('error:')} ${describe(error as ErrorData)}`);
}

function counted({ counts, errors, end }: Report): string {
  const read = counts.new + counts.changed;
  const parts = [`${plural(read, 'log')} ${end === 'dry-run' ? 'to read' : 'read'}`];
  const rest: [count: number, what: string][] = [
    [counts.same, 'unchanged'],
    [counts.older, 'older'],
  ];
  for (const [count, what] of rest) if (count) parts.push(`${count} ${what}`);
  parts.push(plural(counts.talks + counts.discussions, 'note'));
  if (counts.skipped) parts.push(`${plural(counts.skipped, 'file')} passed over`);
  if (errors.length) parts.push(plural(errors.length, 'error'));
  return parts.join(', ');
}

function tellNotes({ logs }: Report): void {
  const { bold, dim } = colours(process.stdout);
  for (const { title, speaker, files } of logs.filter(isNew).flatMap(({ notes }) => notes)) {
    print(
      `${bold(printable(title || '—'))}${speaker && ` · ${printable(speaker)}`} ${dim(`→ ${printable(files.join(' '))}`)}`,
    );
  }
}

function tellRemoved({ logs, pruned, gone, end }: Report): void {
  const { dim } = colours(process.stdout);
  for (const file of logs.flatMap(({ removed }) => removed))
    print(dim(`removed ${printable(file)}, a former note`));
  for (const file of pruned) print(dim(`removed ${printable(file)}, whose log is gone`));
  const left = pruned.length || end === 'interrupted' ? [] : gone.filter(({ notes }) => notes.length);
  if (left.length)
    print(dim(`${plural(left.length, 'log')} with notes gone: --prune removes what was made of them`));
}

/** What a dry run would do, a line a log. */
function tellPlan({ logs }: Report): void {
  for (const { file, state } of logs.filter(isNew)) print(`${state.padEnd(7)} ${printable(file)}`);
}

function tellRoles({ roles, counts }: Report): void {
  if (counts.inputs < 2 || counts.messages === 0) return;
  const parts = Object.entries(roles).map(([role, count]) => `${role} ${count}`);
  print(`${plural(counts.messages, 'message')}: ${parts.join(', ')}`);
}

/** How long the stages took, the longest first: for a person who watches. */
function tellTimes({ times, seconds }: Report): void {
  if (!process.stderr.isTTY) return;
  const parts = Object.entries(times)
    .sort(([, a], [, b]) => b - a)
    .filter(([, ms]) => ms >= 100)
    .map(([name, ms]) => `${name} ${(ms / 1000).toFixed(1)}`);
  warn(colours(process.stderr).dim(`${seconds.toFixed(1)} s${parts.length ? ` (${parts.join(', ')})` : ''}`));
}

/** Prints errors and warnings to standard error and the results, for people or as JSON, to standard output. */
export function tellRun(report: Report, json: boolean): void {
  complain(report);
  if (json) {
    process.stdout.write(jsonText(report));
    return;
  }
  if (report.end === 'dry-run') tellPlan(report);
  else tellNotes(report);
  tellRemoved(report);
  print(counted(report));
  if (report.end !== 'dry-run') {
    tellRoles(report);
    tellTimes(report);
  }
}
