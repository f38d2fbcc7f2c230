import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ErrorData } from '../../src/errors.js';
import { ranges } from '../../src/label/labels.js';
import type { Opening, View } from '../../src/label/protocol.js';
import { labelApp } from '../../src/label/server.js';
import { openSession } from '../../src/label/session.js';
import { folder } from '../cli/jianglu.js';
import { edits, idOf, keyOf, lexicon, noteId, quote, speaker, transcript } from '../edits/lecture.js';

const token = 'c0ffee';

/** The page's server over a log, saving into a new folder. */
function opened(labels?: string) {
  const out = folder();
  const file = labels === undefined ? undefined : join(out, labels);
  const session = openSession(transcript(), lexicon, { save: out, read: [out], labels: file });
  const app = labelApp(session, token);
  const get = (path: string, host = '127.0.0.1:8080') =>
    app.request(`http://${host}/${path}`, { headers: { host } });
  const post = (path: string, body: unknown) =>
    app.request(`http://127.0.0.1/${token}/${path}`, {
      method: 'POST',
      headers: { host: '127.0.0.1' },
      body: JSON.stringify(body),
    });
  return { out, file, get, post };
}

const judgement = { topics: {}, none: [], doubts: '' };

describe('the server of jianglu label', () => {
  it('answers its own page with the token, and nobody else', async () => {
    const { get } = opened();
    const page = await get(`${token}/`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain('<script type="module" src="main.js">');
    for (const path of ['', 'state', 'wrong/', 'wrong/state', `${token}x/state`])
      expect((await get(path)).status, path).toBe(403);
    for (const host of ['evil.example', '127.0.0.1.evil.example', 'localhost.evil:80'])
      expect((await get(`${token}/state`, host)).status, host).toBe(403);
    for (const name of ['main.ts', '..%2fserver.js', 'package.json'])
      expect((await get(`${token}/${name}`)).status, name).toBe(404);
  });

  it('gives the log and its note, shows what edits make of it, and saves them', async () => {
    const { get, post, out } = opened();
    const opening = (await (await get(`${token}/state`)).json()) as Opening;
    expect(opening).toMatchObject({ labels: null, edits: [{ note: noteId }], notes: [{ id: noteId }] });
    expect(opening.messages[idOf('案例')]!.text).toContain('案例');
    const own = edits({ lecture: { drop: [keyOf('补充一点')] }, headings: { set: [], remove: [] } });
    const view = (await (await post('preview', [own])).json()) as View;
    expect(view.notes[0]!.lecture!.messages).not.toContain(idOf('补充一点'));
    expect(view.roles[idOf('补充一点')]).not.toBe('lecture');
    const file = join(out, 'demo', `${noteId}.edits.json`);
    expect(await (await post('save', { edits: [own], judgement })).json()).toEqual([file]);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(edits({ lecture: { drop: [keyOf('补充一点')] } }));
    const again = (await (await get(`${token}/state`)).json()) as Opening;
    expect(again.notes[0]!.lecture!.messages).not.toContain(idOf('补充一点'));
    await post('save', { edits: [edits({})], judgement });
    expect(existsSync(file)).toBe(false);
  });

  it('refuses what the schema or another log forbids', async () => {
    const { post } = opened();
    const bad = await post('preview', [{ ...edits({}), extra: 1 }]);
    expect([bad.status, ((await bad.json()) as ErrorData).code]).toEqual([400, 'edits-invalid']);
    const other = await post('save', { edits: [{ ...edits({}), note: `x/../${noteId}` }], judgement });
    expect(other.status).toBe(400);
  });

  it('derives a title from what is selected', async () => {
    const { post } = opened();
    expect(await (await post('title', [quote('仓单质押的几道关口，')])).json()).toBe('仓单质押的几道关口');
  });

  it('saves a label in the form of the score script', async () => {
    const { post, file } = opened('labels/demo.json');
    const own = edits({ title: { text: '仓单' }, headings: { set: [{ at: quote('案例'), level: 2 }] } });
    const saved = await post('save', {
      edits: [own],
      judgement: { topics: { [noteId]: ['仓单', '质押'] }, none: [], doubts: '没有' },
    });
    expect(saved.status).toBe(200);
    const label = JSON.parse(readFileSync(file!, 'utf8'));
    expect(label).toMatchObject({ log: 'demo/2024-05-06', note: '没有', talks: [{ title: '仓单' }] });
    const [talk] = label.talks;
    expect(talk.speakers[0]).toBe(speaker);
    expect(talk.topics).toEqual(['仓单', '质押']);
    expect(talk.headings.at(-1)).toEqual({ msg: idOf('案例'), level: 2, marker: '', title: '案例' });
    expect(talk.qa).toEqual([{ q: [idOf('请问仓单')], a: [idOf('挂失')] }]);
    await post('save', { edits: [own], judgement: { ...judgement, none: [noteId] } });
    expect(JSON.parse(readFileSync(file!, 'utf8')).talks).toEqual([]);
  });

  it.each([
    [[], []],
    [[3], [3]],
    [
      [3, 4],
      [3, 4],
    ],
    [
      [1, 2, 3, 5, 7, 8, 9],
      [[1, 3], 5, [7, 9]],
    ],
  ])('writes %j as %j', (ids, wanted) => expect(ranges(ids)).toEqual(wanted));
});
