import type { FootnoteReference, Heading, List, Nodes, PhrasingContent, Table } from 'mdast';
import { toString as wordsIn } from 'mdast-util-to-string';
import { between, type Html, h, isFollowed, type Part } from '../../pages/html.js';
import type { NoteTree } from '../pages/note-tree.js';
import type { TargetOptions } from '../target.js';

/** What the nodes of a page share. */
export interface Drawing extends Pick<NoteTree, 'anchors'> {
  pictures: TargetOptions['pictures'];
  /** Whether links to other files are ours; those in messages lead nowhere. */
  local: boolean;
  /** Where a picture stands that was fetched; undefined where it was not. */
  fetched?(url: string): string | undefined;
  /** Whether a picture is shown so far. */
  shows?: boolean;
  /** Numbers of the footnotes referred to so far, by identifier. */
  numbers: Map<string, number>;
}

const all = (drawing: Drawing, nodes: readonly Nodes[]): Part[] => nodes.map((node) => draw(drawing, node));

function linked({ local }: Pick<Drawing, 'local'>, url: string, words: Part): Part {
  if (url.startsWith('#') || (local && !isFollowed(url))) return h`<a href="${url}">${words}</a>`;
  return isFollowed(url) ? h`<a href="${url}" rel="noopener noreferrer">${words}</a>` : words;
}

/** A picture of others is linked, by its caption or its address, or only named; one that stands beside the page is shown. */
function pictured(drawing: Drawing, url: string, caption: string): Part {
  if (drawing.pictures === 'omit') return caption && `［${caption}］`;
  const place = drawing.fetched?.(url);
  if (place === undefined) return linked(drawing, url, caption || url);
  drawing.shows = true;
  return h`<img src="${place}" alt="${caption}" />`;
}

/** A reference to a footnote; the first bears the anchor by which the footnote leads back. */
function referred({ numbers }: Drawing, { identifier }: FootnoteReference): Html {
  const known = numbers.get(identifier);
  const number = known ?? numbers.size + 1;
  numbers.set(identifier, number);
  const link = h`<a href="#${identifier}">${number}</a>`;
  return known === undefined ? h`<sup id="to-${identifier}">${link}</sup>` : h`<sup>${link}</sup>`;
}

function headed(drawing: Drawing, node: Heading): Html {
  const words = all(drawing, node.children);
  const anchor = drawing.anchors.get(node);
  const own = anchor === undefined ? '' : h` id="${anchor}"`;
  const levels = [
    h`<h1${own}>${words}</h1>`,
    h`<h2${own}>${words}</h2>`,
    h`<h3${own}>${words}</h3>`,
    h`<h4${own}>${words}</h4>`,
    h`<h5${own}>${words}</h5>`,
    h`<h6${own}>${words}</h6>`,
  ];
  return levels[node.depth - 1]!;
}

function listed(drawing: Drawing, { ordered, start, children }: List): Html {
  const items = children.map((item) => h`<li>${all(drawing, item.children)}</li>`);
  return ordered ? h`<ol start="${start ?? 1}">${items}</ol>` : h`<ul>${items}</ul>`;
}

function tabled(drawing: Drawing, { children: [head, ...rows] }: Table): Html {
  const cells = (row: Table['children'][number] | undefined) =>
    (row?.children ?? []).map(({ children }) => all(drawing, children));
  const body = rows.map((row) => h`<tr>${cells(row).map((cell) => h`<td>${cell}</td>`)}</tr>`);
  return h`<table><thead><tr>${cells(head).map((cell) => h`<th>${cell}</th>`)}</tr></thead>${body.length > 0 && h`<tbody>${body}</tbody>`}</table>`;
}

function inline(drawing: Drawing, node: PhrasingContent): Part {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'link':
      return linked(drawing, node.url, all(drawing, node.children));
    case 'image':
      return pictured(drawing, node.url, node.alt ?? '');
    case 'footnoteReference':
      return referred(drawing, node);
    case 'break':
      return h`<br />`;
    default:
      return wordsIn(node);
  }
}

/** A node of a page as HTML; of a kind that no page has, the words alone. */
export function draw(drawing: Drawing, node: Nodes): Part {
  switch (node.type) {
    case 'heading':
      return headed(drawing, node);
    case 'paragraph':
      return h`<p>${all(drawing, node.children)}</p>`;
    case 'list':
      return listed(drawing, node);
    case 'blockquote':
      return h`<blockquote>${all(drawing, node.children)}</blockquote>`;
    case 'code':
      return h`<pre><code>${node.value}</code></pre>`;
    case 'table':
      return tabled(drawing, node);
    default:
      return inline(drawing, node as PhrasingContent);
  }
}

/** Nodes below each other, each in a line of its own. */
export const drawn = (drawing: Drawing, nodes: readonly Nodes[]): Part[] =>
  between(all(drawing, nodes), '\n');
