import type { RequestListener } from 'node:http';
import type { LookupFunction } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type FetchOptions, fetchPicture, leadsTo } from '../../../src/publish/pictures/fetch.js';
import { beginnings, here, serverOf } from './server.js';

const { png, jpg } = beginnings;

const sent =
  (body: string | Buffer, headers: Record<string, string> = {}, status = 200): RequestListener =>
  (_, response) =>
    void response.writeHead(status, headers).end(body);

const led = (location: string): RequestListener => sent('', { location }, 302);

const lookupOf =
  (...addresses: string[]): LookupFunction =>
  (_, __, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

async function asked(answer: RequestListener, options: FetchOptions = {}, path = '/a.png') {
  const server = await serverOf(answer);
  const found = await fetchPicture(server.at + path, { refuses: here, ...options });
  return { found, server };
}

test('取到一张图：字节不变，类型看内容，不看服务器怎么说', async () => {
  const { found, server } = await asked(sent(jpg, { 'content-type': 'text/html' }));
  expect(found).toEqual({ bytes: jpg, ending: 'jpg' });
  const { headers, url, method } = server.asked[0]!;
  expect([method, url]).toEqual(['GET', '/a.png']);
  expect(headers['user-agent']).toMatch(/^jianglu\/\d/u);
  expect(headers['accept-encoding']).toBe('identity');
  expect(Object.keys(headers)).toEqual(expect.not.arrayContaining(['cookie', 'referer', 'authorization']));
});

test.each<[string, string, RequestListener, FetchOptions?]>([
  ['网页冒充图', 'no-picture', sent('<!doctype html>', { 'content-type': 'image/png' })],
  [
    'SVG',
    'no-picture',
    sent('<svg xmlns="http://www.w3.org/2000/svg"/>', { 'content-type': 'image/svg+xml' }),
  ],
  ['空的', 'no-picture', sent('')],
  ['没有这张图', 'status', sent('没有', {}, 404)],
  ['只给一段', 'status', sent(png, {}, 206)],
  ['自称很大', 'too-large', sent(png, { 'content-length': '99999999' })],
  ['压缩了', 'encoded', sent(gzipSync(Buffer.alloc(1 << 20)), { 'content-encoding': 'gzip' })],
  ['不回答', 'too-slow', () => {}, { idle: 100, time: 1e6 }],
  ['说到一半不说了', 'too-slow', (_, response) => void response.write(png), { idle: 100, time: 1e6 }],
  [
    '一点一点地说',
    'too-slow',
    (_, response) => {
      const timer = setInterval(() => response.write(png), 20);
      response.on('close', () => clearInterval(timer));
    },
    { time: 300, idle: 200 },
  ],
  ['挂断', 'unreachable', (request) => void request.socket.destroy()],
  [
    '说到一半挂断',
    'unreachable',
    (request, response) => {
      response.writeHead(200, { 'content-length': '999' });
      response.write(png, () => request.socket.destroy());
    },
  ],
  ['胡说', 'unreachable', (request) => void request.socket.end('SSH-2.0-OpenSSH_9.2\r\n')],
  [
    '换协议',
    'unreachable',
    (request) => void request.socket.end('HTTP/1.1 101 Up\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'),
  ],
  ['转到内网', 'private', led('http://10.0.0.1/a.png')],
  ['转到换了写法的本机', 'private', led('http://0x7f000002/a.png')],
  ['转到本机的名字', 'private', led('http://localhost:8080/a.png'), { lookup: lookupOf('127.0.0.2') }],
  ['转到文件', 'address', led('file:///etc/passwd')],
  ['转到 data:', 'address', led('data:image/png;base64,iVBORw0KGgo=')],
  ['转到别的端口', 'port', led('http://203.0.114.1:25/')],
  ['转到带密码的地址', 'credentials', led('http://u:p@203.0.114.1/')],
  ['转圈', 'redirects', led('/a.png')],
  ['转到写坏的地址', 'address', led('http://[/')],
])('不取：%s', async (_, code, answer, options) => {
  const { found } = await asked(answer, options);
  expect(found).toMatchObject({ refused: code });
});

test('实际很大、没说多大：边读边数，超过就不读了', async () => {
  let written = 0;
  const { found } = await asked(
    (_, response) => {
      response.write(png);
      const more = () => {
        written += 65_536;
        if (!response.destroyed) response.write(Buffer.alloc(65_536), () => setImmediate(more));
      };
      more();
    },
    { most: 300_000 },
  );
  expect(found).toEqual({ refused: 'too-large' });
  expect(written).toBeLessThan(20_000_000);
});

test('转三次以内照取，每次都重新看地址', async () => {
  const { found, server } = await asked(
    (request, response) => {
      const turn = Number(request.url!.slice(1));
      if (turn < 3) response.writeHead(307, { location: `/${turn + 1}` }).end('去别处');
      else response.end(png);
    },
    {},
    '/0',
  );
  expect(found).toEqual({ bytes: png, ending: 'png' });
  expect(server.asked).toHaveLength(4);
});

test.each([
  'file:///etc/passwd',
  'data:image/png;base64,iVBORw0KGgo=',
  'ftp://203.0.114.1/a.png',
  'gopher://203.0.114.1/',
  'javascript:alert(1)',
  '/a.png',
  'http://',
  '',
])('不是网上的地址：%s', async (address) => {
  expect(await fetchPicture(address)).toEqual({ refused: 'address' });
});

test.each([22, 25, 110, 445, 1023])('不是网页的端口：%i', async (port) => {
  expect(await fetchPicture(`http://203.0.114.1:${port}/a.png`)).toEqual({ refused: 'port' });
});

test('地址里有用户名、密码：不取', async () => {
  expect(await fetchPicture('https://u:p@203.0.114.1/a.png')).toEqual({ refused: 'credentials' });
});

test('名字解析到本机：不连', async () => {
  const server = await serverOf(sent(png));
  const address = server.at.replace('127.0.0.1', 'pictures.example');
  const found = await fetchPicture(address, { lookup: lookupOf('127.0.0.1', '::1') });
  expect(found).toEqual({ refused: 'private' });
  expect(server.asked).toEqual([]);
});

test('本机的名字，照系统的解析：不连', async () => {
  const server = await serverOf(sent(png));
  expect(await fetchPicture(server.at.replace('127.0.0.1', 'localhost'))).toEqual({ refused: 'private' });
  expect(server.asked).toEqual([]);
});

test('名字解析到几个地址：只连可以连的', async () => {
  const server = await serverOf(sent(png));
  const address = server.at.replace('127.0.0.1', 'pictures.example');
  const found = await fetchPicture(address, {
    refuses: here,
    lookup: lookupOf('::1', '10.0.0.1', '127.0.0.1'),
  });
  expect(found).toMatchObject({ ending: 'png' });
});

test('第一次解析到公网、第二次到本机：转向时也看出来', async () => {
  const server = await serverOf(led('/b.png'));
  const turns = [lookupOf('127.0.0.1'), lookupOf('127.0.0.2')];
  const found = await fetchPicture(server.at.replace('127.0.0.1', 'rebinding.example'), {
    refuses: here,
    lookup: (...args) => turns.shift()!(...args),
  });
  expect(found).toEqual({ refused: 'private' });
  expect(server.asked).toHaveLength(1);
});

test('没有这个名字', async () => {
  const lookup: LookupFunction = (_, __, callback) =>
    callback(Object.assign(new Error('没有'), { code: 'ENOTFOUND' }), '');
  expect(await fetchPicture('http://nowhere.example/a.png', { lookup })).toEqual({
    refused: 'unreachable',
    detail: 'ENOTFOUND',
  });
});

test('不从 https 转到 http', () => {
  const to = (from: string, location: string) =>
    leadsTo(new URL(from), { statusCode: 302, headers: { location } });
  expect(to('https://a.example/', 'http://a.example/')).toEqual({ refused: 'insecure' });
  expect(to('https://a.example/x', '//b.example/y')).toEqual(new URL('https://b.example/y'));
  expect(to('http://a.example/', 'https://a.example/')).toEqual(new URL('https://a.example/'));
});
