import { copyFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as breath } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { JiangluError } from '../../src/errors.js';
import { search } from '../../src/search/search.js';
import { serveApp } from '../../src/serve/app.js';
import { followed } from '../../src/serve/source.js';
import { removeFile } from '../../src/store/sqlite/open.js';
import { openStore } from '../../src/store/sqlite.js';
import type { Store } from '../../src/store/store.js';
import { folder } from '../cli/jianglu.js';
import { section, talk } from '../store/notes.js';
import { passingFolder, someNotes, storeWith } from './site.js';

const [one, two, three] = someNotes();
const first = await storeWith([one!], passingFolder(), []);
const second = await storeWith([two!, three!], passingFolder(), []);

/** A clock that moves on when it is told, and a store that is followed by it. */
function following() {
  const file = join(folder(), 'jianglu.sqlite');
  copyFileSync(first, file);
  const stores: Store[] = [];
  const told: unknown[] = [];
  let now = 0;
  const source = followed(file, {
    open: (path, whole) => {
      const store = openStore(path, 'read', { whole });
      stores.push(store);
      return store;
    },
    onError: (error) => told.push(error),
    now: () => now,
  });
  onTestFinished(() => source.close());
  const talks = () =>
    source.using((store) => store.talks({}, 100, 0)).then((heads) => heads.map(({ id }) => id));
  /** Makes another store at the same path, as somebody would who deletes it and indexes anew. */
  const replace = () => {
    removeFile(file);
    copyFileSync(second, file);
  };
  return { file, source, stores, told, talks, replace, wait: (ms: number) => (now += ms) };
}

const isOpen = (store: Store) =>
  store.size().then(
    () => true,
    () => false,
  );

describe('a source that is closed', () => {
  it('begins no more work, and keeps the store open for what is under way', async () => {
    const { source, stores } = following();
    let go = () => {};
    const wait = new Promise<void>((done) => (go = done));
    const running = source.using(async (store) => {
      await wait;
      return store.talks({}, 10, 0);
    });
    const closing = source.close();
    await expect(source.using((store) => store.size())).rejects.toThrow('broken');
    expect(await isOpen(stores[0]!)).toBe(true);
    go();
    expect(await running).toHaveLength(1);
    await closing;
    expect(await isOpen(stores[0]!)).toBe(false);
  });
});

describe('a server that stops', () => {
  it('begins nothing that waits for its turn', async () => {
    const { source } = following();
    let go = () => {};
    const wait = new Promise<void>((done) => (go = done));
    let begun = 0;
    const { app } = serveApp({
      source,
      find: async (...args) => {
        begun++;
        await wait;
        return search(...args);
      },
      logs: [],
    });
    const ask = (word: string) => app.request(`/api/v1/search?q=${word}`, { headers: { host: 'localhost' } });
    const asked = ['商户', '风险', '收单'].map(ask);
    while (begun === 0) await breath();
    const closing = source.close();
    go();
    await closing;
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 500, 500]);
    expect(begun).toBe(1);
  });
});

describe('a store that is reached by a link', () => {
  it('is seen to change, though its log lies beside the file itself', async () => {
    const [file, link] = [join(folder(), 'jianglu.sqlite'), join(folder(), 'link.sqlite')];
    copyFileSync(first, file);
    symlinkSync(file, link);
    let now = 0;
    const source = followed(link, {
      open: (path) => openStore(path, 'read'),
      onError: () => {},
      now: () => now,
    });
    onTestFinished(() => source.close());
    await source.using((store) => store.size());
    const before = source.state();
    const writer = openStore(file, 'write');
    await writer.write([], [one!.file]);
    now += 500;
    expect(source.state()).not.toBe(before);
    await writer.close();
  });
});

