import { setImmediate as breath } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { turns } from '../../src/serve/turns.js';

describe('turns', () => {
  it('does one work after the other, and lets others by in between', async () => {
    const said: string[] = [];
    const inTurn = turns();
    const work = (name: string) =>
      inTurn(async () => {
        said.push(`${name} begins`);
        await Promise.resolve();
        said.push(`${name} ends`);
      });
    const all = Promise.all([work('a'), work('b')]);
    const others = (async () => {
      for (let i = 0; i < 2; i++) {
        await breath();
        said.push('other');
      }
    })();
    await Promise.all([all, others]);
    expect(said.filter((one) => one !== 'other')).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
    expect(said.slice(said.indexOf('a ends'), said.indexOf('b begins'))).toContain('other');
  });

  it('goes on after a work that failed', async () => {
    const inTurn = turns();
    await expect(inTurn(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await inTurn(async () => 'yes')).toBe('yes');
  });
});
