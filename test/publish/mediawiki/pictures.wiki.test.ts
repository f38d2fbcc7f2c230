import { hash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { fail } from '../../../src/errors.js';
import type { PublishOptions } from '../../../src/publish/engine/options.js';
import { pictureKey } from '../../../src/publish/keys.js';
import { find } from '../../../src/publish/mediawiki/markers.js';
import { pictureName } from '../../../src/publish/mediawiki/pictures.js';
import { picture } from '../../../src/publish/mediawiki/wikitext.js';
import type { Fetched } from '../../../src/publish/pictures/fetch.js';
import type { TargetOptions, Upstream, Write } from '../../../src/publish/target.js';
import { mediawiki } from '../../../src/publish/targets/mediawiki.js';
import type { Note } from '../../../src/schema/note.js';
import { pngOf } from '../pictures/png.js';
import { section, talk } from '../talks.js';
import { counts, World } from '../world.js';
import { hostile } from './hostile.js';
import { wikiPlace } from './place.js';
import { elementsIn, wordsIn } from './seen.js';
import { describeWiki } from './wiki.js';

const at = (path: string) => `https://pic.example${path}`;
const fileOf = (path: string) => pictureName(`${pictureKey(at(path)).replace('picture:', '')}.png`);
/** A talk that shows pictures. */
const showing = (number: number, ...paths: string[]): Note =>
  talk(number, { sections: [section('开证', paths.map((path) => `看![图](${at(path)})`).join('。'))] });
const sha1 = (bytes: Buffer) => hash('sha1', bytes);

describeWiki('pictures on a wiki', (own) => {
  /** Runs over an empty wiki, and the pictures that are to be had. */
  async function begin(pictures: Record<string, Buffer> = { '/1.png': pngOf(1), '/2.png': pngOf(2) }) {
    const place = await wikiPlace(own.wiki);
    const subject = { target: mediawiki, open: async () => place, merges: true, pages: true };
    const asked: string[] = [];
    const fetch = async (url: string) => {
      asked.push(url);
      const bytes = pictures[url.slice(at('').length)];
      return bytes ? ({ bytes, ending: 'png' } satisfies Fetched) : ({ refused: 'status' } as const);
    };
    let world = new World(subject, place);
    return {
      put: (...notes: Note[]) => world.notes.put(...notes),
      run: (
        more: Partial<PublishOptions> = {},
        policy: TargetOptions['pictures'] = 'download',
        through?: (upstream: Upstream) => Upstream,
      ) =>
        world.run(
          {
            ...{ options: { ...place.options, pictures: policy, dryRun: more.dryRun ?? false } },
            // Pages of speakers, topics and terms show no pictures of their own, and take their time.
            ...{ fetch, only: ['talk'], ...more },
          },
          through,
        ),
      text: async (number: number) =>
        (await place.pages()).get(`信用证第${number}讲（2024-05-0${number}）`) as string,
      about: async (path: string) => (await own.client.read([fileOf(path)])).get(fileOf(path)),
      file: async (path: string) => (await own.client.files([fileOf(path)])).get(fileOf(path)),
      asked: () => asked.splice(0),
      trace: () => place.trace(),
      loseState() {
        world = new World(subject, place);
      },
    };
  }

  it('are uploaded, and pages show them; a second run writes nothing', async () => {
    const { put, run, text, file, about, asked, trace } = await begin();
    put(showing(1, '/1.png', '/2.png'), showing(2, '/1.png'));
    const first = await run();
    expect(first.told).toEqual([]);
    expect(Object.keys(counts(first))).toEqual(['created']);
    expect((await file('/1.png'))?.sha1).toBe(sha1(pngOf(1)));
    expect(await text(1)).toContain(`[[${fileOf('/1.png')}|thumb|none|alt=图|&#22270;]]`);
    expect(await text(2)).not.toContain('pic.example');
    const page = await about('/1.png');
    expect(page).toMatchObject({ text: expect.stringContaining(`[${at('/1.png')} `) });

    asked();
    const before = [await trace(), page];
    expect(Object.keys(counts(await run()))).toEqual(['same']);
    expect(asked()).toEqual([]);
    expect([await trace(), await about('/1.png')]).toEqual(before);
  });

  it('are shown by MediaWiki, with words that stay words whatever they are', async () => {
    const { put, run } = await begin();
    put(showing(1, '/1.png'));
    await run();
    const options = [
      'left',
      '右',
      '缩略图',
      'link=https://evil.example/',
      '链接=首页',
      '100px',
      'alt=x',
      'class=x',
    ];
    for (const words of [...options, ...hostile.map(([, text]) => text)]) {
      const { html, links, others } = await own.wiki.parse(picture(fileOf('/1.png'), words));
      const allowed = new Set(['div', 'a', 'img', 'br', 'p']);
      expect(
        elementsIn(html).filter((element) => !allowed.has(element)),
        words,
      ).toEqual([]);
      expect([links, others], words).toEqual([[], [fileOf('/1.png').replace('File:', '')]]);
      expect(html, words).toContain('<div class="thumb tnone">');
      const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
      expect(bare(wordsIn(html)), words).toBe(bare(words.normalize('NFC')));
    }
    const { html } = await own.wiki.parse(picture(fileOf('/1.png'), '图 "一" <b>|]]'));
    expect(html).toContain('alt="图 &quot;一&quot; &lt;b&gt;|]]"');
  });

  it('nothing is uploaded by a dry run', async () => {
    const { put, run, file, asked } = await begin();
    put(showing(1, '/1.png'));
    expect((await run({ dryRun: true })).told).toEqual(['1 picture would be fetched']);
    expect([asked(), await file('/1.png')]).toEqual([[], undefined]);
  });

  it('that the wiki refuses stay links, which is told; the run goes on', async () => {
    const { put, run, text, file } = await begin({
      '/1.png': Buffer.from('no picture at all'),
      '/2.png': pngOf(2),
    });
    put(showing(1, '/1.png', '/2.png'));
    const done = await run();
    expect(done.told).toEqual([
      expect.stringMatching(/^https:\/\/pic\.example\/1\.png stays a link: .+ \[refused\]$/u),
    ]);
    expect(Object.keys(counts(done))).toEqual(['created']);
    expect(await text(1)).toContain(`[${at('/1.png')} 图]`);
    expect(await text(1)).toContain(`[[${fileOf('/2.png')}|`);
    expect(await file('/1.png')).toBeUndefined();
  });

  it('stay links where uploads are off, which is told; nothing is fetched', async () => {
    const closed = join(own.wiki.folder, 'nouploads');
    onTestFinished(() => rmSync(closed, { force: true }));
    writeFileSync(closed, '');
    const { put, run, text, asked } = await begin();
    put(showing(1, '/1.png'));
    const done = await run();
    expect(done.told).toEqual(['pictures stay links: the wiki takes no files from this account']);
    expect(asked()).toEqual([]);
    expect(await text(1)).toContain(`[${at('/1.png')} 图]`);
    rmSync(closed);
    expect(counts(await run())).toMatchObject({ created: 1, updated: 1 });
  });

  it('that a person deleted are not uploaded again, not even without a state; --restore does', async () => {
    const { put, run, text, file, loseState } = await begin();
    put(showing(1, '/1.png'));
    await run();
    await own.wiki.as('admin', { action: 'delete', title: fileOf('/1.png'), reason: '删' });
    expect((await run()).told[0]).toMatch(/^1 picture that people deleted stays a link/u);
    expect(await text(1)).toContain(`[${at('/1.png')} 图]`);
    loseState();
    put(showing(1, '/1.png'));
    expect((await run()).told[0]).toContain('stays a link: people deleted it from the wiki');
    expect(await file('/1.png')).toBeUndefined();
    await run({ restore: true });
    expect((await file('/1.png'))?.sha1).toBe(sha1(pngOf(1)));
    expect(await text(1)).toContain(`[[${fileOf('/1.png')}|`);
  });

  it('that the wiki has under another name are shown from there, and stay somebody’s', async () => {
    const { put, run, text, file } = await begin();
    await own.client.upload({ name: '编辑的图.png', bytes: pngOf(1), comment: '人传的' });
    put(showing(1, '/1.png'));
    await run();
    expect(await text(1)).toContain('[[File:编辑的图.png|');
    expect(await file('/1.png')).toBeUndefined();
    expect(Object.keys(counts(await run()))).toEqual(['same']);
    put(talk(1));
    expect((await run()).told).toEqual([
      expect.stringMatching(/^File:编辑的图\.png is shown no more; .*stays$/u),
    ]);
    expect((await own.client.read(['File:编辑的图.png'])).get('File:编辑的图.png')).toMatchObject({
      text: '人传的',
    });
  });

  it('that a person put in the place of ours stand and are shown, also without a state', async () => {
    const { put, run, text, file } = await begin();
    const name = fileOf('/1.png').replace('File:', '');
    await own.client.upload({ name, bytes: pngOf(9), comment: '人画的' });
    put(showing(1, '/1.png'));
    await run();
    expect((await file('/1.png'))?.sha1).toBe(sha1(pngOf(9)));
    expect(await text(1)).toContain(`[[${fileOf('/1.png')}|`);
  });

  it('that no talk shows any more stay, say so, and may come back', async () => {
    const { put, run, text, file, about } = await begin();
    put(showing(1, '/1.png'));
    await run();
    put(talk(1));
    const done = await run();
    expect(done.told).toEqual([
      `${fileOf('/1.png')} is shown no more; it stays until an administrator deletes it`,
    ]);
    expect(counts(done)).toMatchObject({ removed: 1, updated: 1 });
    expect(await file('/1.png')).toBeDefined();
    expect(await about('/1.png')).toMatchObject({ text: expect.stringContaining('[[Category:讲录撤下]]') });
    expect(Object.keys(counts(await run()))).toEqual(['same']);
    put(showing(1, '/1.png'));
    await run();
    expect(await text(1)).toContain(`[[${fileOf('/1.png')}|`);
    const page = await about('/1.png');
    expect(find((page as { text: string }).text)?.key).toBe(pictureKey(at('/1.png')));
  });

  it.each([false, true])(
    'are there once after a run that was killed (after the upload: %s)',
    async (after) => {
      const { put, run, text, file, asked } = await begin();
      put(showing(1, '/1.png'));
      const killed = (upstream: Upstream): Upstream =>
        new Proxy(upstream, {
          get(target, name) {
            const value = Reflect.get(target, name, target);
            if (name !== 'write') return typeof value === 'function' ? value.bind(target) : value;
            return async (page: Write) => {
              if (after) await target.write(page);
              throw fail('internal', { reason: 'killed' });
            };
          },
        });
      await expect(run({}, 'download', killed)).rejects.toThrow();
      asked();
      expect(Object.keys(counts(await run())).sort()).toEqual(after ? ['created', 'same'] : ['created']);
      expect(asked()).toEqual(after ? [] : [at('/1.png')]);
      expect((await file('/1.png'))?.sha1).toBe(sha1(pngOf(1)));
      expect(await text(1)).toContain(`[[${fileOf('/1.png')}|`);
      const { query } = await own.wiki.ask({ action: 'query', list: 'allimages', ailimit: '50' });
      expect(query.allimages).toHaveLength(1);
    },
  );

  it('are known again without a state, and where a person moved them', async () => {
    const { put, run, text, asked, trace, loseState } = await begin();
    put(showing(1, '/1.png'));
    await run();
    const before = await trace();
    asked();
    loseState();
    put(showing(1, '/1.png'));
    expect(Object.keys(counts(await run()))).toEqual(['same']);
    expect(asked()).toEqual([]);
    await own.wiki.as('admin', {
      action: 'move',
      from: fileOf('/1.png'),
      to: 'File:流程.png',
      reason: '改名',
    });
    expect(Object.keys(counts(await run()))).toEqual(['same']);
    expect(await trace()).toBe(before);
    const { html } = await own.wiki.parse(await text(1));
    expect(html).toMatch(/<img [^>]*src="\/img_auth\.php\//u);
  });
});
