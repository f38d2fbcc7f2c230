import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Upstream } from '../../../src/publish/target.js';
import { git } from '../../../src/publish/targets/git.js';
import { folderPlace, gitAs } from '../folders.js';
import { section, talk } from '../talks.js';
import { counts, deedOf, World } from '../world.js';

const key = `talk:${talk(1).id}`;
const file = 'talks/2024/2024-05-01-信用证第1讲.md';
const changed = talk(1, { sections: [section('开证', '开证行先审申请书，再落保证金。')] });

function begin() {
  const place = folderPlace();
  onTestFinished(() => place.close?.());
  const root = place.options.destination;
  return {
    root,
    world: new World({ target: git, open: async () => place, merges: true, pages: true }, place),
  };
}

const log = (root: string) =>
  gitAs(root, 'log', '--format=%B%x00')
    .split('\0')
    .filter((one) => one.trim());

test('一次运行一个提交，说明列出改了的页；没有变化就没有提交', async () => {
  const { root, world } = begin();
  world.notes.put(talk(1));
  await world.run();
  expect(log(root)).toHaveLength(1);
  expect(log(root)[0]).toContain(`created ${file}`);
  expect(gitAs(root, 'status', '--porcelain')).toBe('');
  await world.run();
  expect(log(root)).toHaveLength(1);
  world.notes.put(changed);
  await world.run();
  expect(log(root)).toHaveLength(2);
  expect(log(root)[0]).toMatch(new RegExp(`1 page brought.*updated ${file}`, 'su'));
});

test('只提交自己的：别人暂存的、没暂存的、没跟踪的都原样留着', async () => {
  const { root, world } = begin();
  world.notes.put(talk(1));
  await world.run();
  writeFileSync(join(root, 'staged.txt'), '暂存');
  gitAs(root, 'add', 'staged.txt');
  writeFileSync(join(root, 'loose.txt'), '没跟踪');
  world.notes.put(changed);
  await world.run();
  expect(gitAs(root, 'show', '--stat', '--format=')).not.toContain('.txt');
  expect(gitAs(root, 'status', '--porcelain')).toBe('A  staged.txt\n?? loose.txt\n');
});

test('有人正在改、还没提交的页：不碰，说出来；提交以后再合并', async () => {
  const { root, world } = begin();
  world.notes.put(talk(1));
  await world.run();
  const path = join(root, file);
  writeFileSync(path, `${readFileSync(path, 'utf8')}\n我还没写完\n`);
  const before = readFileSync(path, 'utf8');
  world.notes.put(changed);
  const done = await world.run();
  expect(done.outcomes.find((one) => one.key === key)).toMatchObject({
    did: 'refused',
    detail: 'it has changes that nobody committed',
  });
  expect(readFileSync(path, 'utf8')).toBe(before);
  gitAs(root, 'commit', '-qam', '写完了');
  expect(deedOf(await world.run(), key)).toBe('merged');
  expect(readFileSync(path, 'utf8')).toMatch(/再落保证金[\s\S]*我还没写完/u);
});

test('状态丢了：从 git 的历史里找回上次的样子，照样合并，不留第二份', async () => {
  const one = begin();
  one.world.notes.put(talk(1), talk(2));
  const first = await one.world.run();
  const path = join(one.root, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace('先问客户是否接受。', '先问客户。人补的。'));
  gitAs(one.root, 'commit', '-qam', '编辑');
  const again = new World(one.world.subject, one.world.place);
  again.notes.put(changed, talk(2));
  const done = await again.run();
  expect(deedOf(done, key)).toBe('merged');
  expect(readFileSync(path, 'utf8')).toMatch(/再落保证金[\s\S]*人补的/u);
  expect((await one.world.place.pages()).size).toBe(first.outcomes.length);
  expect(Object.keys(counts(await again.run()))).toEqual(['same']);
});

test('提交之前被杀：下一次把写好的页提交', async () => {
  const { root, world } = begin();
  world.notes.put(talk(1));
  await world
    .run({}, (upstream) => ({ ...upstream, finish: () => Promise.reject(new Error('killed')) }))
    .catch(() => {});
  expect(gitAs(root, 'status', '--porcelain')).not.toBe('');
  await world.run();
  expect(gitAs(root, 'status', '--porcelain')).toBe('');
  expect(log(root)[0]).toContain(`finished ${file}`);
});

test('第一次 --push 就记住推到哪里；没有可推的地方，什么也不做', async () => {
  const { root, world } = begin();
  const remote = mkdtempSync(join(tmpdir(), 'jianglu-remote-'));
  onTestFinished(() => rmSync(remote, { recursive: true, force: true }));
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', remote]);
  execFileSync('git', ['init', '-q', '-b', 'main', root]);
  world.notes.put(talk(1));
  const options = { ...world.place.options, push: true };
  await expect(world.run({ options })).rejects.toMatchObject({ code: 'git-remote-missing' });
  expect(readdirSync(root)).toEqual(['.git']);
  gitAs(root, 'remote', 'add', 'nas', remote);
  expect((await world.run({ options })).told).toContain('pushed');
  expect(gitAs(root, 'rev-parse', '--abbrev-ref', '@{upstream}').trim()).toBe('nas/main');
});

test('git 说的错误原样转告', async () => {
  const { root, world } = begin();
  execFileSync('git', ['init', '-q', '-b', 'main', root]);
  gitAs(root, 'remote', 'add', 'origin', join(root, 'nowhere'));
  world.notes.put(talk(1));
  await expect(world.run({ options: { ...world.place.options, push: true } })).rejects.toMatchObject({
    code: 'git-failed',
    message: expect.stringContaining('does not appear to be a git repository'),
  });
});

