import type { Heading, Node, Root } from 'mdast';
import { toString as wordsIn } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { renderMarkdown } from '../../src/markdown/note.js';
import type { Block } from '../../src/schema/note.js';
import { note, span } from '../note.js';

/** The page after its front matter, read by a Markdown reader. */
export function parsed(page: string): Root {
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .parse(page.replace(/^---\n.*?\n---\n/su, ''));
}

/** All nodes of a type. */
export function found<T extends Node>(tree: Root, type: T['type']): T[] {
  const nodes: T[] = [];
  visit(tree, type, (node) => void nodes.push(node as unknown as T));
  return nodes;
}

/** A paragraph of a span each of message 1, 2, … */
export const paragraph = (...texts: string[]): Block => ({
  type: 'paragraph',
  spans: texts.map((text, i) => span(text, i + 1)),
});
/** Depth and words of all headings. */
export const headings = (tree: Root) =>
  found<Heading>(tree, 'heading').map((node) => `${node.depth} ${wordsIn(node)}`);

/** What a reader sees of the paragraph's words, references left out. */
export function read(block: Block): { tree: Root; words: string; page: string } {
  const page = renderMarkdown(note({ lead: [block] }));
  const tree = parsed(page);
  const at = tree.children.findIndex((node) => node.type === 'heading' && wordsIn(node) === '正文');
  return { tree, page, words: tree.children[at + 1] ? wordsIn(tree.children[at + 1]) : '' };
}
