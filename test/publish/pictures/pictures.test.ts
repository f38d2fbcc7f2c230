import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { PublishOptions } from '../../../src/publish/engine/options.js';
import { fetchPicture } from '../../../src/publish/pictures/fetch.js';
import type { TargetOptions, Upstream, Write } from '../../../src/publish/target.js';
import { csv } from '../../../src/publish/targets/csv.js';
import { docx } from '../../../src/publish/targets/docx.js';
import { git } from '../../../src/publish/targets/git.js';
import { skos } from '../../../src/publish/targets/skos.js';
import { xlsx } from '../../../src/publish/targets/xlsx.js';
import type { Note } from '../../../src/schema/note.js';
import { folderPlace, gitAs } from '../folders.js';
import { section, talk } from '../talks.js';
import { counts, World } from '../world.js';
import { beginnings, here, serverOf } from './server.js';

type Policy = TargetOptions['pictures'];

const { png, jpg } = beginnings;

/** A web server with pictures that may be taken away, and runs that may ask it. */
async function begin(files: Record<string, Buffer> = { '/1.png': png, '/2.jpg': jpg }) {
  const answer: RequestListener = ({ url }, response) => {
    const body = files[url!];
    if (body) response.end(body);
    else response.writeHead(404).end('没有');
  };
  const server = await serverOf(answer);
  const place = folderPlace({ binary: /\.(?:png|jpg)$/u });
  onTestFinished(() => place.close?.());
  const world = new World({ target: git, open: async () => place, merges: true, pages: true }, place);
  const publishing = (more: Partial<PublishOptions>, pictures: Policy) => ({
    ...{ options: { ...place.options, pictures, dryRun: more.dryRun ?? false } },
    ...{ fetch: (url: string) => fetchPicture(url, { refuses: here }), ...more },
  });
  const root = place.options.destination;
  return {
    ...{ files, server, world, root },
    run: (
      more: Partial<PublishOptions> = {},
      policy: Policy = 'download',
      through?: (upstream: Upstream) => Upstream,
    ) => world.run(publishing(more, policy), through),
    /** A talk that shows pictures of the server. */
    talk: (number: number, ...paths: string[]): Note =>
      talk(number, {
        sections: [section('开证', paths.map((path) => `看![图](${server.at}${path})`).join('。'))],
      }),
    text: (number: number) =>
      readFileSync(join(root, `talks/2024/2024-05-0${number}-信用证第${number}讲.md`), 'utf8'),
    pictures: async () => [...(await place.pages())].filter(([name]) => name.startsWith('pictures/')),
    asked: () => server.asked.splice(0).map(({ url }) => url),
  };
}

test('图取到页旁边，页用相对路径显示；第二次什么也不取、不写', async () => {
  const { run, world, pictures, text, asked, ...made } = await begin();
  world.notes.put(made.talk(1, '/1.png', '/2.jpg'), made.talk(2, '/1.png'));
  const first = await run();
  expect(first.told.filter((line) => line.includes('picture'))).toEqual([]);
  expect(asked().sort()).toEqual(['/1.png', '/2.jpg']);
  const found = await pictures();
  expect(found.map(([, bytes]) => bytes)).toEqual(expect.arrayContaining([png, jpg]));
  for (const [name] of found) expect(text(1)).toContain(`![图](../../${name})`);
  expect(text(2)).not.toContain(made.server.at);
  expect(gitAs(made.root, 'status', '--porcelain')).toBe('');

  const trace = await world.place.trace();
  expect(Object.keys(counts(await run()))).toEqual(['same']);
  expect(await world.place.trace()).toBe(trace);
  expect(asked()).toEqual([]);
});

test('取不到的留着链接，说出来，不影响别的；下次再试', async () => {
  const { run, world, pictures, text, asked, files, ...made } = await begin({ '/1.png': png });
  world.notes.put(made.talk(1, '/1.png', '/2.jpg'));
  const first = await run();
  const line = `${made.server.at}/2.jpg stays a link: the server has no such picture for us (404) [status]`;
  expect(first.told).toContain(line);
  expect(Object.keys(counts(first))).toEqual(['created']);
  expect(text(1)).toContain(`](${made.server.at}/2.jpg)`);
  expect(text(1)).toContain('](../../pictures/');

  asked();
  files['/2.jpg'] = jpg;
  expect(counts(await run())).toMatchObject({ created: 1, updated: 1 });
  expect(asked()).toEqual(['/2.jpg']);
  expect(text(1)).not.toContain(made.server.at);
  expect(await pictures()).toHaveLength(2);
});

