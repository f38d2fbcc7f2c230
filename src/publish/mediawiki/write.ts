import type {
  FootnoteDefinition,
  Image,
  Link,
  List,
  ListItem,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast';
import { toString as wordsIn } from 'mdast-util-to-string';
import { text } from '../../markdown/nodes.js';
import * as wiki from './wikitext.js';

/** How a tree becomes wikitext. */
export interface Writing {
  /** Whether the wiki has footnotes (`Site.footnotes`); without, anchors take their place. */
  footnotes: boolean;
  /** Heading above the footnotes. */
  references: string;
}

/** Of the addresses of pages within the wiki; no address that members type passes with it (`isSafe`). */
const scheme = 'wiki:';

/** A link to a page of the wiki, for trees that `written` takes. */
export const pageLink = (title: string, words: string): PhrasingContent => ({
  type: 'link',
  url: scheme + title,
  children: [text(words)],
});

/** A table whose heads may stand in its first column. */
export interface WikiTable extends Table {
  heads?: 'row' | 'column';
}

/** The address of a file of the wiki as that of a picture, for trees that `written` takes. `title`: with its namespace. */
export const fileAddress = (title: string): string => scheme + title;

interface State extends Writing {
  notes: Map<string, FootnoteDefinition>;
  /** Footnotes that were referred to, in this order. */
  used: string[];
}

/** A reference to a footnote, whose words stand at the first one. */
function reference(state: State, name: string): string {
  const first = !state.used.includes(name);
  if (first) state.used.push(name);
  if (!state.footnotes) return `<sup>[[#${name}|${wiki.inline(`[${state.used.indexOf(name) + 1}]`)}]]</sup>`;
  const note = state.notes.get(name);
  return wiki.footnote(name, first && note ? wordsIn(note) : undefined);
}

function link({ url, children }: Link): string {
  const words = wordsIn(children);
  return url.startsWith(scheme) ? wiki.link(url.slice(scheme.length), words) : wiki.external(url, words);
}

/** A picture that the wiki has is shown, others are addresses to follow. */
function image({ url, alt }: Image): string {
  if (url.startsWith(scheme)) return wiki.picture(url.slice(scheme.length), alt ?? '');
  return wiki.external(url, alt || url);
}

/** A text behind another node: a blank between the two is no blank at the beginning of a line. */
const behind = (value: string): string =>
  value.startsWith(' ') ? ` ${wiki.inline(value.slice(1))}` : wiki.inline(value);

function phrase(state: State, node: PhrasingContent, index: number): string {
  if (node.type === 'text') return index === 0 ? wiki.inline(node.value) : behind(node.value);
  if (node.type === 'link') return link(node);
  if (node.type === 'image') return image(node);
  if (node.type === 'footnoteReference') return reference(state, node.identifier);
  if (node.type === 'break') return '<br />';
  return wiki.inline(wordsIn(node));
}

const line = (state: State, nodes: readonly PhrasingContent[]): string =>
  nodes.map((node, index) => phrase(state, node, index)).join('');

/** An item in one line, as wikitext wants it, then the lists in it. */
function item(state: State, { children }: ListItem, marks: string, label: string): string[] {
  const words = children.flatMap((child) =>
    child.type === 'paragraph' ? [line(state, child.children)] : [],
  );
  const lists = children.flatMap((child) => (child.type === 'list' ? list(state, child, marks) : []));
  return [`${marks} ${label}${words.join('<br />')}`, ...lists];
}

/** The lines of a list. Wikitext counts from one only: other numbers stand in the items. */
function list(state: State, { ordered, start, children }: List, outer: string): string[] {
  const first = start ?? 1;
  const counts = ordered && first === 1;
  const marks = outer + (counts ? '#' : '*');
  const label = (index: number) => (ordered && !counts ? `${first + index}. ` : '');
  return children.flatMap((child, index) => item(state, child, marks, label(index)));
}

const table = (state: State, { children, heads }: WikiTable): string =>
  wiki.table(
    children.map((row) => row.children.map((cell) => line(state, cell.children))),
    heads,
  );

/** A block; empty for what a page of a wiki does not show: its title, and the footnotes, which stand elsewhere. */
function block(state: State, node: RootContent): string {
  switch (node.type) {
    case 'heading':
      return node.depth === 1 ? '' : wiki.heading(node.depth, wordsIn(node));
    case 'paragraph':
      return line(state, node.children);
    case 'list':
      return list(state, node, '').join('\n');
    case 'blockquote':
      return `<blockquote>\n${blocks(state, node.children)}\n</blockquote>`;
    case 'code':
      return wiki.preformatted(node.value);
    case 'table':
      return table(state, node);
    default:
      return '';
  }
}

const blocks = (state: State, nodes: readonly RootContent[]): string =>
  nodes
    .map((node) => block(state, node))
    .filter((written) => written !== '')
    .join('\n\n');

/** The footnotes at the end: MediaWiki's own list, or one with anchors. */
function footnotes({ footnotes, references, notes, used }: State): string[] {
  if (used.length === 0) return [];
  const anchored = used.map((name) => `# <span id="${name}"></span>${wiki.inline(wordsIn(notes.get(name)))}`);
  return [wiki.heading(2, references), footnotes ? '<references />' : anchored.join('\n')];
}

/** A tree as wikitext, in which nothing that its texts hold acts; the same tree gives the same text. */
export function written(tree: readonly RootContent[], writing: Writing): string {
  const defined = tree.filter((node): node is FootnoteDefinition => node.type === 'footnoteDefinition');
  const notes = new Map(defined.map((note) => [note.identifier, note]));
  const state: State = { ...writing, notes, used: [] };
  return [blocks(state, tree), ...footnotes(state)].filter((part) => part !== '').join('\n\n');
}
