import { expect, test } from 'vitest';
import { span } from '../../note.js';
import type { Part } from '../contract.js';
import { section, talk } from '../talks.js';
import { counts } from '../world.js';

/** What is written, and when nothing is; what the engine alone decides is not tried where writing is slow. */
export const written: Part = (begin, { slow = false }) => {
  test('第一次：每一页都新建，讲的内容都在', async () => {
    const world = await begin();
    world.notes.put(talk(1), talk(2));
    const done = await world.run();
    expect(Object.keys(counts(done))).toEqual(['created']);
    const names = [...(await world.place.pages()).keys()];
    expect(names.sort()).toEqual(done.outcomes.map(({ name }) => name).sort());
  });

  test('没有变化：第二次什么都不写', async () => {
    const world = await begin();
    world.notes.put(talk(1), talk(2));
    await world.run();
    const before = await world.place.trace();
    expect(Object.keys(counts(await world.run()))).toEqual(['same']);
    expect(await world.place.trace()).toBe(before);
  });

  test('笔记变了：改了的页更新，没改的不动', async () => {
    const world = await begin();
    world.notes.put(talk(1), talk(2));
    const first = await world.run();
    const [term] = talk(1).glossary;
    const glossary = [{ ...term!, definition: [span('不符点就是单证不一致。', 5)] }];
    world.notes.put(talk(1, { sections: [section('结汇', '汇票和单据一起交单。')], glossary }));
    const done = await world.run();
    const { updated = 0, same = 0 } = counts(done);
    expect(updated).toBeGreaterThan(0);
    expect(updated + same).toBe(first.outcomes.length);
    expect(counts(await world.run())).toEqual({ same: first.outcomes.length });
  });

  test('试运行：说出每一页会怎样，什么都不写', async () => {
    const world = await begin();
    world.notes.put(talk(1));
    await world.run();
    const [before, text] = [await world.place.trace(), await world.text()];
    world.notes.put(talk(1, { sections: [section('结汇', '汇票和单据一起交单。')] }), talk(3));
    const { outcomes } = await world.run({ dryRun: true });
    for (const one of outcomes) expect(one.patch !== undefined, one.did).toBe(one.did !== 'same');
    expect(outcomes.some(({ did }) => did === 'created' || did === 'updated')).toBe(true);
    expect(await world.place.trace()).toBe(before);
    expect(await world.text()).toBe(text);
  });

  test.runIf(!slow)('同样的笔记，同样的内容：与顺序和次数无关', async () => {
    const one = await begin();
    one.notes.put(talk(1));
    await one.run();
    one.notes.put(talk(2), talk(3));
    await one.run();
    const names = new Set((await one.place.pages()).keys());
    const two = await begin();
    two.notes.put(talk(3), talk(2), talk(1));
    await two.run();
    expect(new Set((await two.place.pages()).keys())).toEqual(names);
  });

  test('只给一份笔记：别的分享仍在目录和主题里', async () => {
    const world = await begin();
    world.notes.put(talk(1), talk(2));
    await world.run();
    const before = await world.text();
    world.notes.drop(talk(2));
    await world.run();
    expect(await world.text()).toBe(before);
  });
};
