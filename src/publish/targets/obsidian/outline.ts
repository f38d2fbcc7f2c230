import type { List, RootContent } from 'mdast';
import { toString as wordsIn } from 'mdast-util-to-string';
import { bulleted, heading, item, paragraph, text } from '../../../markdown/nodes.js';
import type { Page } from '../../../markdown/page.js';
import { headingWords } from '../../../markdown/parts.js';
import type { Section } from '../../../schema/note.js';
import type { Anchors } from './anchors.js';
import { isLinkable } from './links.js';
import { vaultLink } from './nodes.js';

/** What Obsidian passes over on both sides when it looks for a heading. */
const passed = /[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\s]+/gu;
const looked = (words: string): string => words.replace(passed, ' ').trim().toLowerCase();

/** Headings that a link finds: those whose words may stand in one, and are no other heading's. */
function findableIn(nodes: readonly RootContent[]): Set<string> {
  const all = nodes.filter((node) => node.type === 'heading').map((node) => wordsIn(node));
  const counts = new Map<string, number>();
  for (const words of all) counts.set(looked(words), (counts.get(looked(words)) ?? 0) + 1);
  return new Set(all.filter((words) => isLinkable(words) && counts.get(looked(words)) === 1));
}

/** The tree of headings, each a link to its heading, or else to the block of the message that states it. */
export function outlineLinks(page: Page, body: readonly RootContent[], anchors: Anchors): RootContent[] {
  const { sections } = page.note;
  const own = heading(2, page.words.outline);
  const found = findableIn([own, ...body]);
  const line = (section: Section) => {
    const words = headingWords(section);
    const id = anchors.get(section.message);
    if (found.has(words)) return vaultLink('', words, words);
    return id === undefined ? text(words) : vaultLink('', words, `^${id}`);
  };
  const list = (some: readonly Section[]): List =>
    bulleted(
      some.map((section) =>
        item([paragraph([line(section)]), ...(section.sections.length ? [list(section.sections)] : [])]),
      ),
    );
  return sections.length ? [own, list(sections)] : [];
}