test('取过的图，网上没有了也照样在', async () => {
  const { run, world, pictures, text, files, ...made } = await begin();
  world.notes.put(made.talk(1, '/1.png'));
  await run();
  delete files['/1.png'];
  expect(Object.keys(counts(await run()))).toEqual(['same']);
  expect(await pictures()).toHaveLength(1);
  expect(text(1)).toContain('](../../pictures/');
});

test('讲座不再用的图跟着走；别的讲座还用的不走', async () => {
  const { run, world, pictures, ...made } = await begin();
  world.notes.put(made.talk(1, '/1.png', '/2.jpg'), made.talk(2, '/2.jpg'));
  await run();
  world.notes.put(made.talk(1));
  expect(counts(await run())).toMatchObject({ removed: 1 });
  expect((await pictures()).map(([, bytes]) => bytes)).toEqual([jpg]);
  world.notes.drop(made.talk(2));
  await run();
  expect(await pictures()).toHaveLength(1);
  await run({ prune: true });
  expect(await pictures()).toEqual([]);
});

test('讲者不愿外传：图也收走，哪怕这次只看别的', async () => {
  const { run, world, pictures, ...made } = await begin();
  world.notes.put(made.talk(1, '/1.png'), made.talk(2));
  await run();
  const [span] = made.talk(1).titleFrom;
  world.notes.put({ ...made.talk(1, '/1.png'), restrictions: [span!] });
  await run({ only: [made.talk(2).id] });
  expect(await pictures()).toEqual([]);
});

test.each(['link', 'omit'] as const)('换成 %s：取过的不丢，也不取新的', async (policy) => {
  const { run, world, pictures, text, asked, ...made } = await begin();
  world.notes.put(made.talk(1, '/1.png'));
  await run();
  asked();
  world.notes.put(made.talk(1, '/1.png'), made.talk(2, '/2.jpg'));
  await run({}, policy);
  expect(asked()).toEqual([]);
  expect(await pictures()).toHaveLength(1);
  expect(text(1).includes('](../../pictures/')).toBe(policy === 'link');
  expect(text(2).includes(`](${made.server.at}/2.jpg)`)).toBe(policy === 'link');
  await run();
  expect(asked()).toEqual(['/2.jpg']);
  expect(text(1)).toContain('](../../pictures/');
});

test.each<[string, Partial<PublishOptions>]>([
  ['--since', { since: '2024-05-02' }],
  ['--only 讲座号', { only: [talk(2).id] }],
])('%s：只取要写的页的图；没看的页还显示的图不动', async (_, selection) => {
  const { run, world, pictures, text, asked, ...made } = await begin({
    '/1.png': png,
    '/2.jpg': jpg,
    '/3.png': png,
  });
  world.notes.put(made.talk(1, '/1.png'), made.talk(2));
  await run();
  asked();
  world.notes.put(made.talk(1, '/3.png'), made.talk(2, '/2.jpg'));
  for (let turn = 0; turn < 2; turn++) {
    await run(selection);
    expect(asked()).toEqual(turn ? [] : ['/2.jpg']);
    expect(await pictures()).toHaveLength(2);
    expect(text(1)).toContain((await pictures()).find(([, bytes]) => png.equals(bytes as Buffer))![0]);
    expect(text(2)).toContain('](../../pictures/');
  }
  await run();
  expect(asked()).toEqual(['/3.png']);
  expect(await pictures()).toHaveLength(2);
});

test('--dry-run：什么也不取，说要取几张', async () => {
  const { run, world, asked, ...made } = await begin();
  world.notes.put(made.talk(1, '/1.png', '/2.jpg'));
  const tried = await run({ dryRun: true });
  expect(tried.told).toEqual(['2 pictures would be fetched']);
  expect(asked()).toEqual([]);
  expect((await world.place.pages()).size).toBe(0);
  await run();
  expect((await run({ dryRun: true })).told).toEqual([]);
});

