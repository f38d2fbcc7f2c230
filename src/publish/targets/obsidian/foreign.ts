import type { Code, Image, Link, PhrasingContent, RootContent } from 'mdast';
import { toString as wordsIn } from 'mdast-util-to-string';
import { paragraph, text } from '../../../markdown/nodes.js';
import { pictureKey } from '../../keys.js';
import type { NameOf, TargetOptions } from '../../target.js';
import { encoded, inertAddress } from './links.js';

/** Addresses that lead out of the vault; others a member may have typed to reach a page in it. */
const outside = /^(?:https?|mailto):/iu;

/** What becomes of pictures: where one that was fetched stands, the policy for the others. */
export interface Pictures {
  pictures: TargetOptions['pictures'];
  placeOf: NameOf;
}

function address(node: Link | Image, { pictures, placeOf }: Pictures): PhrasingContent[] {
  const words = node.type === 'image' ? (node.alt ?? '') : wordsIn(node);
  if (!outside.test(node.url)) return [text(words === node.url ? words : `${words} ${node.url}`)];
  if (node.type === 'image' && pictures === 'omit') return words === '' ? [] : [text(words)];
  const fetched = node.type === 'image' ? placeOf(pictureKey(node.url)) : undefined;
  return [{ ...node, url: fetched === undefined ? inertAddress(node.url) : encoded(fetched) }];
}

/** Templater runs what it finds between `<%` and `%>` even in code, where nothing can be escaped. */
const isRun = ({ value }: Code): boolean => value.includes('<%');

/** What members typed, without what would act in a vault though it is plain Markdown: addresses in it, code that runs. */
export function tamed(node: RootContent, pictures: Pictures): RootContent[] {
  if (node.type === 'link' || node.type === 'image') return address(node, pictures);
  if (node.type === 'code' && isRun(node)) return [paragraph([text(node.value)])];
  if (!('children' in node)) return [node];
  const children = (node.children as RootContent[]).flatMap((child) => tamed(child, pictures));
  return [{ ...node, children } as RootContent];
}
