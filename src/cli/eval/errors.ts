import { classes, type ErrorClass } from '../../eval/classes.js';
import type { Open } from '../../eval/errors.js';
import { reasonText } from '../../reasons/reason.js';
import type { Disagreement, Evaluation, Line } from '../../schema/evaluation.js';
import { colours, plural, print, printable } from '../terminal.js';

/** So much of a message is shown, in UTF-16 units. */
const shown = 80;

const clipped = (text: string) =>
  printable((text.length > shown ? `${text.slice(0, shown)}…` : text).replaceAll('\n', ' ⏎ '));

function showLine({ message, time, sender, text, about, role, rule }: Line): void {
  const { bold, dim } = colours(process.stdout);
  const head = `${about ? '>' : ' '} #${message} ${time} ${printable(sender)}:`;
  print(
    `    ${about ? bold(head) : dim(head)} ${about ? clipped(text) : dim(clipped(text))} ${dim(`(${role}, ${rule})`)}`,
  );
}

function showError({ log, title, wanted, found, context, reasons }: Disagreement): void {
  const { cyan, green, red } = colours(process.stdout);
  print(`  ${printable(log)} ${printable(title)}`);
  if (wanted !== null) print(`    label: ${green(printable(wanted))}`);
  if (found !== null) print(`    note:  ${red(printable(found))}`);
  context.forEach(showLine);
  for (const one of reasons) print(cyan(`      ${printable(reasonText(one))}`));
}

/** All disagreements, by class, each with its context and what decided. */
export function showErrors(counts: NonNullable<Evaluation['classes']>, errors: readonly Open[]): void {
  const { bold } = colours(process.stdout);
  for (const name of Object.keys(counts) as ErrorClass[]) {
    const own = errors.filter((error) => error.class === name);
    print('');
    print(bold(`${name}: ${classes[name]} (${plural(own.length, 'error')})`));
    for (const error of own) showError(error.full());
  }
}

/** How many of each class. */
export function showCounts(counts: NonNullable<Evaluation['classes']>): void {
  print('');
  print(`${'class'.padEnd(30)}  errors  missed   extra`);
  for (const [name, { errors, missed, extra }] of Object.entries(counts))
    print(`${name.padEnd(30)}${[errors, missed, extra].map((n) => String(n).padStart(8)).join('')}`);
}
