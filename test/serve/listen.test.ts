import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { search } from '../../src/search/search.js';
import { serveApp } from '../../src/serve/app.js';
import { type Listening, listen } from '../../src/serve/listen.js';
import { openedWith, someNotes, still } from './site.js';

const store = await openedWith(someNotes().slice(0, 2), []);
let open: Listening | undefined;
afterEach(() => open?.stop());

const made = (find: typeof search) => serveApp({ source: still(store), find, logs: [] }).app;
const usual = made(search);

async function started(app = usual): Promise<Listening> {
  open = await listen(app, { host: '127.0.0.1', port: 0 });
  return open;
}

/** Sends bytes as they are; gives all that comes back. */
async function spoken(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (data) => {
    answer += data;
  });
  socket.write(bytes);
  await once(socket, 'close');
  return answer;
}

describe('the server', () => {
  it('answers on a free port', async () => {
    const { port } = await started();
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`);
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok' }]);
  });

  it('lets a request under way end, and takes no more', async () => {
    let go = () => {};
    const waiting = new Promise<void>((done) => {
      go = done;
    });
    let asked = () => {};
    const begun = new Promise<void>((done) => {
      asked = done;
    });
    const { port, stop } = await started(
      made(async (...args) => {
        asked();
        await waiting;
        return search(...args);
      }),
    );
    const slow = fetch(`http://127.0.0.1:${port}/?q=a`);
    await begun;
    const stopped = stop();
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
    go();
    expect((await slow).status).toBe(200);
    await stopped;
    open = undefined;
  });

  it.each([
    [
      'headers without end',
      `GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ${'b'.repeat(20_000)}\r\n\r\n`,
      /^HTTP\/1\.1 431 /u,
    ],
    ['no HTTP at all', 'hello there\r\n\r\n', /^HTTP\/1\.1 400 /u],
    [
      'another host',
      'GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
      /^HTTP\/1\.1 403 /u,
    ],
    [
      'a whole address',
      'GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
      /^HTTP\/1\.1 4/u,
    ],
    [
      'a broken escape',
      'GET /talks/%zz%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
      /^HTTP\/1\.1 404 /u,
    ],
    [
      'a made-up method',
      'FROB / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
      /^HTTP\/1\.1 40[05] /u,
    ],
    ['TRACE', 'TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 405 /u],
  ])('refuses %s without a stack', async (_, bytes, expected) => {
    const { port } = await started();
    const answer = await spoken(port, bytes);
    expect(answer.slice(0, 40)).toMatch(expected);
    expect(/node_modules|\bat \S+:\d+:\d+/u.test(answer)).toBe(false);
  });

  it.each([
    [
      'an address that is not ASCII',
      'GET /?q=风险 HTTP/1.1\r\nHost: localhost\r\n\r\n',
      400,
      /percent-encoded/u,
    ],
    [
      'an address of 20,000 characters',
      `GET /?q=${'a'.repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
      431,
      /too long/u,
    ],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 400, /one host/u],
    ['several hosts', 'GET / HTTP/1.1\r\nHost: localhost\r\nHost: 127.0.0.1\r\n\r\n', 400, /one host/u],
    ['a host that is none', 'GET / HTTP/1.1\r\nHost: a b/c?\r\n\r\n', 400, /[Ii]nvalid/u],
    ['a host in brackets without end', 'GET / HTTP/1.1\r\nHost: [::1\r\n\r\n', 400, /[Ii]nvalid/u],
    ['no path', 'GET * HTTP/1.1\r\nHost: localhost\r\n\r\n', 400, /[Ii]nvalid/u],
    [
      'another server as its aim',
      'CONNECT a.example:443 HTTP/1.1\r\nHost: a.example:443\r\n\r\n',
      405,
      /proxy/u,
    ],
    [
      'an expectation that nobody knows',
      'GET / HTTP/1.1\r\nHost: localhost\r\nExpect: tea\r\n\r\n',
      417,
      /100-continue/u,
    ],
    [
      'an address of 2,000,000 characters, most of them sent after the answer',
      `GET /${'a'.repeat(2_000_000)}`,
      431,
      /too long/u,
    ],
  ])('tells by a problem that a request has %s, and hangs up', async (_, bytes, status, detail) => {
    const { port } = await started();
    const [head = '', body = ''] = (await spoken(port, bytes)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} [\\w ]+\r\n`, 'u'));
    expect(head).toContain('\r\nContent-Type: application/problem+json\r\n');
    expect(head).toContain(`\r\nContent-Length: ${body.length}\r\n`);
    expect(head).toContain('\r\nX-Content-Type-Options: nosniff\r\n');
    expect(head).toContain('\r\nConnection: close');
    expect(JSON.parse(body)).toMatchObject({ status, detail: expect.stringMatching(detail) });
  });

  it('puts no problem into the answer to a request before', async () => {
    const { port } = await started();
    const answer = await spoken(port, 'GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\nnonsense\r\n\r\n');
    expect(answer).not.toContain('HTTP/1.1 400');
  });

  it('answers HEAD without a body', async () => {
    const { port } = await started();
    const answer = await new Promise<{ status?: number; body: string }>((done, reject) => {
      const sent = request({ port, host: '127.0.0.1', path: '/talks', method: 'HEAD' }, async (response) => {
        let body = '';
        for await (const piece of response) body += piece;
        done({ status: response.statusCode, body });
      });
      sent.on('error', reject).end();
    });
    expect(answer).toEqual({ status: 200, body: '' });
  });
});
