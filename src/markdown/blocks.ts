import type { BlockContent, ListItem, Paragraph, PhrasingContent, Table } from 'mdast';
import { toString as wordsIn } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { unescapeHtml } from '../language/text.js';
import { inline, isSafe, labelled, paragraphs, plain, printed, saying, unquoted } from '../readable/text.js';
import type { Block, Span } from '../schema/note.js';
import { text } from './nodes.js';
import { cite, type Page, pictured } from './page.js';

/** Spans as paragraphs, each span followed by the reference to its message; a blank line in a span starts a new one. */
export function prose(
  page: Page,
  spans: readonly Span[],
  before: readonly PhrasingContent[] = [],
): Paragraph[] {
  const found: Paragraph[] = [];
  let open: PhrasingContent[] = [...before];
  spans.forEach((span, index) => {
    paragraphs(span.text).forEach((part, place) => {
      if (place > 0) {
        found.push({ type: 'paragraph', children: open });
        open = [];
      } else if (index > 0 && open.length) open.push({ type: 'text', value: '\n' });
      open.push(...pictured(inline(part), page.links));
    });
    const next = spans[index + 1];
    if (open.length && next?.message !== span.message) open.push(...cite(page, [span.message]));
  });
  if (open.length) found.push({ type: 'paragraph', children: open });
  return found;
}

const cited = (page: Page, block: Block) =>
  cite(
    page,
    block.spans.map((span) => span.message),
  );

/** The first number of markers that Markdown itself would write (`1.`, `2)` …) and that run on; null for others. */
function firstNumber(markers: readonly string[]): number | null {
  const numbers = markers.map((marker) =>
    Number(/^([0-9]{1,3})[.．)]$/u.exec(marker.trim())?.[1] ?? Number.NaN),
  );
  const [first = Number.NaN] = numbers;
  return numbers.every((number, index) => number === first + index) ? first : null;
}

/** A marker as typed, where it says anything. */
function labelOf(marker: string): PhrasingContent[] {
  const label = labelled(plain(marker), '');
  return label === '' ? [] : [text(label)];
}

function list(page: Page, block: Block): BlockContent[] {
  const items = block.items ?? [];
  if (items.length === 0) return prose(page, block.spans);
  const start = firstNumber(items.map((item) => item.marker));
  const children = items.map(
    ({ marker, span }): ListItem => ({
      type: 'listItem',
      spread: false,
      children: prose(page, [span], start === null ? labelOf(marker) : []),
    }),
  );
  return [
    { type: 'list', ordered: start !== null, ...(start !== null && { start }), spread: false, children },
  ];
}

/** A picture without a caption that says anything is told of by the heading that it stands under. */
function media(page: Page, block: Block, about: string): BlockContent[] {
  const { url, caption = '' } = block;
  if (!url || !isSafe(unescapeHtml(url))) return prose(page, block.spans);
  const address = unescapeHtml(url);
  const node: PhrasingContent =
    block.type === 'image'
      ? { type: 'image', url: address, alt: plain(saying(caption)) || about || plain(caption) }
      : { type: 'link', url: address, children: [{ type: 'text', value: plain(caption) || address }] };
  const children = [...pictured([node], page.links), ...cited(page, block)];
  return [{ type: 'paragraph', children }];
}

const joined = (block: Block) => printed(block.spans.map((span) => unescapeHtml(span.text)).join('\n'));

/** A line that opens or closes a block of code. */
const fence = /^[ \t]{0,3}(?:`{3,}|~{3,})/u;

function code(page: Page, block: Block): BlockContent[] {
  const value = joined(block)
    .split('\n')
    .filter((line, index, lines) => !((index === 0 || index === lines.length - 1) && fence.test(line)))
    .join('\n');
  return [
    { type: 'code', value },
    { type: 'paragraph', children: cited(page, block) },
  ];
}

/** A table's cells keep their words only. */
function table(page: Page, block: Block): BlockContent[] {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(joined(block));
  const found = tree.children.find((node): node is Table => node.type === 'table');
  if (!found || tree.children.length > 1) return prose(page, block.spans);
  const children = found.children.map((row) => ({
    ...row,
    children: row.children.map((cell) => ({ ...cell, children: inline(plain(wordsIn(cell))) })),
  }));
  return [
    { type: 'table', align: found.align ?? [], children },
    { type: 'paragraph', children: cited(page, block) },
  ];
}

function quote(page: Page, block: Block): BlockContent[] {
  const spans = block.spans.map((span) => ({
    ...span,
    text: unquoted(span.text),
  }));
  return [{ type: 'blockquote', children: prose(page, spans) }];
}

const writers: Record<Block['type'], (page: Page, block: Block, about: string) => BlockContent[]> = {
  paragraph: (page, block) => prose(page, block.spans),
  file: (page, block) => prose(page, block.spans),
  list,
  image: media,
  link: media,
  quote,
  code,
  table,
};

/** The blocks of a lead or section as Markdown nodes; `about` is what their heading says. */
export function blocks(page: Page, list: readonly Block[], about: string): BlockContent[] {
  return list.flatMap((block) => writers[block.type](page, block, about));
}
