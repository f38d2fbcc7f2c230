import { describe, expect, it } from 'vitest';
import { apiAddress } from '../../../src/publish/mediawiki/address.js';
import type { Edit } from '../../../src/publish/mediawiki/edit.js';
import { type Asked, password, played, type Reply, standing, wrong } from './double.js';

const wanted: Edit = { title: '甲', text: '新\n', summary: '讲录', base: 7 };
const saved = { edit: { result: 'Success', newrevid: 8, oldrevid: 7 } };
const missing = { query: { pages: [{ title: '甲', missing: true }] } };

/** Answers edits by one list and questions by another, in order. */
function answering(edits: Reply[], looks: Reply[] = []) {
  return (asked: Asked) => (asked.action === 'edit' ? edits.shift() : looks.shift());
}
const editsIn = (asked: Asked[]) => asked.filter(({ action }) => action === 'edit').length;
const lost = () =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNRESET' }) });
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error) => error.code,
  );

describe('an edit', () => {
  it('is sent with all that keeps it from harm', async () => {
    const { client, asked, headers } = played(answering([saved]));
    expect(await client.edit(wanted)).toEqual({ kind: 'saved', revision: 8, merged: false });
    expect(asked[0]).toMatchObject({
      baserevid: '7',
      nocreate: '1',
      assert: 'user',
      maxlag: '5',
      token: 'token2',
    });
    expect(asked[0]).toMatchObject({ md5: expect.stringMatching(/^[0-9a-f]{32}$/u), notminor: '1' });
    expect(headers.at(-1)?.get('user-agent')).toMatch(/^jianglu\/\d/u);
  });

  it.each<[what: string, edits: Reply[], waits: number[]]>([
    ['维基落后了', [wrong('maxlag'), wrong('maxlag'), saved], [1000, 2000]],
    ['改得太快', [wrong('ratelimited'), saved], [1000]],
    ['请求太多', [new Response('', { status: 429, headers: { 'retry-after': '7' } }), saved], [7000]],
    ['维基说了等多久', [Response.json(wrong('maxlag'), { headers: { 'retry-after': '3' } }), saved], [3000]],
    ['要等很久', [new Response('', { status: 429, headers: { 'retry-after': '86400' } }), saved], [60_000]],
  ])('waits and is sent again where nothing was done: %s', async (_, edits, expected) => {
    const { client, waits } = played(answering(edits));
    expect(await client.edit(wanted)).toMatchObject({ kind: 'saved', revision: 8 });
    expect(waits).toEqual(expected);
  });

  it.each<[what: string, first: Reply, stands: Reply, base: number | 'new', result: object, edits: number]>([
    ['存上了', lost(), standing('甲', 9, '新'), 7, { kind: 'saved', revision: 9 }, 1],
    ['服务器出错，没存上', 500, standing('甲', 7, '旧'), 7, { kind: 'saved', revision: 8 }, 2],
    ['网关超时，存上了', 504, standing('甲', 8, '新'), 'new', { kind: 'saved', revision: 8 }, 1],
    ['没存上，页面还没有', lost(), missing, 'new', { kind: 'saved', revision: 8 }, 2],
    [
      '数据库出错',
      wrong('internal_api_error_DBQueryError'),
      standing('甲', 7, '旧'),
      7,
      { kind: 'saved' },
      2,
    ],
    ['别人存了别的', lost(), standing('甲', 9, '别的'), 7, { kind: 'conflict' }, 1],
    ['别人先建了页', lost(), standing('甲', 1, '别的'), 'new', { kind: 'exists' }, 1],
    ['页面被删了', lost(), missing, 7, { kind: 'missing' }, 1],
    ['本来就是这样', lost(), standing('甲', 7, '新'), 7, { kind: 'nochange' }, 1],
  ])('is not sent again blindly where nobody knows: %s', async (_, first, stands, base, result, edits) => {
    const { client, asked } = played(answering([first, saved], [stands]));
    expect(await client.edit({ ...wanted, base })).toMatchObject(result);
    expect(editsIn(asked)).toBe(edits);
  });

  it('is given up after some tries', async () => {
    const { client, asked } = played(({ action }) => (action === 'edit' ? lost() : standing('甲', 7, '旧')), {
      attempts: 3,
    });
    expect(await codeOf(client.edit(wanted))).toBe('wiki-unreachable');
    expect(editsIn(asked)).toBe(3);
    const busy = played(() => wrong('readonly'), { attempts: 2 });
    expect(await codeOf(busy.client.edit(wanted))).toBe('wiki-busy');
  });

  it('gets a new token, and a new session, once', async () => {
    const { client, asked } = played(answering([wrong('badtoken'), saved]));
    expect(await client.edit(wanted)).toMatchObject({ kind: 'saved' });
    expect(asked.map(({ token }) => token)).toEqual(['token2', 'token3']);
    const together = played(({ action }) => (action === 'edit' ? saved : undefined));
    await Promise.all(['甲', '乙', '丙'].map((title) => together.client.edit({ ...wanted, title })));
    expect(together.asked.map(({ token }) => token)).toEqual(['token2', 'token2', 'token2']);
    const forgotten = played(answering([wrong('assertuserfailed'), saved]));
    expect(await forgotten.client.edit(wanted)).toMatchObject({ kind: 'saved' });
    const always = played(() => wrong('assertuserfailed'));
    expect(await codeOf(always.client.edit(wanted))).toBe('wiki-login');
    expect(always.asked).toHaveLength(2);
  });

  it.each<[reply: Reply, result: object]>([
    [wrong('editconflict'), { kind: 'conflict' }],
    [wrong('articleexists'), { kind: 'exists' }],
    [wrong('missingtitle'), { kind: 'missing' }],
    [wrong('protectedpage'), { kind: 'refused', code: 'protectedpage' }],
    [wrong('abusefilter-disallowed'), { kind: 'refused', code: 'abusefilter-disallowed' }],
    [{ edit: { result: 'Failure', captcha: { id: '1' } } }, { kind: 'refused', code: 'captcha' }],
  ])('%j is a result', async (reply, result) => {
    const { client } = played(() => reply);
    expect(await client.edit(wanted)).toMatchObject(result);
  });
});

