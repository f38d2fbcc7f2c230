import { expect, it } from 'vitest';
import { fail } from '../../../src/errors.js';
import type { Upstream } from '../../../src/publish/target.js';
import { mediawiki } from '../../../src/publish/targets/mediawiki.js';
import { targetContract } from '../contract.js';
import { talk } from '../talks.js';
import { World } from '../world.js';
import { wikiPlace } from './place.js';
import { describeWiki } from './wiki.js';

const [first, second, third] = ['甲讲', '乙讲', '丙讲'].map((title) => `${title}（2024-05-01）`) as [
  string,
  string,
  string,
];

describeWiki('真的 MediaWiki', (own) => {
  targetContract('mediawiki', {
    target: mediawiki,
    open: () => wikiPlace(own.wiki),
    merges: true,
    pages: true,
    titlesStay: true,
    slow: true,
  });

  it('a page that somebody has of a category stands, and no other is made', async () => {
    const place = await wikiPlace(own.wiki);
    const world = new World({ target: mediawiki, open: async () => place, merges: true, pages: true }, place);
    await place.edit('Category:术语', () => '我们的术语表。');
    world.notes.put(talk(1));
    for (let turn = 0; turn < 2; turn++) {
      await world.run();
      const names = [...(await place.pages()).keys()].filter((name) => name.startsWith('Category:'));
      expect(names.sort()).toEqual(['Category:主题', 'Category:分享', 'Category:术语', 'Category:讲者']);
      expect(await world.read('Category:术语')).toBe('我们的术语表。');
    }
  });

  it('a talk that has other titles again and again, also where a run is killed as it moves the page', async () => {
    const place = await wikiPlace(own.wiki);
    const world = new World({ target: mediawiki, open: async () => place, merges: true, pages: true }, place);
    const only = ['talk'];
    const named = (title: string) => world.notes.put(talk(1, { title, slug: title }));
    const killed = (upstream: Upstream): Upstream =>
      Object.assign(Object.create(upstream) as Upstream, {
        async move(from: string, to: string) {
          await place.rename!(from, to);
          throw fail('internal', { reason: 'killed' });
        },
      });
    for (const title of ['甲讲', '乙讲']) {
      named(title);
      await world.run({ only });
    }
    named('丙讲');
    await expect(world.run({ only }, killed)).rejects.toThrow('killed');
    await world.run({ only });
    const heads = await own.client.heads([first, second]);
    expect([...heads.values()]).toMatchObject([{ redirect: third }, { redirect: third }]);
    // What led there was edited since, so that MediaWiki moves nothing over it.
    named('甲讲');
    expect((await world.run({ only })).outcomes).toMatchObject([{ did: 'moved', name: `${first} 2` }]);
  });
});
