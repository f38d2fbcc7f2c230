import { existsSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { fail, type JiangluError, systemError } from './errors.js';
import { reachedBelow } from './links.js';
import { isBelow } from './paths.js';

const logExtensions = ['markdown', 'md', 'txt'];

/** Files of a folder that may be logs. */
export const logPatterns = [`**/*.{${logExtensions.join(',')}}`];

/** Whether a file may be a log, by its name. */
export const mayBeLog = (path: string): boolean =>
  logExtensions.some((extension) => path.toLowerCase().endsWith(`.${extension}`));

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

/** How folders and patterns are searched. */
interface Search {
  /** What files in a folder count. */
  patterns: readonly string[];
  /** A folder to pass over. */
  out: string | undefined;
  /** Links may lead out. */
  follow: boolean;
  /** Takes a file whose name cannot be used. */
  refuse: (error: JiangluError) => void;
}

/** A name that is not UTF-8 comes with characters that say so, and leads nowhere. */
const isOdd = (path: string) => path.includes('\ufffd') && !existsSync(path);

function filesIn(folder: string, { patterns, out, follow, refuse }: Search): string[] {
  const names = globSync([...patterns], {
    cwd: folder,
    caseSensitiveMatch: false,
    expandDirectories: false,
    ignore: ['**/node_modules/**'],
    followSymbolicLinks: follow,
  });
  const root = resolve(folder);
  const hidden = out !== undefined && isBelow(resolve(out), root) ? resolve(out) : undefined;
  const found = names.map((name) => join(folder, name)).sort((a, b) => (a < b ? -1 : 1));
  for (const file of found) if (isOdd(file)) refuse(fail('file-name-odd', { file }));
  const files = reachedBelow(folder, found, { follow, files: true });
  return hidden === undefined ? files : files.filter((file) => !isBelow(resolve(file), hidden));
}

function kindOf(path: string): 'folder' | 'file' | undefined {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw systemError(error, path);
  }
}

/** The folder that a pattern searches: its parts before the first that is none of a path. */
function baseOf(pattern: string): string {
  const parts = pattern.split('/');
  const first = parts.findIndex((part) => isDynamicPattern(part));
  return parts.slice(0, first).join('/') || (pattern.startsWith('/') ? '/' : '.');
}

/** What a pattern matches: paths relative to the working folder, or absolute where the pattern is. */
function matches(argument: string, { follow }: Search): string[] {
  const pattern = argument.split(sep).join('/');
  const found = globSync(pattern, {
    expandDirectories: false,
    onlyFiles: false,
    absolute: true,
    followSymbolicLinks: follow,
  });
  const shown = found.map((path) => (argument.startsWith('/') ? path : relative('', path)));
  const sorted = shown.map((path) => path.replace(/[\\/]$/u, '') || '.').sort((a, b) => (a < b ? -1 : 1));
  return reachedBelow(baseOf(pattern), sorted, { follow });
}

function expandOne(argument: string, search: Search): Input[] {
  if (argument === '-') return [{ file: '-' }];
  const kind = kindOf(argument);
  if (kind === 'file') return [{ file: argument }];
  if (kind === 'folder') {
    const files = filesIn(argument, search);
    if (files.length === 0) throw fail('folder-without-logs', { file: argument });
    return files.map((file) => ({ file, folder: argument }));
  }
  const found = isDynamicPattern(argument) ? matches(argument, search) : [];
  if (found.length === 0) throw fail('file-missing', { file: argument });
  return found.flatMap((path) => expandOne(path, search));
}

/**
 * Expands files, folders, patterns and `-`. In folders the files that fit `patterns` count, but none
 * below `out` when that lies within. A file that is named may be a link; one that is found may lead out of where it was
 * searched with `follow` only.
 */
export function expandInputs(
  args: readonly string[],
  patterns: readonly string[],
  { out, follow = true }: { out?: string; follow?: boolean } = {},
): Inputs {
  const inputs = new Map<string, Input>();
  const errors: JiangluError[] = [];
  const search: Search = { patterns, out, follow, refuse: (error) => errors.push(error) };
  for (const argument of args) {
    try {
      for (const input of expandOne(argument, search)) {
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
