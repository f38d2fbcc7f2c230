#!/usr/bin/env node
import { CommanderError } from 'commander';
import { describe } from '../errors.js';
import { programOf } from './program.js';
import { colours, endQuietly, warn } from './terminal.js';

/** Wrong usage, in the manner of the shell. */
const usage = 2;

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
    process.exitCode = 1;
  }
}

await main(process.argv);
