import type { PhrasingContent } from 'mdast';
import { paragraph, text } from '../../../markdown/nodes.js';
import type { Templating } from '../../target.js';
import { vaultLink } from './nodes.js';
import { withKey } from './properties.js';
import { written } from './write.js';

const line = (node: PhrasingContent): string =>
  written({ type: 'root', children: [paragraph([node])] }).replace(/\n$/u, '');

/** How templates write pages of a vault, whose root lies so far above them (`prefixOf`). */
export const vaultTemplating = (prefix: string): Templating => ({
  escape: (words) => line(text(words)),
  link: (_, to, words) => line(vaultLink(prefix + to, words)),
  mark: withKey,
});
