// What the command lines of the tools have in common.
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * The command line by the types of its options (`boolean` or `string`; `dist` is always one): their values, the
 * folder `shared` that comes first, all `positionals`, and `load`, which imports from the build that --dist names.
 * An option that is not named here ends the tool.
 */
export function commandOf(types = {}) {
  const options = Object.fromEntries(
    Object.entries({ dist: 'string', ...types }).map(([name, type]) => [name, { type }]),
  );
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const dist = resolve(values.dist ?? 'dist');
  const load = (file) => import(pathToFileURL(join(dist, file)).href);
  return { ...values, dist, load, positionals, shared: positionals[0] };
}

/**
 * The command line of a tool that fits a model by talks: `inFolds` for its figures out of fold, `write`, and the dates to
 * `leave` out in what it writes to the folder `out`.
 */
export function trainerOf() {
  const { folds, leave, ...rest } = commandOf({
    folds: 'boolean',
    write: 'boolean',
    leave: 'string',
    out: 'string',
  });
  return { ...rest, inFolds: folds, leave: leave?.split(',') };
}
