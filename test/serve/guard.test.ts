import { describe, expect, it } from 'vitest';
import { asking, openedWith, someNotes } from './site.js';

const store = await openedWith(someNotes().slice(0, 3));
const ask = asking(store);

describe('requests that are refused', () => {
  it.each([
    ['GET', '/nowhere', 404],
    ['GET', '/talks/nobody', 404],
    ['GET', '/concepts/nothing', 404],
    ['GET', '/assets/..%2f..%2fpackage.json', 404],
    ['GET', '/pictures/none.png', 404],
    ['GET', '/talks?since=soon', 400],
    ['GET', `/?q=${'x'.repeat(401)}`, 400],
    ['GET', `/?q=${'x'.repeat(7000)}`, 414],
    ['POST', '/', 405],
    ['DELETE', '/talks', 405],
    ['TRACE', '/', 405],
  ])('%s %s: a page, status %i, no stack', async (method, path, status) => {
    if (method === 'TRACE') return;
    const { answer, text } = await ask(path, {}, { method });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=UTF-8');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).toContain('<h1>');
    expect(text).not.toMatch(/\bat \S+:\d+|node_modules|\.ts\b/u);
    if (status === 405) expect(answer.headers.get('allow')).toBe('GET, HEAD');
  });

  it('a method or a body, as a problem for programs', async () => {
    const post = await ask('/api/v1/search', {}, { method: 'POST', body: '{}' });
    expect([post.status, JSON.parse(post.text).title]).toEqual([405, 'Method not allowed']);
    const body = await ask('/api/v1/search?q=a', { 'content-length': '4' });
    expect([body.status, JSON.parse(body.text).detail]).toEqual([400, 'a request has no body here']);
    const nowhere = await ask('/api/v2/search');
    expect([nowhere.status, nowhere.answer.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json',
    ]);
  });

  it('a store that fails: the cause stays inside', async () => {
    const told: unknown[] = [];
    const fault = new Error('disk at /secret/place is gone');
    const broken = asking(store, { find: () => Promise.reject(fault), onError: (error) => told.push(error) });
    const page = await broken('/?q=a');
    expect([page.status, page.text.includes('secret')]).toEqual([500, false]);
    const { status, text } = await broken('/api/v1/search?q=a');
    expect(JSON.parse(text)).toEqual({ type: 'about:blank', title: 'Internal error', status: 500 });
    expect([status, told]).toEqual([500, [fault, fault]]);
  });

  it('a name that is not this machine', async () => {
    for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', ''])
      expect((await ask('/', { host })).status).toBe(403);
    for (const host of ['127.0.0.1:4177', 'localhost', '[::1]:80'])
      expect((await ask('/', { host })).status).toBe(200);
  });
});

describe('a token', () => {
  const token = 'a-token-of-this-test';
  const guarded = asking(store, { token });

  it('is demanded of everybody, but not for the health check', async () => {
    for (const path of ['/', '/talks', '/api/v1/talks', '/metrics', '/assets/style.css'])
      expect([path, (await guarded(path, { host: 'example.org' })).status]).toEqual([path, 401]);
    expect((await guarded('/?token=wrong')).status).toBe(401);
    expect((await guarded('/healthz')).status).toBe(200);
  });

  it('comes as a bearer, or in the address once, from where a cookie keeps it', async () => {
    for (const scheme of ['Bearer', 'bearer', 'BEARER '])
      expect((await guarded('/', { authorization: `${scheme} ${token}` })).status).toBe(200);
    for (const other of [`Basic ${token}`, `Bearer${token}`, `Bearer ${token} x`, 'Bearer'])
      expect((await guarded('/', { authorization: other })).status).toBe(401);
    const { answer } = await guarded(`/talks?speaker=x&token=${token}`, { host: 'example.org' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/talks?speaker=x']);
    const cookie = answer.headers.get('set-cookie')!;
    expect(cookie).toMatch(/; HttpOnly; SameSite=Lax/u);
    expect((await guarded('/talks', { cookie: cookie.split(';')[0]! })).status).toBe(200);
  });

  it('never leads elsewhere', async () => {
    const { answer } = await guarded(`//evil.example/?token=${token}`);
    expect(answer.headers.get('location') ?? '/').toMatch(/^\/(?!\/)/u);
  });
});
