import { mediawiki } from '../../../src/publish/targets/mediawiki.js';
import { targetContract } from '../contract.js';
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
});