describe('a client', () => {
  it('asks again what may be asked twice', async () => {
    const replies: Reply[] = [lost(), 502, wrong('maxlag'), standing('甲', 7, '旧')];
    const { client, waits } = played(() => replies.shift());
    expect((await client.heads(['甲'])).get('甲')).toMatchObject({ revision: 7 });
    expect(waits).toEqual([1000, 2000, 4000]);
  });

  it.each<[what: string, reply: Reply, code: string]>([
    ['没有应答', lost(), 'wiki-unreachable'],
    ['网页', new Response('<html>', { status: 200 }), 'wiki-answer'],
    [
      '转到别处',
      new Response('', { status: 302, headers: { location: 'https://x.example/' } }),
      'wiki-answer',
    ],
    ['没有这个地址', 404, 'wiki-answer'],
    ['没有读的权限', wrong('readapidenied'), 'wiki-refused'],
    ['不是 JSON 对象', new Response('1'), 'wiki-answer'],
    ['令牌过期', Response.json(wrong('mwoauth-invalid-authorization'), { status: 401 }), 'wiki-login'],
    ['令牌作废', wrong('mwoauth-invalid-authorization'), 'wiki-login'],
  ])('says what is wrong: %s', async (_, reply, code) => {
    const { client } = played(() => (reply instanceof Response ? reply.clone() : reply));
    expect(await codeOf(client.heads(['甲']))).toBe(code);
  });

  it('sends a token of OAuth with each request, and tells it to nobody', async () => {
    const bearer = 'oauth-0123456789';
    const reply = { errors: [{ code: 'mwoauth-invalid', text: `bad token ${bearer}` }] };
    const { client, headers } = played(() => reply, { credentials: { bearer } });
    const error = await client.heads(['甲']).catch((one) => one);
    expect(headers.every((one) => one.get('authorization') === `Bearer ${bearer}`)).toBe(true);
    expect(error).toMatchObject({ code: 'wiki-login' });
    expect(error.message).not.toContain(bearer);
  });

  it('gives the cookies back that it was given', async () => {
    const { client, headers } = played((_, count) => {
      const answer = Response.json(standing('甲', 7, '旧'));
      if (count === 1) answer.headers.append('set-cookie', 'session=a=b; path=/; HttpOnly');
      if (count === 1) answer.headers.append('set-cookie', 'other=1; path=/');
      if (count === 2)
        answer.headers.append('set-cookie', 'other=deleted; expires=Thu, 01-Jan-1970 00:00:01 GMT');
      return answer;
    });
    for (let i = 0; i < 3; i++) await client.heads(['甲']);
    expect(headers.slice(-2).map((one) => one.get('cookie'))).toEqual([
      'session=a=b; other=1',
      'session=a=b',
    ]);
  });

  it('gives up on a request that takes too long', async () => {
    const never = ((_: unknown, { signal }: RequestInit) =>
      new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
      })) as typeof fetch;
    const { client } = played(() => undefined, { fetch: never, timeout: 20, attempts: 2 });
    expect(await codeOf(client.site())).toBe('wiki-unreachable');
  });

  it('nothing of the password is in its errors', async () => {
    const { client } = played(() => lost());
    const error = await client.site().catch((one) => one);
    expect(JSON.stringify([error, error.message, error.stack])).not.toContain(password);
  });
});

describe('addresses', () => {
  it.each([
    ['https://wiki.example/w/api.php', false],
    ['http://127.0.0.1:8080/api.php', false],
    ['http://localhost/api.php', false],
    ['http://[::1]:8080/api.php', false],
    ['http://wiki.example/api.php', true],
  ])('%j is one', (url, allowHttp) => expect(apiAddress(url, allowHttp)).toBe(url));

  it.each([
    'http://wiki.example/api.php',
    'http://127.0.0.1.example/api.php',
    'http://localhost.example/api.php',
    'https://user:word@wiki.example/api.php',
    'https://wiki.example/wiki/首页',
    'ftp://wiki.example/api.php',
    'wiki.example',
  ])('%j is none', (url) =>
    expect(() => apiAddress(url)).toThrow(expect.objectContaining({ code: 'wiki-address' })),
  );
});