test('说了 --push 才推，推之前先取别人的', async () => {
  const { root, world } = begin();
  const remote = mkdtempSync(join(tmpdir(), 'jianglu-remote-'));
  onTestFinished(() => rmSync(remote, { recursive: true, force: true }));
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', remote]);
  execFileSync('git', ['init', '-q', '-b', 'main', root]);
  gitAs(root, 'remote', 'add', 'origin', remote);
  world.notes.put(talk(1));
  await world.run();
  const pushed = () =>
    execFileSync('git', ['-C', remote, 'log', '--all', '--format=%s'], { encoding: 'utf8' });
  expect(pushed()).toBe('');
  gitAs(root, 'push', '-q', '-u', 'origin', 'main');

  const other = mkdtempSync(join(tmpdir(), 'jianglu-other-'));
  onTestFinished(() => rmSync(other, { recursive: true, force: true }));
  execFileSync('git', ['clone', '-q', remote, other]);
  writeFileSync(
    join(other, file),
    readFileSync(join(other, file), 'utf8').replace('先问客户是否接受。', '别处的编辑。'),
  );
  gitAs(other, 'commit', '-qam', '别处');
  gitAs(other, 'push', '-q');

  world.notes.put(changed);
  const done = await world.run({ options: { ...world.place.options, push: true } });
  expect(deedOf(done, key)).toBe('merged');
  expect(done.told).toContain('pushed');
  gitAs(other, 'pull', '-q');
  expect(readFileSync(join(other, file), 'utf8')).toMatch(/再落保证金[\s\S]*别处的编辑/u);
});

test('仓库里的一个子目录：只管那里', async () => {
  const { root, world } = begin();
  execFileSync('git', ['init', '-q', '-b', 'main', root]);
  writeFileSync(join(root, 'README.md'), '团队的仓库\n');
  gitAs(root, 'add', '-A');
  gitAs(root, 'commit', '-qm', '开始');
  world.notes.put(talk(1));
  const options = { ...world.place.options, destination: join(root, '笔记') };
  await world.run({ options });
  expect(gitAs(root, 'show', '--name-only', '--format=').split('\n')).toContain(
    `"笔记/${file}"`.replace(/"/gu, ''),
  );
  expect(gitAs(root, 'status', '--porcelain')).toBe('');
  expect(readFileSync(join(root, 'README.md'), 'utf8')).toBe('团队的仓库\n');
});

test('提交失败：不留暂存的东西；人接着改的、没提交的，下一次也不碰', async () => {
  const { root, world } = begin();
  world.notes.put(talk(1));
  await world.run();
  const hook = join(root, '.git/hooks/pre-commit');
  writeFileSync(hook, '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  world.notes.put(changed);
  await expect(world.run()).rejects.toMatchObject({ code: 'git-failed' });
  expect(gitAs(root, 'diff', '--cached', '--name-only')).toBe('');
  rmSync(hook);
  writeFileSync(join(root, file), `${readFileSync(join(root, file), 'utf8')}\n我还没写完\n`);
  const head = gitAs(root, 'rev-parse', 'HEAD');
  world.notes.put({ ...changed, qa: [] });
  expect(deedOf(await world.run(), key)).toBe('refused');
  expect(gitAs(root, 'show', 'HEAD')).not.toContain('我还没写完');
  expect(readFileSync(join(root, file), 'utf8')).toContain('我还没写完');
  expect(head).not.toBe('');
});

test('正在合并的仓库：不动', async () => {
  const { root, world } = begin();
  world.notes.put(talk(1));
  await world.run();
  writeFileSync(join(root, '.git/MERGE_HEAD'), gitAs(root, 'rev-parse', 'HEAD'));
  world.notes.put(changed);
  await expect(world.run()).rejects.toMatchObject({ code: 'git-failed', message: /merge is under way/u });
});

test('Windows 换行和 BOM 的页：照样合并，保持原样', async () => {
  const { root, world } = begin();
  world.notes.put(talk(1));
  await world.run();
  const path = join(root, file);
  writeFileSync(
    path,
    `\ufeff${readFileSync(path, 'utf8').replace('先问客户是否接受。', '先问客户。人补的。').replaceAll('\n', '\r\n')}`,
  );
  gitAs(root, 'commit', '-qam', '编辑');
  world.notes.put(changed);
  expect(deedOf(await world.run(), key)).toBe('merged');
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(/再落保证金[\s\S]*人补的/u);
  expect(text.startsWith('\ufeff---\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
});

test('撤下的页已经暂存、还没提交就被杀：下一次照样提交', async () => {
  const { root, world } = begin();
  world.notes.put(talk(1), talk(2));
  await world.run();
  world.notes.drop(talk(2));
  const kill = (upstream: Upstream): Upstream => ({
    ...upstream,
    finish: async () => {
      gitAs(root, 'add', '-A');
      throw new Error('killed');
    },
  });
  await world.run({ prune: true }, kill).catch(() => {});
  expect(gitAs(root, 'diff', '--cached', '--name-only', '--diff-filter=D')).toContain('2024-05-02');
  await world.run({ prune: true });
  expect(gitAs(root, 'status', '--porcelain')).toBe('');
});

test('目标是一个文件：说出来，不动它', async () => {
  const { root, world } = begin();
  world.notes.put(talk(1));
  const destination = join(root, '文件');
  writeFileSync(destination, '人的文件');
  const options = { ...world.place.options, destination };
  await expect(world.run({ options })).rejects.toMatchObject({ code: 'output-unwritable' });
  expect(readFileSync(destination, 'utf8')).toBe('人的文件');
});
