import { describe, expect, it } from 'vitest';
import { asking, exampleNote, openedWith, someNotes } from './site.js';

const held = someNotes();
const store = await openedWith(held);
const ask = asking(store);
const example = exampleNote();
const one = held.find(({ note }) => note.id === 'riskroom-2024-05-28-a83adde9')!.note;

describe('the pages', () => {
  it.each([
    '/',
    '/?q=商户',
    '/talks',
    '/glossary',
    '/glossary?letter=X',
    '/glossary?kind=regulation',
    '/timeline',
    '/speakers',
  ])('render %s with a title, one heading and the frame', async (path) => {
    const { status, text, answer } = await ask(path);
    expect(status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(text).toMatch(/<title>[^<]*讲录<\/title>/u);
    expect(text.match(/<h1[ >]/gu)).toHaveLength(1);
    expect(text).not.toMatch(/ style=|<script(?! type="module" src=)|undefined|\[object/u);
  });

  it.each(held.map(({ note }) => note.id))('render the talk %s', async (id) => {
    const { status, text } = await ask(`/talks/${encodeURIComponent(id)}`);
    expect(status).toBe(200);
    expect(text.match(/<h1[ >]/gu)).toHaveLength(1);
    expect(text).not.toMatch(/ style=|undefined|\[object/u);
  });

  it('show the log beside the note, each leading to the other, chatter folded', async () => {
    const { text } = await ask(`/talks/${one.id}`);
    expect(text).toContain('id="m20"');
    expect(text).toContain('<a class="ref" href="#m20"');
    expect(text).toMatch(/id="m20"[\s\S]*?class="back" href="#p-sections-0-sections-0"/u);
    const anchors = new Set([...text.matchAll(/ id="([^"]+)"/gu)].map((match) => match[1]));
    const targets = [...text.matchAll(/href="#([^"]+)"/gu)].map((match) => match[1]);
    expect(targets.filter((target) => !anchors.has(target))).toEqual([]);
    expect(text.match(/ id="/gu)).toHaveLength(anchors.size);
  });

  it('fold chatter by the ledger beside the note, and by the note where there is none', async () => {
    const { text } = await ask(`/talks/${example.note.id}`);
    expect(/<li class="fold"><details><summary>\d+ 条签到</u.test(text)).toBe(true);
    const alone = await ask(`/talks/${one.id}`);
    expect(/<li class="fold"><details><summary>\d+ 条其他</u.test(alone.text)).toBe(true);
  });

  it('do not say again below a heading what only announces it', async () => {
    const { text } = await ask(`/talks/${example.note.id}`);
    const [told, log] = text.split('<section class="log"');
    expect(told).toContain('所谓轧差结算，就是把同一个卖家的');
    expect(told).not.toContain('接下来说一下轧差结算');
    expect(log).toContain('接下来说一下轧差结算');
  });

  it('say that there is no log, and show the note alone', async () => {
    const { text } = await asking(store, { logs: [import.meta.dirname] })(`/talks/${one.id}`);
    expect(text).toContain('没有找到这篇分享的聊天记录');
    expect(text).not.toContain('href="#m20"');
    expect(text).toContain(one.title);
  });

  it('show no log whose nicks the note hides', async () => {
    const hide: typeof store.talk = async (id) => {
      const found = (await store.talk(id))!;
      return { ...found, note: { ...found.note, pseudonymized: 'abcdef12' } };
    };
    const { text } = await asking({ ...store, talk: hide })(`/talks/${one.id}`);
    expect(text).toContain('聊天记录不予展示');
    expect(text).not.toContain('id="m20"');
  });

  it('speak English where it is asked for, and keep that', async () => {
    expect((await ask('/', { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.1' })).text).toContain('Latest talks');
    expect((await ask('/', { 'accept-language': 'en', cookie: 'lang=zh' })).text).toContain('最近的分享');
    const { answer, text } = await ask('/?lang=en');
    expect(text).toContain('<html lang="en"');
    expect(answer.headers.get('set-cookie')).toMatch(/^lang=en;/u);
  });

  it('take light or dark from a link, and keep it', async () => {
    const { answer, text } = await ask('/talks?theme=dark');
    expect(text).toContain('data-theme="dark"');
    expect(answer.headers.get('set-cookie')).toMatch(/^theme=dark;/u);
    expect((await ask('/talks', { cookie: 'theme=light' })).text).toContain('data-theme="light"');
  });

  it('point from a synonym to the preferred term', async () => {
    expect((await ask('/glossary?letter=W')).text).toMatch(/class="synonym"/u);
  });

  it('link terms in running text, with what they mean', async () => {
    const { text } = await ask(`/talks/${one.id}`);
    expect(text).toMatch(/<a class="term" href="\/concepts\/[^"]+" title="[^"]{5,}">/u);
  });

  it('draw talks and topics over time, with a table', async () => {
    const { text } = await ask('/timeline');
    expect(text.match(/<rect class="cell"/gu)).toHaveLength(held.length);
    expect(text).toMatch(/<path class="area" d="M/u);
    expect(text).toMatch(/<table><thead><tr><th scope="col">主题/u);
  });
});
