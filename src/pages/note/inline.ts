import type { PhrasingContent } from 'mdast';
import { inline } from '../../readable/text.js';
import { conceptPath } from '../address.js';
import { type Html, h, isFollowed, type Part } from '../html.js';
import type { Setting } from './setting.js';

/** A link that leaves this place; as words where it may not be followed. */
export function outward(url: string, text: string): Part {
  if (!isFollowed(url)) return text === url ? url : h`${text} <span class="dead">${url}</span>`;
  return h`<a class="out" href="${url}" rel="noopener noreferrer nofollow">${text}</a>`;
}

/** A picture that lies here, else its caption and its link: nothing is loaded from elsewhere. */
export function picture(
  { words, pictures }: Pick<Setting, 'words' | 'pictures'>,
  url: string,
  caption: string,
): Html {
  const name = caption.trim() || words.talk.picture;
  const here = isFollowed(url) ? pictures.at(url) : undefined;
  if (here)
    return h`<span class="picture"><a href="${here}"><img src="${here}" alt="${name}" loading="lazy" /></a><span class="caption">${name}</span></span>`;
  if (pictures.omits) return h`<span class="picture missing"><span class="caption">${name}</span></span>`;
  return h`<span class="picture missing" title="${words.talk.noPicture}"><span class="caption">${name}</span> ${outward(url, url)}</span>`;
}

/**
 * Words with the first name of each concept linked that somebody defines: links to others would say nothing, and the
 * taxonomy knows every third word. `named` are the concepts that the block has linked before.
 */
function withTerms({ find, tips }: Setting, text: string, named: Set<string>): Part {
  const parts: Part[] = [];
  let at = 0;
  for (const { start, end, key } of find(text)) {
    const tip = tips.get(key);
    if (!tip || named.has(key)) continue;
    named.add(key);
    parts.push(
      text.slice(at, start),
      h`<a class="term" href="${conceptPath(key)}" title="${tip}">${text.slice(start, end)}</a>`,
    );
    at = end;
  }
  return [...parts, text.slice(at)];
}

function drawn(setting: Setting, node: PhrasingContent, named: Set<string>): Part {
  if (node.type === 'text') return withTerms(setting, node.value, named);
  if (node.type === 'image') return picture(setting, node.url, node.alt ?? '');
  if (node.type !== 'link') return '';
  const [child] = node.children;
  return outward(node.url, child?.type === 'text' ? child.value : node.url);
}

/** A span's text: links and pictures as such, names of concepts linked, all else words. */
export function words(setting: Setting, text: string, named: Set<string> = new Set()): Part {
  return inline(text).map((node) => drawn(setting, node, named));
}
