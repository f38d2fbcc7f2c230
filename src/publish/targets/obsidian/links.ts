import type { VaultLink } from './nodes.js';

/** What no wikilink can hold in its path or anchor, or what might act before the link is read. */
const unlinkable = /[#^[\]|\\$`<>*\n]|%%|\{\{|==|~~|__/u;
/** What words, beside that, would not say in a wikilink as they do elsewhere: nothing can be escaped there. */
const unsayable = /&(?=#?\w)|::/u;

const percent = (characters: string): string =>
  [...Buffer.from(characters)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

/** An address that people can read: letters of any script stay. */
export const encoded = (path: string): string => path.replace(/[^\p{L}\p{N}/._·^-]+/gu, percent);

const withoutExtension = (path: string): string => path.replace(/\.md$/iu, '');

/** Whether words may stand in a wikilink, on both of its sides. */
export const isLinkable = (words: string): boolean =>
  words.trim() !== '' && !unlinkable.test(words) && !unsayable.test(words);

/** A wikilink, by the whole path so that it means one page only; undefined where its parts cannot stand in one. */
function wikilink({ path, anchor, words }: Omit<VaultLink, 'type'>): string | undefined {
  const target = withoutExtension(path);
  if (unlinkable.test(target + anchor.replace(/^\^/u, '')) || !isLinkable(words)) return undefined;
  return `[[${target}${anchor === '' ? '' : `#${anchor}`}|${words}]]`;
}

/** A link in a page: a wikilink, or else one of Markdown, which can hold all. */
export const linkText = (link: Omit<VaultLink, 'type'>, escapedWords: string): string =>
  wikilink(link) ??
  `[${escapedWords}](${encoded(link.path)}${link.anchor === '' ? '' : `#${encoded(link.anchor)}`})`;

/** A link as a property's value, where there are wikilinks only: without its words, or they alone, where need be. */
export function linkValue(path: string, words: string): string {
  const target = withoutExtension(path);
  return wikilink({ path, anchor: '', words }) ?? (unlinkable.test(target) ? words : `[[${target}]]`);
}

/** What acts in an address if Obsidian reads it before Markdown does, with what it is written as instead. */
export const inertAddress = (url: string): string =>
  url
    .replace(/%(?![0-9A-Fa-f]{2})/gu, '%25')
    .replace(/(?<==)=/gu, '%3D')
    .replace(/[[\]{}<>^|$`"\\]/gu, percent);
