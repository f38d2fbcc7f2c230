import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Target } from '../../src/publish/target.js';
import { folderPlace } from './folders.js';
import { type Place, World } from './world.js';

/** Publishes by templates of one's own; without a place into a folder. */
export function byTemplates(target: Target, templates: Record<string, string>, place: Place = folderPlace()) {
  onTestFinished(() => place.close?.());
  const folder = mkdtempSync(join(tmpdir(), 'jianglu-template-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(templates)) writeFileSync(join(folder, name), text);
  const options = { ...place.options, template: folder };
  const world = new World({ target, open: async () => place, merges: true, pages: true }, place);
  return {
    world,
    run: (only?: string[]) => world.run({ options, ...(only && { only }) }),
    page: async (key: string) => {
      const { outcomes } = await world.run({ options, dryRun: true });
      return String((await place.pages()).get(outcomes.find((one) => one.key === key)!.name));
    },
  };
}

/** A template for each kind of page, each with a link. */
export const ofEachKind = {
  'talk.liquid':
    '我的分享 {{ note.title }}{% for t in talk.topics %}{% assign k = "topic:" | append: t.id %} {{ k | link: t.label }}{% endfor %} {{ "topic:nix" | link: "没有" }}',
  'speaker.liquid':
    '我的讲者 {{ speaker.name }}{% for t in speaker.talks %} {{ t.key | link: t.title }}{% endfor %}',
  'topic.liquid':
    '我的主题 {{ topic.label }}{% for t in topic.talks %} {{ t.key | link: t.title }}{% endfor %}',
  'concept.liquid':
    '我的术语 {{ concept.label }}：{{ concept.definitions[0].text }} {{ concept.definitions[0].talk.key | link: "出处" }}',
  'index.liquid': '我的目录{% for t in talks %} {{ t.key | link: t.title }}{% endfor %}',
};
