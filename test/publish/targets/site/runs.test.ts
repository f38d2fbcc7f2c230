import { expect, test } from 'vitest';
import { html } from '../../../../src/publish/targets/html.js';
import { site } from '../../../../src/publish/targets/site.js';
import { folderWorld } from '../../folders.js';
import { section, talk } from '../../talks.js';
import { counts, World } from '../../world.js';

const begin = () => folderWorld(site);

test('--since 没写的页，搜到的也是页上有的', async () => {
  const world = begin();
  world.notes.put(talk(1), talk(9));
  await world.run();
  const before = await world.read('assets/search.js');
  world.notes.put(
    talk(1, { sections: [section('开证', '改过的话。'), section('新加的一节', '页上还没有。')] }),
  );
  const done = await world.run({ since: '2024-05-02' });
  expect(await world.read('assets/search.js')).toBe(before);
  expect(counts(done).updated).toBeUndefined();
  await world.run();
  expect(await world.read('assets/search.js')).toContain('新加的一节');
});

test('html 和 site 放进一个文件夹，谁的页是谁的', async () => {
  const world = begin();
  world.notes.put(talk(1), talk(2));
  const other = new World({ ...world.subject, target: html }, world.place);
  other.notes.put(talk(1), talk(2));
  await other.run();
  await world.run();
  for (const one of [world, other]) expect(Object.keys(counts(await one.run()))).toEqual(['same']);
});