test('有人删了图：页改回链接，不再取；--restore 才再取', async () => {
  const { run, world, pictures, text, asked, ...made } = await begin();
  world.notes.put(made.talk(1, '/1.png'));
  await run();
  const [[name]] = (await pictures()) as [[string, Uint8Array]];
  rmSync(join(made.root, name));
  gitAs(made.root, 'commit', '-qam', '删图');
  asked();
  for (let turn = 0; turn < 2; turn++) {
    expect((await run()).told[0]).toMatch(/^1 picture that people deleted stays a link; --restore/u);
    expect(text(1)).toContain(`](${made.server.at}/1.png)`);
  }
  expect(asked()).toEqual([]);
  await run({ restore: true });
  expect((await pictures()).map(([at]) => at)).toEqual([name]);
  expect(text(1)).toContain('](../../pictures/');
});

test('有人换了图：他的图留着', async () => {
  const { run, world, pictures, ...made } = await begin();
  world.notes.put(made.talk(1, '/1.png'));
  await run();
  const [[name]] = (await pictures()) as [[string, Uint8Array]];
  await world.place.edit(name, () => '人画的图');
  gitAs(made.root, 'commit', '-qam', '换图');
  expect(Object.keys(counts(await run()))).toEqual(['same']);
  world.notes.put(made.talk(1));
  expect(counts(await run())).toMatchObject({ left: 1 });
  expect(String((await pictures())[0]![1])).toBe('人画的图');
});

test('页有人改过、没有更新：页上还显示的图不收走', async () => {
  const { run, world, pictures, text, ...made } = await begin();
  world.notes.put(made.talk(1, '/1.png'));
  await run();
  await world.place.edit('talks/2024/2024-05-01-信用证第1讲.md', (page) => `${page}\n人补的。\n`);
  gitAs(made.root, 'commit', '-qam', '编辑');
  world.notes.put(made.talk(1));
  for (let turn = 0; turn < 2; turn++) {
    expect(counts(await run({ onConflict: 'keep' }))).toMatchObject({ kept: 1 });
    expect(text(1)).toContain((await pictures())[0]![0]);
  }
  expect(counts(await run({ onConflict: 'merge' }))).toMatchObject({ merged: 1, removed: 1 });
  expect(text(1)).toMatch(/人补的/u);
  expect(await pictures()).toEqual([]);
});

test('写图的时候被杀：下一次接着做完，不留半张，不留第二份', async () => {
  const { run, world, pictures, text, ...made } = await begin();
  world.notes.put(made.talk(1, '/1.png', '/2.jpg'));
  for (const after of [false, true]) {
    const killed = (upstream: Upstream): Upstream => ({
      ...upstream,
      async write(page) {
        if (after) await upstream.write(page);
        throw new Error('killed');
      },
    });
    await expect(run({}, 'download', killed)).rejects.toThrow();
  }
  await run();
  expect((await pictures()).map(([, bytes]) => bytes)).toEqual(expect.arrayContaining([png, jpg]));
  expect(await pictures()).toHaveLength(2);
  expect(text(1)).not.toContain(made.server.at);
  expect(Object.keys(counts(await run()))).toEqual(['same']);
});

test('状态丢了：认得旁边的图，不再取，不留第二份', async () => {
  const { run, world, pictures, asked, ...made } = await begin();
  world.notes.put(made.talk(1, '/1.png', '/2.jpg'));
  await run();
  asked();
  const again = new World(world.subject, world.place);
  again.notes.put(made.talk(1, '/1.png', '/2.jpg'));
  const options = { ...world.place.options, pictures: 'download' as const };
  expect(Object.keys(counts(await again.run({ options })))).toEqual(['same']);
  expect(asked()).toEqual([]);
  expect(await pictures()).toHaveLength(2);
});

