import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inTurn } from '../../../src/publish/engine/in-turn.js';

test('结果按原来的次序，同时做的不超过所说的', async () => {
  let [now, most] = [0, 0];
  const done = await inTurn([30, 1, 20, 2, 10], 2, async (ms) => {
    most = Math.max(most, ++now);
    await pause(ms);
    now--;
    return ms * 2;
  });
  expect(done).toEqual([60, 2, 40, 4, 20]);
  expect(most).toBe(2);
});

test('一个出了错：别的不再开始，已经开始的先做完，再报第一个错', async () => {
  const ended: number[] = [];
  const work = inTurn([1, 2, 3, 4, 5], 2, async (one) => {
    if (one === 2) throw new Error('磁盘满了');
    await pause(20);
    ended.push(one);
  });
  await expect(work).rejects.toThrow('磁盘满了');
  expect(ended).toEqual([1]);
});
