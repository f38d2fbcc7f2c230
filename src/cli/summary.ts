import { describe, type ErrorData } from '../errors.js';
import { jsonText } from '../json.js';
import { colours, plural, print, printable, warn } from './terminal.js';

/** What was written for one log. */
export interface Written {
  /** The log, as the user would name it. */
  file: string;
  messages: number;
  ledger: string;
  notes: { id: string; title: string; speaker: string; files: string[] }[];
  /** Files of notes that an earlier run made of the log and this one did not. */
  removed: string[];
  warnings: { code: string; reason: string; line?: number }[];
}

/** What a run of `extract` did. */
export interface Summary {
  logs: Written[];
  /** Files of folders that are no logs. */
  skipped: string[];
  errors: ErrorData[];
}

function complain({ logs, errors }: Summary): void {
  const { red, yellow } = colours(process.stderr);
  for (const { file, warnings } of logs) {
    for (const { code, reason, line } of warnings) {
      warn(
        `${printable(file)}${line === undefined ? '' : `:${line}`}: ${yellow('warning:')} ${reason} [${code}]`,
      );
    }
  }
  for (const error of errors) warn(`${red('error:')} ${describe(error)}`);
}

function tell({ logs, skipped, errors }: Summary): void {
  const { bold, dim } = colours(process.stdout);
  const notes = logs.flatMap((log) => log.notes);
  for (const { title, speaker, files } of notes) {
    print(
      `${bold(printable(title || '—'))}${speaker && ` · ${printable(speaker)}`} ${dim(`→ ${printable(files.join(' '))}`)}`,
    );
  }
  const removed = logs.flatMap((log) => log.removed);
  for (const file of removed) print(dim(`removed ${printable(file)}, a former note`));
  const counts = [`${plural(logs.length, 'log')} read`, plural(notes.length, 'note')];
  if (skipped.length) counts.push(`${plural(skipped.length, 'file')} passed over`);
  if (errors.length) counts.push(plural(errors.length, 'error'));
  print(counts.join(', '));
}

/** Prints errors and warnings to standard error and the results, for people or as JSON, to standard output. */
export function report(summary: Summary, json: boolean): void {
  complain(summary);
  if (json) process.stdout.write(jsonText(summary));
  else tell(summary);
}
