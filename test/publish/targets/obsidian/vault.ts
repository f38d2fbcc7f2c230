import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { collect } from '../../../../src/publish/engine/collection.js';
import type { PublishOptions } from '../../../../src/publish/engine/options.js';
import { publish } from '../../../../src/publish/engine/publish.js';
import { factsOf } from '../../../../src/publish/engine/talks.js';
import type { TargetOptions } from '../../../../src/publish/target.js';
import { obsidian } from '../../../../src/publish/targets/obsidian.js';
import type { Note } from '../../../../src/schema/note.js';
import { conceptFinder } from '../../../../src/store/finder.js';

/** Options of a target, of which the folder matters most. */
export const optionsOf = (destination: string): TargetOptions => ({
  ...{ destination, pictures: 'link', concurrency: 1, push: false, dryRun: false, allowHttp: false },
});

/** Publishes notes into a folder. */
export const published = (
  paths: readonly string[],
  destination: string,
  more: Partial<PublishOptions> = {},
) =>
  publish(paths, {
    ...{ target: obsidian, options: optionsOf(destination), taxonomy: [], onConflict: 'merge' },
    ...{ prune: false, restore: false, dryRun: false, summary: 'test' },
    ...more,
  });

/** Files of a vault by their names, without those that Obsidian does not see. */
export function filesIn(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .filter((name) => !/(?:^|\/)\./u.test(name))
    .sort();
  return new Map(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** The pages of a note alone, by their names. */
export function pagesOf(note: Note, options: Partial<TargetOptions> = {}): Map<string, string> {
  const facts = factsOf(note, '', conceptFinder([]));
  const collection = collect([{ ...facts, load: () => note }], []);
  const pages = obsidian.pages(collection, { ...optionsOf('nowhere'), ...options }, {});
  const names = new Map(pages.map(({ key, name }) => [key, name]));
  return new Map(pages.map((page) => [page.name, page.render((key) => names.get(key)) as string]));
}
