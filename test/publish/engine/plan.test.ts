import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { git } from '../../../src/publish/targets/git.js';
import { span } from '../../note.js';
import { folderWorld } from '../folders.js';
import { talk } from '../talks.js';
import type { World } from '../world.js';

const begin = () => folderWorld(git);

const headingOf = async (world: World) => /^# (.*)$/mu.exec(await world.read('index.md'))?.[1];

test('多数分享换了语言：目录的语言不变，--language 才改，而且记住', async () => {
  const world = begin();
  world.notes.put(talk(1));
  await world.run();
  expect(await headingOf(world)).toBe('目录');
  world.notes.put(talk(2, { language: 'en' }), talk(3, { language: 'en' }));
  await world.run();
  expect(await headingOf(world)).toBe('目录');
  await world.run({ language: 'en' });
  expect(await headingOf(world)).toBe('Contents');
  await world.run();
  expect(await headingOf(world)).toBe('Contents');
});

test('只看看的运行不把语言定下来', async () => {
  const world = begin();
  world.notes.put(talk(1, { language: 'en' }));
  await world.run({ dryRun: true });
  world.notes.drop(talk(1, { language: 'en' }));
  world.notes.put(talk(2));
  await world.run();
  expect(await headingOf(world)).toBe('目录');
});

test.each([['.jianglu'], ['.jianglu/里面']])(
  '状态的文件夹是个文件：说清楚，不是内部错误：%s',
  async (name) => {
    const world = begin();
    world.notes.put(talk(1));
    const { destination } = world.place.options;
    writeFileSync(join(destination, '.jianglu'), '');
    await expect(world.run({ stateFile: join(destination, name, 'publish.sqlite') })).rejects.toMatchObject({
      code: 'output-unwritable',
      file: join(destination, name),
    });
  },
);

test('有页撤下，别的分享没给笔记：说它们的页可能还链着', async () => {
  const world = begin();
  world.notes.put(talk(1), talk(2));
  await world.run();
  world.notes.drop(talk(1));
  world.notes.put(talk(2, { restrictions: [span('请勿外传', 2)] }));
  const { told } = await world.run();
  expect(told).toContainEqual(expect.stringContaining('pages of a talk whose note was not given'));
  world.notes.put(talk(1));
  expect((await world.run()).told.join()).not.toContain('not given');
});