describe('a store whose file is replaced', () => {
  it('is opened anew within half a second, and the old one closed', async () => {
    const { talks, replace, wait, source, stores } = following();
    expect(await talks()).toEqual([one!.note.id]);
    const before = source.state();
    replace();
    expect(await talks()).toEqual([one!.note.id]);
    wait(500);
    expect(await talks()).toHaveLength(2);
    expect(source.state()).not.toBe(before);
    expect(await isOpen(stores[0]!)).toBe(false);
  });

  it('stays open for who began with it', async () => {
    const { source, replace, wait, stores } = following();
    await source.using(async (store) => {
      replace();
      wait(500);
      await source.using(async (other) => expect(other).not.toBe(store));
      expect((await store.talks({}, 100, 0)).map(({ id }) => id)).toEqual([one!.note.id]);
    });
    await expect.poll(() => isOpen(stores[0]!)).toBe(false);
    expect(await isOpen(stores[1]!)).toBe(true);
  });

  it('is closed at the end when the work on it is done', async () => {
    const { source, stores } = following();
    const work = source.using(async (store) => {
      await breath();
      return store.size();
    });
    await source.close();
    expect((await work).talks).toBe(1);
    expect(await isOpen(stores[0]!)).toBe(false);
  });

  it('goes on answering while no file is there, or none that is a store; that is told once', async () => {
    const { file, talks, source, wait, told } = following();
    const before = source.state();
    removeFile(file);
    wait(500);
    expect([await talks(), source.state()]).toEqual([[one!.note.id], before]);
    writeFileSync(file, 'no store, and long enough to be looked into '.repeat(50));
    for (const _ of 'abc') {
      wait(500);
      expect([await talks(), source.state()]).toEqual([[one!.note.id], before]);
    }
    expect(told).toEqual([expect.any(JiangluError)]);
    expect(told).toEqual([expect.objectContaining({ code: 'index-invalid' })]);
  });

  it('goes on answering while the new one is being made, also where its making was broken off', async () => {
    const { file, talks, source, wait, told } = following();
    const before = source.state();
    removeFile(file);
    const broken = openStore(file, 'write');
    await broken.write([talk('甲', { sections: [section('票据', '承兑')] })], []);
    for (const _ of 'ab') {
      wait(500);
      expect([await talks(), source.state()]).toEqual([[one!.note.id], before]);
    }
    expect(told).toEqual([expect.objectContaining({ code: 'index-unfinished' })]);
    const next = openStore(file, 'write');
    await next.write([talk('乙', { sections: [section('票据', '贴现')] })], []);
    wait(500);
    expect(await talks()).toEqual([one!.note.id]);
    await next.close();
    wait(500);
    expect(await talks()).toHaveLength(2);
    await broken.close();
  });

  it('is what pages show then, whatever was rendered of the one before', async () => {
    const { source, replace, wait } = following();
    const { app } = serveApp({ source, find: search, logs: [] });
    const page = async (path: string) => {
      const answer = await app.request(path, { headers: { host: 'localhost' } });
      return { status: answer.status, text: await answer.text() };
    };
    const paths = ['/', '/talks', '/speakers', '/api/v1/talks', '/metrics'];
    const before = await Promise.all(paths.map(page));
    replace();
    wait(500);
    const after = await Promise.all(paths.map(page));
    expect(after.map(({ status }) => status)).toEqual(paths.map(() => 200));
    for (const [index, path] of paths.entries())
      expect([path, after[index]!.text]).not.toEqual([path, before[index]!.text]);
    expect((await page(`/talks/${encodeURIComponent(two!.note.id)}`)).status).toBe(200);
    expect((await page(`/talks/${encodeURIComponent(one!.note.id)}`)).status).toBe(404);
  });
});

describe('the state of a store', () => {
  it('is another once the file or its log of changes was written, looked at twice a second at most', async () => {
    const { file, source, wait } = following();
    const first = source.state();
    copyFileSync(file, `${file}-wal`);
    expect(source.state()).toBe(first);
    wait(500);
    const second = source.state();
    expect(second).not.toBe(first);
    wait(500);
    expect(source.state()).toBe(second);
  });
});
