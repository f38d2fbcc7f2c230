import { expect, it } from 'vitest';
import { mediawiki } from '../../../src/publish/targets/mediawiki.js';
import { targetContract } from '../contract.js';
import { talk } from '../talks.js';
import { World } from '../world.js';
import { wikiPlace } from './place.js';
import { describeWiki } from './wiki.js';

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
});
