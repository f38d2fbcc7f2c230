import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { cacheOf } from '../../src/serve/cache.js';

/** An app whose answers are kept; each tells how often it was made. */
function keeping({ passes = false, length = 0 } = {}) {
  const made = new Map<string, number>();
  const world = { now: 0, state: 'one', wait: Promise.resolve() };
  const cache = cacheOf(
    () => world.state,
    () => {},
    () => world.now,
  );
  const app = new Hono();
  app.get('*', (context) =>
    cache.send(context, context.req.path, async () => {
      const { path } = context.req;
      const count = (made.get(path) ?? 0) + 1;
      made.set(path, count);
      await world.wait;
      if (path === '/broken' && count === 1) throw new Error('broken');
      const text = `${path} ${count} ${randomBytes(length).toString('base64')}`;
      return { type: 'text/plain', text, passes };
    }),
  );
  app.onError((error, context) => context.text(error.message, 500));
  const ask = async (path: string) => (await (await app.request(path)).text()).trim();
  return { ask, world };
}

describe('answers that are kept', () => {
  it('are made once for all who ask meanwhile', async () => {
    const { ask, world } = keeping();
    let go = () => {};
    world.wait = new Promise<void>((done) => {
      go = done;
    });
    const answers = Promise.all(['/a', '/a', '/a', '/b'].map(ask));
    go();
    expect(await answers).toEqual(['/a 1', '/a 1', '/a 1', '/b 1']);
  });

  it('are made again where making them failed', async () => {
    const { ask } = keeping();
    expect(await ask('/broken')).toBe('broken');
    expect(await ask('/broken')).toBe('/broken 2');
  });

  it('hold as long as the store does, but for a minute where they show more than the store', async () => {
    for (const [passes, expected] of [
      [false, '/a 1'],
      [true, '/a 2'],
    ] as const) {
      const { ask, world } = keeping({ passes });
      await ask('/a');
      world.now = 59_999;
      expect(await ask('/a')).toBe('/a 1');
      world.now = 60_000;
      expect(await ask('/a')).toBe(expected);
      world.state = 'two';
      expect(await ask('/a')).not.toBe(expected);
    }
  });

  it('made of a store that became another meanwhile are kept for nobody else', async () => {
    const { ask, world } = keeping();
    let go = () => {};
    world.wait = new Promise<void>((done) => {
      go = done;
    });
    const before = ask('/a');
    world.state = 'two';
    world.wait = Promise.resolve();
    expect(await ask('/a')).toBe('/a 2');
    go();
    expect([await before, await ask('/a')]).toEqual(['/a 1', '/a 2']);
  });

  it('take bounded memory: those go that nobody asked for the longest', async () => {
    const { ask } = keeping({ length: 6 << 20 });
    const count = async (path: string) => (await ask(path)).split(' ')[1];
    for (const path of ['/a', '/b', '/c', '/a', '/d', '/e']) await ask(path);
    expect(await count('/a')).toBe('1');
    expect(await count('/b')).toBe('2');
  }, 30_000);
});
