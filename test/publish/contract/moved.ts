import { expect, test } from 'vitest';
import type { Part } from '../contract.js';
import { section, talk } from '../talks.js';
import { counts, deedOf } from '../world.js';

const key = `talk:${talk(1).id}`;

/** Names: of the note, of people, of others. */
export const moved: Part = (begin, { pages }) => {
  test.runIf(pages)('题目改了：页换名字，旧的不留第二份，人写的话跟着走', async () => {
    const world = await begin();
    world.notes.put(talk(1), talk(2));
    const first = await world.run();
    const from = await world.nameOf(key);
    world.notes.put(talk(1, { title: '备用信用证', slug: '备用信用证' }));
    const done = await world.run();
    const to = done.outcomes.find((one) => one.key === key)!;
    expect(['updated', 'moved']).toContain(to.did);
    expect(to.from).toBe(from);
    const names = new Set((await world.place.pages()).keys());
    expect(names.has(to.name)).toBe(true);
    expect(names.size).toBe(first.outcomes.length);
    expect(Object.keys(counts(await world.run()))).toEqual(['same']);
  });

  test.runIf(pages)('有人挪了页：找得到，在新地方更新，别的页的链接跟过去', async (context) => {
    const world = await begin();
    const { rename } = world.place;
    if (!rename) return context.skip();
    world.notes.put(talk(1), talk(2));
    const first = await world.run();
    const from = await world.nameOf(key);
    const to = from.replace(/[^/]+?(?=(?:\.\w+)?$)/u, '人起的名字');
    await rename.call(world.place, from, to);
    world.notes.put(talk(1, { sections: [section('结汇', '汇票和单据一起交单。')] }));
    const done = await world.run();
    expect(done.outcomes.find((one) => one.key === key)).toMatchObject({ did: 'updated', name: to });
    const found = await world.place.pages();
    expect(found.size).toBe(first.outcomes.length);
    expect(await world.read(to)).toContain('汇票和单据一起交单');
    const others = [...found].filter(([name, content]) => name !== to && typeof content === 'string');
    const linking = others.filter(([, text]) => /人起的名字|%E4%BA%BA%E8%B5%B7/u.test(String(text)));
    expect(linking.length > 0).toBe(others.length > 0);
    expect(Object.keys(counts(await world.run()))).toEqual(['same']);
  });

  test.runIf(pages)('名字已被别人的页占用：那页不动，我们的另取一个', async () => {
    const world = await begin();
    world.notes.put(talk(1));
    const name = await world.nameOf(key);
    await world.place.edit(name, () => '这是别人写的一页。\n');
    const foreign = (await world.place.pages()).get(name);
    const done = await world.run();
    expect(deedOf(done, key)).toBe('created');
    const found = await world.place.pages();
    expect(found.get(name)).toEqual(foreign);
    expect(found.size).toBe(done.outcomes.length + 1);
    expect(Object.keys(counts(await world.run()))).toEqual(['same']);
  });
};
