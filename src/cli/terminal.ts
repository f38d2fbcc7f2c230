import pc from 'picocolors';
import { describe, fail, reasonOf } from '../errors.js';

/** Colours for a stream: none unless it is a terminal, and none where NO_COLOR is set or TERM is dumb. */
export function colours(stream: NodeJS.WriteStream): ReturnType<typeof pc.createColors> {
  const { NO_COLOR, TERM } = process.env;
  return pc.createColors(Boolean(stream.isTTY) && !NO_COLOR && TERM !== 'dumb');
}

/** Text of a log or a path for a terminal: controls, and marks that turn the direction of writing, as `\u001b`. */
export function printable(text: string): string {
  return text.replace(
    /\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A count with its noun: `1 note`, `2 notes`. */
export function plural(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** Prints a line of results. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Prints a line about the run: errors, warnings. */
export function warn(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** A file that is no note, or holds a fault. */
export interface TellableFault {
  file: string;
  /** JSON pointer into the file; `''` for the whole of it. */
  pointer: string;
  code: string;
  message: string;
}

/** Prints faults of notes to standard error, a line each. */
export function tellFaults(faults: readonly TellableFault[]): void {
  const { red } = colours(process.stderr);
  for (const { file, pointer, code, message } of faults)
    warn(
      `${printable(file)}${pointer === '' ? '' : `#${printable(pointer)}`}: ${red(printable(message))} [${code}]`,
    );
}

/**
 * Ends the program with a line when the user interrupts it. For work that may be ended at any moment and is gone on with
 * by the next run.
 */
export function endOnSignal(): void {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)
    process.once(signal, () => {
      warn(stopped);
      process.exit(code);
    });
}

/** What is told of a run that was interrupted. */
export const stopped = 'stopped: what was written stays, and the next run goes on';

/** A reader that goes away (`| head`) ends the program quietly; a full disk behind standard output with one line. */
export function endQuietly(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
      const told = describe(fail('output-unheard', { reason: reasonOf(error) }));
      if (stream === process.stdout) warn(`${colours(process.stderr).red('error:')} ${told}`);
      process.exit(1);
    });
  }
}
