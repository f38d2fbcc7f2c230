import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { goneKey } from '../../../src/publish/keys.js';
import { wrap } from '../../../src/publish/mediawiki/markers.js';
import { fileHeads, readFile, retireFile, writeFile } from '../../../src/publish/mediawiki/pictures.js';
import { pngOf } from '../pictures/png.js';
import { type Asked, played, type Reply, standing, wrong } from './double.js';

const png = pngOf(1);
const name = 'File:Jianglu-a.png';
const write = {
  ...{ key: 'picture:a', title: 'https://pic.example/a.png', name, content: png },
  ...{ over: undefined, again: false, summary: 'jianglu' },
};
const site = {
  version: '1.39.0',
  language: 'zh',
  capitals: true,
  footnotes: true,
  uploads: true,
  user: '讲录',
};
const sha1 = hash('sha1', png);
/** What a question for a file answers where one stands with these bytes, or none. */
const file = (bytes?: Buffer, url = 'https://wiki.example/images/a.png'): Reply => ({
  query: {
    normalized: [{ from: name, to: '文件:Jianglu-a.png', fromencoded: false }],
    pages: [
      { title: '文件:Jianglu-a.png', ...(bytes && { imageinfo: [{ sha1: hash('sha1', bytes), url }] }) },
    ],
  },
});
const warned = (warnings: Record<string, unknown>): Reply => ({
  upload: { result: 'Warning', filekey: 'key.png', warnings },
});
const saved: Reply = { upload: { result: 'Success', filename: 'Jianglu-a.png' } };

/** Answers uploads by one list and questions by another, in order. */
const answering = (uploads: Reply[], looks: Reply[]) => (asked: Asked) =>
  asked.action === 'upload' ? uploads.shift() : looks.shift();
const uploadsIn = (asked: Asked[]) => asked.filter(({ action }) => action === 'upload');
const lost = () => new TypeError('fetch failed');

describe('a picture that is to stand', () => {
  it.each<[what: string, uploads: Reply[], looks: Reply[], came: unknown, sent: number]>([
    ['没有就传', [saved], [file()], { revision: sha1 }, 1],
    ['已经有一样的，不传', [], [file(png)], { revision: sha1 }, 0],
    ['这时别人传了别的', [], [file(pngOf(2))], 'conflict', 0],
    ['传的时候别人传了别的', [warned({ exists: 'x' })], [file()], 'conflict', 1],
    [
      '别处有一样的',
      [warned({ duplicate: ['编辑_的图.png'] })],
      [file()],
      { revision: sha1, name: 'File:编辑 的图.png' },
      1,
    ],
    [
      '人删过',
      [warned({ 'was-deleted': 'x' })],
      [file()],
      { refused: expect.stringContaining('--restore') },
      1,
    ],
    [
      '不许这种文件',
      [wrong('filetype-banned')],
      [file()],
      { refused: 'filetype-banned: 说明 filetype-banned' },
      1,
    ],
    [
      '没有权限',
      [wrong('permissiondenied')],
      [file()],
      { refused: expect.stringMatching(/^permissiondenied/u) },
      1,
    ],
    ['没有应答，传上了', [lost()], [file(), file(png)], { revision: sha1 }, 1],
    ['没有应答，没传上', [lost(), saved], [file(), file()], { revision: sha1 }, 2],
    ['服务器出错，没传上', [500, saved], [file(), file()], { revision: sha1 }, 2],
  ])('%s', async (_, uploads, looks, came, sent) => {
    const { client, asked } = played(answering(uploads, looks));
    expect(await writeFile(client, site, write)).toEqual(came);
    expect(uploadsIn(asked)).toHaveLength(sent);
  });

  it('goes over what people deleted only where it is to be made again, without sending it twice', async () => {
    const deleted = warned({ 'was-deleted': 'x', 'duplicate-archive': 'y' });
    const { client, asked } = played(answering([deleted, saved], [file()]));
    expect(await writeFile(client, site, { ...write, again: true })).toEqual({ revision: sha1 });
    expect(uploadsIn(asked)[1]).toMatchObject({ filekey: 'key.png', ignorewarnings: '1' });
    expect(uploadsIn(asked)[1]).not.toHaveProperty('file');
  });

  /** What a question for the text of a page answers. */
  const page = (title: string, text: string): Reply => {
    const reply = standing(title, 7, text) as { query: { pages: { revisions: object[] }[] } };
    Object.assign(reply.query.pages[0]!.revisions[0]!, { slots: { main: { content: text } } });
    return reply;
  };
  const withdrawn = wrap(goneKey('picture:b'), '撤下');

  it('says so no more of a file that was withdrawn for another address', async () => {
    const twin = 'File:Jianglu-b.png';
    const { client, asked } = played(
      answering([warned({ duplicate: ['Jianglu-b.png'] })], [file(), page(twin, withdrawn)]),
    );
    expect(await writeFile(client, site, write)).toEqual({ revision: sha1, name: twin });
    expect(asked.at(-1)).toMatchObject({ action: 'edit', title: twin, baserevid: '7' });
    expect(asked.at(-1)!.text).toContain('jianglu:begin picture:a ');
  });

  it('is withdrawn once, also by a run that takes up one that was killed', async () => {
    const { client, asked } = played(() => page(name, withdrawn));
    expect(await retireFile(client, name, '撤下')).toBe(true);
    expect(asked.map(({ action }) => action)).toEqual(['query']);
  });

  it('takes the place of no other', async () => {
    const { client, asked } = played(() => undefined);
    const came = await writeFile(client, site, { ...write, over: hash('sha1', 'x') });
    expect(came).toEqual({ refused: 'another picture stands there' });
    expect(asked).toEqual([]);
  });

  it('says on its page where it is from, and which it is, whatever its address holds', async () => {
    const { client, asked } = played(answering([saved], [file()]));
    await writeFile(client, site, { ...write, title: 'https://pic.example/{{x}}]<b>' });
    const { text } = uploadsIn(asked)[0]!;
    expect(text).toMatch(/^<!-- jianglu:begin picture:a sha256=[0-9a-f]{64} -->\n/u);
    expect(text).toContain('[https://pic.example/%7B%7Bx%7D%7D%5D%3Cb%3E https&#58;//pic.example/&#123;');
  });
});

