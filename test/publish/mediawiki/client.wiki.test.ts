import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { wikiClient } from '../../../src/publish/mediawiki/client.js';
import type { Head } from '../../../src/publish/mediawiki/heads.js';
import { describeWiki } from './wiki.js';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describeWiki('a client of MediaWiki', (own) => {
  const headOf = async (title: string) => (await own.client.read([title])).get(title) as Head;
  const save = async (title: string, text: string, base: number | 'new') =>
    own.client.edit({ title, text, summary: '讲录', base, bot: true });
  /** Makes a page; gives its revision. */
  async function made(title: string, text: string): Promise<number> {
    const edited = await save(title, text, 'new');
    if (edited.kind !== 'saved') throw new Error(JSON.stringify(edited));
    return edited.revision;
  }
  const byPerson = (parameters: Record<string, string>) =>
    own.wiki.as('person', { action: 'edit', ...parameters });

  it('says what the wiki is like', async () => {
    expect(await own.client.site()).toEqual({
      version: expect.stringMatching(/^1\.\d+/u),
      language: 'zh-cn',
      capitals: true,
      footnotes: true,
      uploads: true,
      user: '讲录机器人',
    });
  });

  it('makes a page, changes it, and does nothing where it is so already', async () => {
    const first = await made('改写', '甲\n');
    expect(await save('改写', '甲', first)).toEqual({ kind: 'nochange' });
    expect(await save('改写', '乙', first)).toEqual({
      kind: 'saved',
      revision: expect.any(Number),
      merged: false,
    });
    expect(await headOf('改写')).toMatchObject({ text: '乙', parent: first, user: '讲录机器人' });
    expect((await own.client.readRevision(first))?.text).toBe('甲');
    expect(await own.client.readRevision(999_999)).toBeUndefined();
  });

  it('tells what stands under many titles at once, as they were given', async () => {
    const revision = await made('Swift 报文', '甲');
    await made('环球银行', '#重定向 [[Swift 报文]]');
    const titles = ['swift_报文', '环球银行', '没有这页', '坏[题', 'Swift 报文', 'Cafe\u0301'];
    const found = await own.client.heads([...titles, ...Array.from({ length: 60 }, (_, i) => `空${i}`)]);
    expect(found.size).toBe(66);
    expect(titles.map((title) => found.get(title))).toMatchObject([
      { title: 'Swift 报文', revision, size: 3, sha1: expect.stringMatching(/^[0-9a-f]{40}$/u) },
      { title: '环球银行', redirect: 'Swift 报文' },
      'missing',
      'invalid',
      { revision },
      'missing',
    ]);
  });

  it('reads long texts that come in several answers', async () => {
    const long = '长'.repeat(50_000);
    const titles = ['长一', '长二', '长三', '长四', '长五'];
    for (const title of titles) await made(title, long);
    const found = await own.client.read(titles);
    expect(titles.map((title) => (found.get(title) as Head).text === long)).toEqual(titles.map(() => true));
  });

  it('does not write over what a person saved meanwhile', async () => {
    const base = await made('争', '== 一 ==\n甲\n\n== 二 ==\n乙');
    await byPerson({ title: '争', text: '== 一 ==\n人改的\n\n== 二 ==\n乙' });
    expect(await save('争', '== 一 ==\n机器改的\n\n== 二 ==\n乙', base)).toEqual({ kind: 'conflict' });
    expect((await headOf('争')).text).toContain('人改的');
    expect(await save('争', '甲', 'new')).toEqual({ kind: 'exists' });
    expect(await save('没有', '甲', base)).toEqual({ kind: 'missing' });
  });

  it('says where the wiki put two changes together', async () => {
    const base = await made('合', '== 一 ==\n甲\n\n== 二 ==\n乙\n\n== 三 ==\n丙');
    await byPerson({ title: '合', text: '== 一 ==\n人改的\n\n== 二 ==\n乙\n\n== 三 ==\n丙' });
    const edited = await save('合', '== 一 ==\n甲\n\n== 二 ==\n乙\n\n== 三 ==\n机器改的', base);
    expect(edited).toMatchObject({ kind: 'saved', merged: true });
    expect((await headOf('合')).text).toBe('== 一 ==\n人改的\n\n== 二 ==\n乙\n\n== 三 ==\n机器改的');
  });

  it('gives what the wiki refuses as a result', async () => {
    await made('锁', '甲');
    await own.wiki.as('admin', { action: 'protect', title: '锁', protections: 'edit=sysop', reason: '试' });
    const { revision } = await headOf('锁');
    expect(await save('锁', '乙', revision)).toMatchObject({ kind: 'refused', code: 'protectedpage' });
    expect(await save('垃圾', 'https://spam.example/', 'new')).toMatchObject({
      kind: 'refused',
      code: 'spamblacklist',
    });
    expect(await save('坏[题', '甲', 'new')).toMatchObject({ kind: 'refused', code: 'invalidtitle' });
  });

  it('moves a page and leaves one that leads there', async () => {
    await made('旧题', '甲');
    expect(await own.client.move('旧题', '新题', '改名')).toEqual({ kind: 'moved' });
    expect(await headOf('旧题')).toMatchObject({ redirect: '新题' });
    expect(await own.client.move('新题', '更新的题', '改名')).toEqual({ kind: 'moved' });
    expect(await headOf('旧题')).toMatchObject({ redirect: '更新的题', text: '#REDIRECT [[更新的题]]' });
    expect(await own.client.move('更新的题', '新题', '改回')).toEqual({ kind: 'moved' });
    expect(await headOf('旧题')).toMatchObject({ redirect: '新题' });
    expect(await own.client.move('没有这页', '别处', '改名')).toEqual({ kind: 'missing' });
    await made('另题', '乙');
    expect(await own.client.move('另题', '新题', '改名')).toEqual({ kind: 'exists' });
  });

  it('finds a page that a person moved away without a trace', async () => {
    await made('走了', '甲');
    await own.wiki.as('admin', { action: 'move', from: '走了', to: '到了', noredirect: '1' });
    expect((await own.client.heads(['走了'])).get('走了')).toBe('missing');
    expect(await own.client.movedTo('走了')).toBe('到了');
    expect(await own.client.movedTo('到了')).toBeUndefined();
  });

  it('uploads a file once', async () => {
    const upload = (name: string, bytes = png) => own.client.upload({ name, bytes, comment: '图' });
    expect(await upload('讲录-图一.png')).toEqual({ kind: 'saved', name: '讲录-图一.png' });
    expect(await upload('讲录-图一.png')).toEqual({ kind: 'same', name: '讲录-图一.png' });
    expect(await upload('讲录-图二.png')).toEqual({ kind: 'same', name: '讲录-图一.png' });
    const other = Buffer.concat([png, Buffer.from('x')]);
    expect(await upload('讲录-图一.png', other)).toEqual({ kind: 'exists' });
    expect(await upload('讲录.exe')).toMatchObject({ kind: 'refused' });
  });

  it('knows when a person undid what we wrote, and when it was brought back', async () => {
    const first = await made('撤', '甲');
    const second = await save('撤', '乙', first);
    const id = second.kind === 'saved' ? second.revision : 0;
    expect(await own.client.reverted(id)).toBeUndefined();
    await byPerson({ title: '撤', undo: String(id) });
    expect(await own.client.reverted(id)).toMatchObject({ by: '编辑甲' });
    await byPerson({ title: '撤', text: '甲，再加一句' });
    expect(await own.client.reverted(id)).toMatchObject({ by: '编辑甲' });
    await byPerson({ title: '撤', text: '乙' });
    expect(await own.client.reverted(id)).toBeUndefined();
  });

  it('an edit beside ours undoes nothing', async () => {
    const first = await made('添', '甲');
    await byPerson({ title: '添', appendtext: '\n乙' });
    expect(await own.client.reverted(first)).toBeUndefined();
    expect(await own.client.reverted(999_999)).toBeUndefined();
  });

  it('waits while the wiki is read-only', async () => {
    const closed = join(own.wiki.folder, 'readonly');
    const waits: number[] = [];
    writeFileSync(closed, '');
    const patient = wikiClient({
      url: own.wiki.url,
      credentials: own.wiki.accounts.bot,
      wait: async (time) => {
        waits.push(time);
        if (waits.length === 2 && existsSync(closed)) rmSync(closed);
      },
    });
    const edited = await patient.edit({ title: '等', text: '甲', summary: '', base: 'new' });
    expect(edited).toMatchObject({ kind: 'saved' });
    expect(waits).toEqual([1000, 2000]);
  });

  it('logs in anew where the session is gone', async () => {
    let logins = 0;
    const counting: typeof fetch = (url, request) => {
      if (String(request?.body).includes('action=clientlogin')) logins++;
      return fetch(url, request);
    };
    const other = wikiClient({ url: own.wiki.url, credentials: own.wiki.accounts.person, fetch: counting });
    const saved = (title: string) => other.edit({ title, text: '甲', summary: '', base: 'new' });
    expect(await saved('再来一')).toMatchObject({ kind: 'saved' });
    own.wiki.forgetSessions();
    const edits = await Promise.all(['再来二', '再来三', '再来四', '再来五'].map(saved));
    expect(edits.map(({ kind }) => kind)).toEqual(['saved', 'saved', 'saved', 'saved']);
    expect(logins).toBe(2);
  });

  it.each([
    ['a bot password', '讲录机器人@jianglu'],
    ['a password', '编辑甲'],
  ])('is not let in with a wrong one: %s', async (_, user) => {
    const password = 'WRONG-0123456789';
    const refused = await wikiClient({ url: own.wiki.url, credentials: { user, password } })
      .site()
      .catch((error) => error);
    expect(refused.code).toBe('wiki-login');
    expect(JSON.stringify([refused, refused.message, String(refused.cause)])).not.toContain(password);
  });
});
