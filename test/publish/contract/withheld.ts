import { expect, test } from 'vitest';
import { span } from '../../note.js';
import type { Part } from '../contract.js';
import { section, talk } from '../talks.js';
import { deedOf } from '../world.js';

const asked = { restrictions: [span('请勿外传', 2)] };
const alone = { title: '保理内幕', slug: '保理内幕', speakers: [{ name: '苍耳', aliases: [] }] };

/** What must not be published, and what is to go; what the engine alone decides is not tried where writing is slow. */
export const withheld: Part = (begin, { pages, merges, slow = false }) => {
  test('讲者要求不要外传：哪一页都不提', async () => {
    const world = await begin();
    world.notes.put(talk(1), talk(2, { ...alone, ...asked }));
    const done = await world.run();
    expect(done.restricted).toEqual([talk(2).id]);
    for (const word of ['保理内幕', '苍耳']) expect(await world.text()).not.toContain(word);
  });

  test.runIf(pages)('发布以后才要求不要外传：已有的页撤下', async () => {
    const world = await begin();
    world.notes.put(talk(1), talk(2, alone));
    await world.run();
    expect(await world.text()).toContain('苍耳');
    world.notes.put(talk(2, { ...alone, ...asked }));
    expect(deedOf(await world.run(), `talk:${talk(2).id}`)).toBe('removed');
    for (const word of ['保理内幕', '苍耳']) expect(await world.text()).not.toContain(word);
  });

  test.runIf(pages)('状态丢了，讲者又要求不要外传：页还在的撤下，看不出人有没有改过的告诉人', async () => {
    const world = await begin();
    world.notes.put(talk(1), talk(2, alone));
    await world.run();
    const at = await world.nameOf(`talk:${talk(2).id}`);
    world.loseState();
    world.notes.put(talk(2, { ...alone, ...asked }));
    const done = await world.run();
    const deed = deedOf(done, `talk:${talk(2).id}`);
    expect(['removed', 'withheld']).toContain(deed);
    expect(/保理内幕|苍耳/u.test(await world.read(at))).toBe(deed === 'withheld');
    const again = await world.run();
    expect(deedOf(again, `talk:${talk(2).id}`)).toBe(deed === 'withheld' ? 'withheld' : undefined);
  });

  test.runIf(pages && !slow)(
    '状态丢了：只有那场分享才有的讲者页、还写着它的列表，也要告诉人或撤下，不是一声不响',
    async () => {
      const world = await begin();
      world.notes.put(talk(1), talk(2, alone));
      await world.run();
      world.loseState();
      world.notes.put(talk(2, { ...alone, ...asked }));
      const named = async () => {
        const { outcomes } = await world.run();
        const told = new Set(outcomes.flatMap((one) => (one.stillNames || one.withheld ? [one.name] : [])));
        const left = [...(await world.place.pages())].flatMap(([name, content]) =>
          String(content).includes(alone.title) ? [name] : [],
        );
        const own = outcomes.filter(({ did }) => did === 'withheld').map(({ name }) => name);
        return left.filter((name) => !told.has(name) && !own.includes(name));
      };
      expect(await named()).toEqual([]);
      expect(await named()).toEqual([]);
    },
  );

  test.runIf(pages && !slow)('状态丢过，人改过的页一直不认；后来要求不要外传，也找得到', async () => {
    const world = await begin();
    world.notes.put(talk(1), talk(2, alone));
    await world.run();
    const at = await world.nameOf(`talk:${talk(2).id}`);
    await world.place.edit(at, (text) => text.replace('先问客户是否接受。', '我来补一句。'));
    world.loseState();
    await world.run();
    world.notes.put(talk(2, { ...alone, ...asked }));
    expect(deedOf(await world.run(), `talk:${talk(2).id}`)).toBe('withheld');
    expect(deedOf(await world.run(), `talk:${talk(2).id}`)).toBe('withheld');
  });

  test.runIf(pages && !slow)('--only 只要别的，讲者又要求不要外传：哪一页都不再提', async () => {
    const world = await begin();
    world.notes.put(talk(1), talk(2, alone), talk(3));
    await world.run();
    const at = await world.nameOf(`talk:${talk(3).id}`);
    const before = await world.read(at);
    world.notes.put(talk(2, { ...alone, ...asked }), talk(3, { sections: [section('开证', '改过的话。')] }));
    await world.run({ only: [talk(1).id] });
    for (const word of ['保理内幕', '苍耳']) expect(await world.text()).not.toContain(word);
    expect(await world.read(at)).toBe(before);
  });

  test.runIf(pages && merges)('人改过提到它的那一行：页留着，要人自己去掉', async () => {
    const world = await begin();
    world.notes.put(talk(1), talk(2, alone));
    await world.run();
    const list = await world.nameOf('index:talks');
    await world.place.edit(list, (text) => text.replace(/^(.*保理内幕.*)$/mu, '$1（必读）'));
    world.notes.put(talk(2, { ...alone, ...asked }));
    const done = await world.run();
    const key = `talk:${talk(2).id}`;
    expect(await world.read(list)).toContain('（必读）');
    expect(done.outcomes.find((one) => one.key === 'index:talks')?.stillNames).toEqual([key]);
    expect(done.outcomes.filter(({ stillNames }) => stillNames)).toHaveLength(1);
    const named = async () =>
      (await world.run()).outcomes.flatMap(({ key, stillNames }) => (stillNames ? [key] : []));
    expect(await named()).toEqual(['index:talks']);
    world.notes.put(talk(1, { title: '改了题目的一讲' }));
    expect(await named()).toEqual(['index:talks']);
    await world.place.edit(list, (text) => text.replaceAll('保理内幕', '另一讲'));
    expect(await named()).toEqual([]);
    await world.place.edit(list, (text) => text.replaceAll('另一讲', '保理内幕'));
    expect(await named()).toEqual([]);
  });

  test.runIf(pages && !slow)('人改过的页旁边放了新的一份，讲者又要求不要外传：那一份撤下', async () => {
    const world = await begin();
    world.notes.put(talk(1), talk(2, alone));
    await world.run();
    const at = await world.nameOf(`talk:${talk(2).id}`);
    await world.place.edit(at, (text) => text.replace('先问客户是否接受。', '我来补一句。'));
    world.notes.put(talk(2, { ...alone, sections: [section('融资', '内幕的新版本。')] }));
    const copied = (await world.run({ onConflict: 'copy' })).outcomes.find(({ did }) => did === 'copied');
    expect(copied && (await world.place.pages()).has(copied.name)).toBe(true);
    world.notes.put(talk(2, { ...alone, ...asked }));
    const done = await world.run();
    expect(done.outcomes.map(({ key, did }) => [key, did])).toContainEqual([
      `copy:talk:${talk(2).id}`,
      'removed',
    ]);
    expect(await world.text()).not.toContain('内幕的新版本');
  });

  test.runIf(pages)('笔记没有了：--prune 才撤下，人改过的留给人', async () => {
    const world = await begin();
    world.notes.put(talk(1), talk(2), talk(3, alone));
    await world.run();
    const edited = await world.nameOf(`talk:${talk(2).id}`);
    await world.place.edit(edited, (text) => text.replace('先问客户是否接受。', '我来补一句。'));
    world.notes.drop(talk(2));
    world.notes.drop(talk(3));
    const before = await world.place.trace();
    await world.run();
    expect(await world.place.trace()).toBe(before);
    const done = await world.run({ prune: true });
    expect(deedOf(done, `talk:${talk(3).id}`)).toBe('removed');
    expect(deedOf(done, `talk:${talk(2).id}`)).toBe('left');
    expect((await world.place.pages()).has(edited)).toBe(true);
  });
};
