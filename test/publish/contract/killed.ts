import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
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

/** Ends a run where it would rename a file for the n-th time: pages are written beside their places, then put there. */
async function endingAtRename(at: number, run: () => Promise<unknown>): Promise<boolean> {
  const { renameSync } = fs;
  let left = at;
  fs.renameSync = (...paths) => {
    left--;
    if (left < 0) throw Object.assign(new Error('killed'), { code: 'ENOSPC' });
    renameSync(...paths);
  };
  syncBuiltinESMExports();
  try {
    await run().catch(() => undefined);
  } finally {
    fs.renameSync = renameSync;
    syncBuiltinESMExports();
  }
  return left < 0;
}

const changed = talk(1, {
  title: '备用信用证',
  slug: '备用信用证',
  sections: [section('结汇', '汇票和单据一起交单。')],
});

/** A run that is ended at any change is gone on with by the next, with the same end. */
export const killed: Part = (begin, { target, slow = false }) => {
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

  test.runIf(target.takes === 'folder')(
    '写好了、还没放到位就被杀，哪一页都一样：下一次接着做完',
    async () => {
      const plain = await begin();
      plain.notes.put(talk(1), talk(2));
      await plain.run();
      plain.notes.put(changed);
      await plain.run();
      const end = await plain.text();
      let moments = 0;
      for (let ended = true; ended; moments++) {
        const world = await begin();
        world.notes.put(talk(1), talk(2));
        await world.run();
        world.notes.put(changed);
        ended = await endingAtRename(moments, () => world.run());
        const next = counts(await world.run());
        expect([moments, next.refused ?? 0, next.raced ?? 0]).toEqual([moments, 0, 0]);
        expect(await world.text(), `第 ${moments} 处`).toBe(end);
        expect(Object.keys(counts(await world.run()))).toEqual(['same']);
      }
      expect(moments).toBeGreaterThan(1);
    },
  );
};