test.each([docx, csv, xlsx, skos])('$name 旁边放不了图：不取，说出来', async (target) => {
  const server = await serverOf((_, response) => void response.end(png));
  const place = folderPlace();
  onTestFinished(() => place.close?.());
  const world = new World({ target, open: async () => place, merges: false, pages: true }, place);
  world.notes.put(talk(1, { sections: [section('开证', `看![图](${server.at}/1.png)`)] }));
  const { told } = await world.run({ options: { ...place.options, pictures: 'download' } });
  expect(told).toContain(`pictures stay links: ${target.name} has no place for pictures`);
  expect(server.asked).toEqual([]);
  expect((await world.run()).told).toEqual([]);
});

test('放不进去的图留着链接，说出来，别的页照写', async () => {
  const { run, world, pictures, text, ...made } = await begin();
  world.notes.put(made.talk(1, '/1.png', '/2.jpg'));
  const refusing = (upstream: Upstream): Upstream =>
    new Proxy(upstream, {
      get(target, name) {
        const value = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        if (name !== 'write') return value.bind(target);
        return async (page: Write) =>
          page.title.endsWith('/1.png') ? { refused: '不许' } : value.call(target, page);
      },
    });
  const done = await run({}, 'download', refusing);
  expect(done.told).toContain(`${made.server.at}/1.png stays a link: 不许 [refused]`);
  expect(Object.keys(counts(done))).toEqual(['created']);
  expect(text(1)).toContain(`](${made.server.at}/1.png)`);
  expect(await pictures()).toHaveLength(1);
  expect(counts(await run())).toMatchObject({ created: 1, updated: 1 });
});

test('两个地址同一张图：各有各的文件', async () => {
  const { run, world, pictures, ...made } = await begin({ '/1.png': png, '/2.png': png });
  world.notes.put(made.talk(1, '/1.png', '/2.png'));
  await run();
  const names = (await pictures()).map(([name]) => name);
  expect(names).toHaveLength(2);
  for (const name of names) expect(name).toMatch(/^pictures\/[0-9a-f]{32}\.png$/u);
});

test('上游已有的同一张图，由两个地址共用：还有一个地址显示就不收走', async () => {
  const { run, world, pictures, text, ...made } = await begin({ '/1.png': png, '/2.png': png });
  /** Pictures that are there already are shown from where they are. */
  const sharing = (upstream: Upstream): Upstream =>
    Object.assign(Object.create(upstream) as Upstream, {
      async write(page: Write) {
        const [there] = await pictures();
        const head = there && (await upstream.heads([there[0]])).get(there[0]);
        return head && typeof page.content !== 'string'
          ? { revision: head.revision, name: there[0] }
          : upstream.write(page);
      },
    });
  world.notes.put(made.talk(1, '/1.png'));
  await run({}, 'download', sharing);
  const [[name] = []] = await pictures();
  for (const paths of [['/2.png'], ['/1.png', '/2.png'], ['/1.png']]) {
    world.notes.put(made.talk(1, ...paths));
    await run({}, 'download', sharing);
    expect((await pictures()).map(([one]) => one)).toEqual([name]);
    expect(text(1).split(`](../../${name})`)).toHaveLength(paths.length + 1);
  }
  world.notes.put(talk(1));
  await run({}, 'download', sharing);
  expect(await pictures()).toEqual([]);
});

test.each([
  ['没人动过，收走', false],
  ['有人换了，留着', true],
])('上游不给图的内容，只说是哪一版：%s', async (_, changed) => {
  const { run, world, pictures, ...made } = await begin();
  const closed = (upstream: Upstream): Upstream =>
    Object.assign(Object.create(upstream) as Upstream, {
      async read(name: string) {
        const page = await upstream.read(name);
        return page && typeof page.content !== 'string' ? { ...page, content: new Uint8Array() } : page;
      },
    });
  world.notes.put(made.talk(1, '/1.png'));
  await run();
  const [[name] = ['']] = await pictures();
  if (changed) writeFileSync(join(made.root, name), jpg);
  world.notes.put(talk(1));
  const done = await run({}, 'download', closed);
  expect(counts(done)).toMatchObject(changed ? { left: 1 } : { removed: 1 });
  expect(await pictures()).toHaveLength(changed ? 1 : 0);
});
