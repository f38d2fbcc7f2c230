import { expect, test } from 'vitest';
import type { Upstream } from '../../../src/publish/target.js';
import type { Part } from '../contract.js';
import { section, talk } from '../talks.js';
import { counts } from '../world.js';

/** Ends a run at its n-th change, before or after it was made. */
function ending(at: number, after: boolean): (upstream: Upstream) => Upstream {
  let left = at;
  return (upstream) => {
    const guarded =
      <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
      async (...args: A): Promise<R> => {
        left--;
        if (left < 0) throw new Error('killed');
        if (left > 0 || after) {
          const done = await work(...args);
          if (left > 0) return done;
        }
        throw new Error('killed');
      };
    return new Proxy(upstream, {
      get(target, name) {
        const value = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        const bound = value.bind(target);
        return name === 'write' || name === 'move' || name === 'remove' ? guarded(bound) : bound;
      },
    });
  };
}

const changed = talk(1, {
  title: '备用信用证',
  slug: '备用信用证',
  sections: [section('结汇', '汇票和单据一起交单。')],
});

/** A run that is ended at any change is gone on with by the next, with the same end. */
export const killed: Part = (begin, { slow = false }) => {
  test.each([false, true])('在写入处被杀（写入之后：%s）：下一次接着做完，没有重复的页', async (after) => {
    const plain = await begin();
    plain.notes.put(talk(1), talk(2));
    await plain.run();
    const first = await plain.text();
    plain.notes.put(changed);
    const changes = counts(await plain.run());
    const second = await plain.text();
    const most = (changes.updated ?? 0) + (changes.created ?? 0) + 1;
    const moments = slow ? [2] : [1, 2, Math.ceil(most / 2), most - 1, most];
    for (const at of new Set(moments)) {
      const world = await begin();
      world.notes.put(talk(1), talk(2));
      await world.run({}, ending(at, after)).catch(() => undefined);
      await world.run();
      expect(await world.text(), `新建 ${at}`).toBe(first);
      world.notes.put(changed);
      await world.run({}, ending(at, after)).catch(() => undefined);
      await world.run();
      expect(await world.text(), `更新 ${at}`).toBe(second);
      expect(Object.keys(counts(await world.run()))).toEqual(['same']);
    }
  });
};
