import { expect, test } from 'vitest';
import type { Part } from '../contract.js';
import { section, talk } from '../talks.js';
import { counts, deedOf } from '../world.js';

const words = '编辑补充：见《跟单信用证统一惯例》。';
const changed = talk(1, {
  sections: [
    section('开证', '开证行先审申请书，再落保证金。'),
    section('审单', '单据要在五个银行工作日内审完。', 2),
  ],
});

/** What people wrote, and what becomes of it. */
export const edited: Part = (begin, { merges, pages }) => {
  test.runIf(pages)('有人改过、笔记没变：那一页不动', async () => {
    const world = await begin();
    world.notes.put(talk(1));
    await world.run();
    const name = await world.nameOf(`talk:${talk(1).id}`);
    await world.place.edit(name, (text) => `${text}\n${words}\n`);
    const before = await world.place.trace();
    await world.run();
    expect(await world.place.trace()).toBe(before);
  });

  test.runIf(pages && merges)('有人改过、笔记也变了：两边都在', async () => {
    const world = await begin();
    world.notes.put(talk(1));
    await world.run();
    const name = await world.nameOf(`talk:${talk(1).id}`);
    await world.place.edit(name, (text) => text.replace('先问客户是否接受。', `先问客户是否接受。${words}`));
    world.notes.put(changed);
    expect(deedOf(await world.run(), `talk:${talk(1).id}`)).toBe('merged');
    const text = String((await world.place.pages()).get(name));
    expect(text).toContain(words);
    expect(text).toContain('再落保证金');
    expect(Object.keys(counts(await world.run()))).toEqual(['same']);
  });

  test.runIf(pages && merges)('同一处都改了：人写的留下，一字不少', async () => {
    const world = await begin();
    world.notes.put(talk(1));
    await world.run();
    const name = await world.nameOf(`talk:${talk(1).id}`);
    await world.place.edit(name, (text) => text.replace('开证行先审申请书。', `开证行先审申请书。${words}`));
    world.notes.put(changed);
    const done = await world.run();
    const outcome = done.outcomes.find(({ key }) => key === `talk:${talk(1).id}`)!;
    expect(outcome.conflicts).toBe(1);
    expect(String((await world.place.pages()).get(name))).toContain(words);
    expect(Object.keys(counts(await world.run()))).toEqual(['same']);
  });

  test.runIf(pages)('--on-conflict keep：改过的页原样留下，并且说出来', async () => {
    const world = await begin();
    world.notes.put(talk(1));
    await world.run();
    const name = await world.nameOf(`talk:${talk(1).id}`);
    await world.place.edit(name, (text) => text.replace('先问客户是否接受。', words));
    const kept = String((await world.place.pages()).get(name));
    world.notes.put(changed);
    expect(deedOf(await world.run({ onConflict: 'keep' }), `talk:${talk(1).id}`)).toBe('kept');
    expect(String((await world.place.pages()).get(name))).toBe(kept);
  });

  test.runIf(pages && merges)('改回上一版的话：机器不再改一次', async () => {
    const world = await begin();
    world.notes.put(talk(1));
    await world.run();
    const name = await world.nameOf(`talk:${talk(1).id}`);
    world.notes.put(changed);
    await world.run();
    await world.place.edit(name, (text) => text.replaceAll('，再落保证金', ''));
    const before = await world.place.trace();
    await world.run();
    expect(await world.place.trace()).toBe(before);
    world.notes.put({ ...changed, qa: [] });
    await world.run();
    const text = String((await world.place.pages()).get(name));
    expect(text).not.toContain('再落保证金');
    expect(text).not.toContain('不符点怎么办');
  });

  test.runIf(pages)('有人删了：不再新建，除非 --restore', async () => {
    const world = await begin();
    world.notes.put(talk(1));
    await world.run();
    const name = await world.nameOf(`talk:${talk(1).id}`);
    await world.place.remove(name);
    world.notes.put(changed);
    expect(deedOf(await world.run(), `talk:${talk(1).id}`)).toBe('deleted');
    const left = await world.place.pages();
    expect(left.has(name)).toBe(false);
    const last = name.split('/').at(-1)!;
    for (const [other, text] of left) expect(String(text), other).not.toContain(last);
    expect(deedOf(await world.run({ restore: true }), `talk:${talk(1).id}`)).toBe('created');
    expect((await world.place.pages()).has(name)).toBe(true);
  });
};
