import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { search } from '../../src/search/search.js';
import { serveApp } from '../../src/serve/app.js';
import { asking, openedWith, someNotes, still } from './site.js';

const held = someNotes();
const store = await openedWith(held);
const host = 'localhost';

describe('answers', () => {
  it('are known again by their tag, until the store becomes another', async () => {
    let state = 'one';
    const ask = asking(store, { state: () => state });
    const first = await ask('/talks');
    const tag = first.answer.headers.get('etag')!;
    const again = await ask('/talks', { 'if-none-match': tag });
    expect([again.status, again.text]).toEqual([304, '']);
    state = 'two';
    expect((await ask('/talks', { 'if-none-match': tag })).status).toBe(304);
    expect((await ask('/talks', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('are rendered anew when the store became another', async () => {
    let state = 'one';
    let asked = 0;
    const ask = asking(store, {
      state: () => state,
      find: (...args) => {
        asked++;
        return search(...args);
      },
    });
    for (const _ of 'abc') await ask('/?q=商户');
    expect(asked).toBe(1);
    state = 'two';
    await ask('/?q=商户');
    expect(asked).toBe(2);
  });

  it('of a search are looked for once, for pages in any look, what is shown while one types, and REST', async () => {
    let asked = 0;
    const ask = asking(store, {
      find: (...args) => {
        asked++;
        return search(...args);
      },
    });
    const paths = [
      '/?q=商户',
      '/?q=商户&part=results',
      '/?q=商户&theme=dark&lang=en',
      '/api/v1/search?q=商户',
    ];
    for (const path of paths) expect((await ask(path)).text).toContain('商户');
    expect(asked).toBe(1);
    await ask('/?q=商户&kind=risk');
    expect(asked).toBe(2);
  });

  it('say in the language of the page what of a search was not heeded, and by REST with a code', async () => {
    const ask = asking(store);
    const query = '商户 kind:banana speaker:无此人';
    expect((await ask(`/?q=${query}&lang=zh`)).text).toContain(
      '“kind:banana”按文字搜索：这个筛选只接受risk、',
    );
    expect((await ask(`/?q=${query}&lang=zh`)).text).toContain('没有叫“无此人”的讲者。');
    expect((await ask(`/?q=${query}&lang=en`)).text).toContain('no speaker is called 无此人.');
    expect(JSON.parse((await ask(`/api/v1/search?q=${query}`)).text).notices).toMatchObject([
      { code: 'value', about: 'kind:banana' },
      { code: 'speaker', about: '无此人' },
    ]);
  });

  it('say the same of what the form or REST filters by, and nobody meets', async () => {
    const ask = asking(store);
    const filters = 'topic=无此主题&speaker=无此人&broader=无此概念&since=2099-01-01&in=section';
    const { text } = await ask(`/?q=商户&${filters}&lang=zh`);
    for (const told of [
      '没有主题为“无此主题”的分享。',
      '没有叫“无此人”的讲者。',
      '这段时间没有分享：since:2099-01-01。',
      '没有叫“无此概念”的术语。',
      '“broader:无此概念”只筛选术语，而术语不在搜索范围内。',
    ])
      expect(text).toContain(told);
    const { notices } = JSON.parse((await ask(`/api/v1/search?q=商户&${filters}`)).text);
    expect(notices.map(({ code }: { code: string }) => code)).toEqual([
      'topic',
      'speaker',
      'period',
      'concept',
      'no-terms',
    ]);
  });

  it('are packed where that is taken, the first page below 100 KB', async () => {
    const { app } = serveApp({ source: still(store), find: search, logs: [] });
    const packed = await app.request('/', { headers: { host, 'accept-encoding': 'gzip, br' } });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    const bytes = Buffer.from(await packed.arrayBuffer());
    expect(bytes.length).toBeLessThan(100 * 1024);
    const plain = await app.request('/', { headers: { host } });
    expect(gunzipSync(bytes).toString()).toBe(await plain.text());
    for (const taken of ['gzip;q=0', 'gzip;q=0 , br', 'x-gzip']) {
      const refused = await app.request('/', { headers: { host, 'accept-encoding': taken } });
      expect([taken, refused.headers.get('content-encoding')]).toEqual([taken, null]);
    }
  });

  it('differ by language and look, whatever was rendered before', async () => {
    const ask = asking(store);
    await ask('/talks', { cookie: 'lang=zh; theme=dark' });
    const { text } = await ask('/talks', { cookie: 'lang=en; theme=light' });
    expect(text).toContain('<html lang="en" data-theme="light">');
  });

  it('give the results alone to a page that has the rest', async () => {
    const { text } = await asking(store)('/?q=商户&part=results');
    expect(text).toMatch(/^<p class="count"/u);
    expect(text).toContain('<mark>商户</mark>');
  });
});

describe('what watches over it', () => {
  it('counts requests by route and status, with their time, and the size of the store', async () => {
    const ask = asking(store);
    await ask('/talks');
    await ask('/talks');
    await ask(`/talks/${held[0]!.note.id}`);
    await ask('/talks/nobody');
    await ask('/some/where');
    const { text, answer } = await ask('/metrics');
    expect(answer.headers.get('content-type')).toContain('version=0.0.4');
    expect(text).toContain('jianglu_requests_total{route="/talks",status="200"} 2');
    expect(text).toContain('jianglu_requests_total{route="/talks/:id",status="404"} 1');
    expect(text).toContain('jianglu_requests_total{route="other",status="404"} 1');
    expect(text).toMatch(/jianglu_request_duration_seconds_bucket\{route="\/talks",le="\+Inf"\} 2/u);
    expect(text).toContain(`jianglu_store_size{what="talks"} ${held.length}`);
    for (const line of text.trimEnd().split('\n'))
      expect(line).toMatch(/^(?:# (?:HELP|TYPE) \w+ .+|\w+(?:\{[^}]*\})? [\d.e+-]+)$/u);
  });
});
