import type { List, RootContent } from 'mdast';
import { toString as wordsIn } from 'mdast-util-to-string';
import type { Section } from '../../../schema/note.js';
import { bulleted, heading, item, paragraph, text } from '../../markdown/nodes.js';
import type { Page } from '../../markdown/page.js';
import { headingWords } from '../../markdown/parts.js';
import type { Anchors } from './anchors.js';
import { vaultLink } from './nodes.js';

/** Words that Obsidian looks for as they are in a link to a heading; others it takes out on one side or the other. */
const findable = /^[\p{L}\p{N}、，。？！（）《》“”‘’·—\- ]+$/u;

/** Headings that a link finds: those whose words are plain, and no other heading's. */
function findableIn(nodes: readonly RootContent[]): Set<string> {
  const counts = new Map<string, number>();
  for (const node of nodes) {
    if (node.type !== 'heading') continue;
    const words = wordsIn(node);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return new Set(
    [...counts].filter(([words, count]) => count === 1 && findable.test(words)).map(([words]) => words),
  );
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