describe('a picture that stands', () => {
  /** A client, and the headers with which it was asked for bytes. */
  function giving(bytes: Reply, url?: string) {
    const asked: [address: string, headers: Headers][] = [];
    const { client } = played(() => file(png, url), {
      fetch: (async (address: string | URL, request: RequestInit) => {
        if (request.method === 'POST') {
          const { action, meta, type } = Object.fromEntries(new URLSearchParams(request.body as never));
          if (action === 'login')
            return Response.json(
              { login: { result: 'Success' } },
              { headers: { 'set-cookie': 'session=1' } },
            );
          if (meta === 'tokens') return Response.json({ query: { tokens: { [`${type}token`]: 'x' } } });
          if (meta === 'userinfo')
            return Response.json({ query: { userinfo: { name: '讲录', rights: [] } } });
          return Response.json(file(png, url));
        }
        asked.push([String(address), new Headers(request.headers)]);
        if (bytes instanceof Error) throw bytes;
        return bytes as Response;
      }) as typeof fetch,
    });
    return { client, asked };
  }

  it('has the hash of its bytes as its revision', async () => {
    const { client } = played(() => file(png));
    expect(await fileHeads(client, [name])).toEqual(new Map([[name, { revision: sha1 }]]));
    expect((await fileHeads(played(() => file()).client, [name])).size).toBe(0);
  });

  it('is read with the session from the wiki itself, without it from elsewhere', async () => {
    const own = giving(new Response(new Uint8Array(png)));
    expect(await readFile(own.client, name)).toEqual({ revision: sha1, content: png });
    const other = giving(new Response(new Uint8Array(png)), '//upload.example/a.png');
    expect(await readFile(other.client, name)).toEqual({ revision: sha1, content: png });
    expect(own.asked.concat(other.asked).map(([at, headers]) => [at, headers.get('cookie')])).toEqual([
      ['https://wiki.example/images/a.png', 'session=1'],
      ['https://upload.example/a.png', null],
    ]);
  });

  it.each<[what: string, answer: Reply]>([
    ['不给', new Response('', { status: 403 })],
    ['给了别的', new Response('别的')],
    ['没有应答', lost()],
  ])('stands without its bytes where the wiki does not give them: %s', async (_, answer) => {
    const { client } = giving(answer);
    expect(await readFile(client, name)).toEqual({ revision: sha1, content: new Uint8Array() });
  });
});
