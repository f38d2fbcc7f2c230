#!/usr/bin/env node
import { CommanderError } from 'commander';
import { describe, type ErrorCode, errorData } from '../errors.js';
import { programOf } from './program.js';
import { colours, endQuietly, warn } from './terminal.js';

/** Wrong usage, in the manner of the shell. */
const usage = 2;

/** Errors that what was typed is to blame for, not a log, a note or a page. */
const ofUsage: ReadonlySet<string> = new Set<ErrorCode>([
  'config-missing',
  'encoding-unknown',
  'index-without-json',
  'key-missing',
  'key-weak',
  'only-unknown',
  'templates-missing',
  'token-weak',
  'wiki-address',
  'wiki-credentials',
]);

/** Runs the command line; the exit code is left in `process.exitCode`. */
async function main(args: readonly string[]): Promise<void> {
  endQuietly();
  const program = programOf();
  const all = [program, ...program.commands, ...program.commands.flatMap((command) => command.commands)];
  for (const command of all) command.exitOverride();
  try {
    await program.parseAsync(args);
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : usage;
      return;
    }
    warn(`${colours(process.stderr).red('error:')} ${describe(error)}`);
    process.exitCode = ofUsage.has(errorData(error).code) ? usage : 1;
  }
}

await main(process.argv);
