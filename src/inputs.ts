import { statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { fail, type JiangluError, systemError } from './errors.js';

/** A log to read. */
export interface Input {
  /** As the user would name it; `-` is standard input. */
  file: string;
  /** The folder argument that it was found under; a file there that is no log is passed over. */
  folder?: string;
}

/** The logs that arguments stand for, in order, each once; and the arguments that stand for none. */
export interface Inputs {
  inputs: Input[];
  errors: JiangluError[];
}

const inside = (path: string, folder: string) =>
  path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

function filesIn(folder: string, patterns: readonly string[], out: string | undefined): string[] {
  const names = globSync([...patterns], {
    cwd: folder,
    caseSensitiveMatch: false,
    expandDirectories: false,
    ignore: ['**/node_modules/**'],
  });
  const root = resolve(folder);
  const hidden = out !== undefined && inside(resolve(out), root) ? resolve(out) : undefined;
  const files = names.map((name) => join(folder, name)).sort((a, b) => (a < b ? -1 : 1));
  return hidden === undefined ? files : files.filter((file) => !inside(resolve(file), hidden));
}

function kindOf(path: string): 'folder' | 'file' | undefined {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw systemError(error, path);
  }
}

/** What a pattern matches: paths relative to the working folder, or absolute where the pattern is. */
function matches(pattern: string): string[] {
  const found = globSync(pattern.split(sep).join('/'), {
    expandDirectories: false,
    onlyFiles: false,
    absolute: true,
  });
  const shown = found.map((path) => (pattern.startsWith('/') ? path : relative('', path)));
  return shown.map((path) => path.replace(/[\\/]$/u, '') || '.').sort((a, b) => (a < b ? -1 : 1));
}

function expandOne(argument: string, patterns: readonly string[], out: string | undefined): Input[] {
  if (argument === '-') return [{ file: '-' }];
  const kind = kindOf(argument);
  if (kind === 'file') return [{ file: argument }];
  if (kind === 'folder') {
    const files = filesIn(argument, patterns, out);
    if (files.length === 0) throw fail('folder-without-logs', { file: argument });
    return files.map((file) => ({ file, folder: argument }));
  }
  const found = isDynamicPattern(argument) ? matches(argument) : [];
  if (found.length === 0) throw fail('file-missing', { file: argument });
  return found.flatMap((path) => expandOne(path, patterns, out));
}

/**
 * Expands files, folders, patterns and `-`. In folders the files that fit `patterns` count, but none
 * below `out` when that lies within.
 */
export function expandInputs(args: readonly string[], patterns: readonly string[], out?: string): Inputs {
  const inputs = new Map<string, Input>();
  const errors: JiangluError[] = [];
  for (const argument of args) {
    try {
      for (const input of expandOne(argument, patterns, out)) {
        const key = input.file === '-' ? '-' : resolve(input.file);
        const known = inputs.get(key);
        if (!known) inputs.set(key, input);
        else if (input.folder === undefined) delete known.folder;
      }
    } catch (error) {
      errors.push(systemError(error, argument));
    }
  }
  return { inputs: [...inputs.values()], errors };
}
