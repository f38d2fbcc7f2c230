import { findConfig } from '../config.js';
import { jsonText } from '../json.js';
import { checkLexicon, type Problem } from '../lexicon-check.js';
import { overlayProblems } from '../overlay.js';
import { shippedAt } from '../place.js';
import { colours, plural, print, printable, warn } from './terminal.js';

const shipped = shippedAt('lexicon/');

const count = (problems: readonly Problem[], severity: Problem['severity']) =>
  problems.filter((problem) => problem.severity === severity).length;

/** `jianglu lexicon check`: faults of the shipped lexicon and of the overlays; only errors make the exit code 1. */
export function lexiconCommand({ config, json }: { config?: string; json?: boolean }): void {
  const problems = [...checkLexicon(shipped), ...overlayProblems(findConfig(config, process.cwd()))];
  const errors = count(problems, 'error');
  if (errors) process.exitCode = 1;
  if (json) {
    process.stdout.write(jsonText(problems));
    return;
  }
  const { red, yellow } = colours(process.stderr);
  for (const { file, pointer, code, message, severity } of problems) {
    const label = severity === 'error' ? red('error:') : yellow('warning:');
    warn(
      `${printable(file)}${pointer === '' ? '' : `#${printable(pointer)}`}: ${label} ${printable(message)} [${code}]`,
    );
  }
  print(`${plural(errors, 'error')}, ${plural(count(problems, 'warning'), 'warning')}`);
}
