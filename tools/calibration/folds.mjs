// The program as it would be had it never seen one fold of the labels: a copy of the build beside a lexicon in which
// the fitted models are fitted to the other folds.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Tools that fit models of the lexicon to all labels but those of some dates (`--leave DATES --out FOLDER`). */
const trainers = [
  { tool: 'tools/train-questions.mjs', models: ['questions-model.json', 'questions-phrasing.json'] },
  { tool: 'tools/train-outline.mjs', models: ['outline-model.json'] },
];

/** Builds one fold's program in a folder; a model that stands there already is kept. Gives a function that imports from it. */
export function programWithout(dates, folder, { shared, dist }) {
  mkdirSync(folder, { recursive: true });
  cpSync(resolve(dist), join(folder, 'dist'), { recursive: true });
  cpSync(join(root, 'lexicon'), join(folder, 'lexicon'), { recursive: true });
  cpSync(join(root, 'schemas'), join(folder, 'schemas'), { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  if (!existsSync(join(folder, 'node_modules')))
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const fitted = join(folder, 'fitted');
  mkdirSync(fitted, { recursive: true });
  for (const { tool, models } of trainers) {
    if (!models.every((model) => existsSync(join(fitted, model))))
      execFileSync(
        process.execPath,
        [join(root, tool), shared, '--dist', resolve(dist), '--leave', dates.join(','), '--out', fitted],
        { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
      );
    for (const model of models) cpSync(join(fitted, model), join(folder, 'lexicon', model));
  }
  return (file) => import(pathToFileURL(join(folder, 'dist', file)).href);
}
