import { hash } from 'node:crypto';
import { type Collection, collect } from '../../src/publish/engine/collection.js';
import { factsOf } from '../../src/publish/engine/talks.js';
import type { NameOf, Page, Target, TargetOptions } from '../../src/publish/target.js';
import type { Note } from '../../src/schema/note.js';
import { conceptFinder } from '../../src/store/finder.js';
import type { KnownConcept } from '../../src/store/record.js';

/** Options of a run that asks for nothing special. */
export const options: TargetOptions = {
  destination: '',
  pictures: 'link',
  concurrency: 1,
  push: false,
  dryRun: false,
  allowHttp: false,
};

/** Notes brought together as `publish` does it. */
export function collected(notes: readonly Note[], taxonomy: readonly KnownConcept[] = []): Collection {
  const find = conceptFinder(taxonomy);
  const talks = notes.map((note) => ({
    ...factsOf(note, hash('sha256', JSON.stringify(note)), find),
    load: () => note,
  }));
  return collect(talks, taxonomy);
}

/** The pages of a target by the names that it asks for, each with its content. */
export async function rendered(
  target: Target,
  collection: Collection,
  more: Partial<TargetOptions> = {},
): Promise<Map<string, { page: Page; content: string | Uint8Array }>> {
  const pages = target.pages(collection, { ...options, ...more }, {});
  const nameOf: NameOf = (key) => pages.find((page) => page.key === key)?.name;
  const found = new Map<string, { page: Page; content: string | Uint8Array }>();
  for (const page of pages) found.set(page.name, { page, content: await page.render(nameOf) });
  return found;
}
