import { expect, test } from 'vitest';
import type { Upstream } from '../../../src/publish/target.js';
import { span } from '../../note.js';
import type { Part } from '../contract.js';
import { talk } from '../talks.js';
import { counts, deedOf } from '../world.js';

/** A run that fails when all pages are written. */
const endless = (upstream: Upstream): Upstream =>
  new Proxy(upstream, {
    get(target, name) {
      const value = Reflect.get(target, name, target);
      if (name === 'finish') return () => Promise.reject(new Error('killed'));
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

/** What must not take pages away, and what must; what the engine alone decides is not tried where writing is slow. */
export const safe: Part = (begin, { pages, slow = false }) => {
  test.runIf(pages && !slow)('没做完的一次之后只给一份笔记：别的分享一页不少', async () => {
    const world = await begin();
    world.notes.put(talk(1), talk(2));
    await world.run({}, endless).catch(() => undefined);
    const before = new Set((await world.place.pages()).keys());
    world.notes.drop(talk(2));
    expect(counts(await world.run()).removed).toBeUndefined();
    expect(new Set((await world.place.pages()).keys())).toEqual(before);
  });

  test.runIf(pages && !slow)('--prune 遇到坏笔记、空文件夹：一页也不撤', async () => {
    const world = await begin();
    world.notes.put(talk(1), talk(2));
    await world.run();
    world.notes.drop(talk(1));
    world.notes.drop(talk(2));
    await expect(world.run({ prune: true })).rejects.toMatchObject({ code: 'notes-none' });
    world.notes.put(talk(1), talk(2));
    expect(counts(await world.run()).created).toBeUndefined();
  });

  test.runIf(pages)('不要外传的页被人改过：留给人撤，但要说出来', async () => {
    const world = await begin();
    world.notes.put(talk(1), talk(2));
    await world.run();
    const name = await world.nameOf(`talk:${talk(2).id}`);
    await world.place.edit(name, (text) => text.replace('先问客户是否接受。', '我来补一句。'));
    world.notes.put(talk(2, { restrictions: [span('请勿外传', 2)] }));
    expect(deedOf(await world.run(), `talk:${talk(2).id}`)).toBe('withheld');
  });

  test('--only 里不认识的词：拒绝', async () => {
    const world = await begin();
    world.notes.put(talk(1));
    await expect(world.run({ only: ['talkk'] })).rejects.toMatchObject({ code: 'only-unknown' });
  });
};
