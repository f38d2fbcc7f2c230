import type { BlockContent, List, ListItem, Paragraph, PhrasingContent, Table } from 'mdast';
import { toString as wordsIn } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { unescapeHtml } from '../language/text.js';
import { inline, isSafe, labelled, paragraphs, plain, printed, saying, unquoted } from '../readable/text.js';
import type { Block, Span } from '../schema/note.js';
import { bulleted, item, text } from './nodes.js';
import { captionOf, cite, type Page, pictured } from './page.js';

/** What stands around spans. */
interface Around {
  before?: readonly PhrasingContent[];
  /** The span that follows at once: where it is of the same message, the reference stands behind it. */
  behind?: Span | undefined;
  /** What names a picture without a caption. */
  about?: string;
}

/** Spans as paragraphs, each span followed by the reference to its message; a blank line in a span starts a new one. */
export function prose(page: Page, spans: readonly Span[], around: Around = {}): Paragraph[] {
  const { before = [], behind, about = '' } = around;
  const named = (node: PhrasingContent) =>
    node.type === 'image' && !node.alt ? { ...node, alt: captionOf(page, about) } : node;
  const found: Paragraph[] = [];
  let open: PhrasingContent[] = [...before];
  spans.forEach((span, index) => {
    paragraphs(span.text).forEach((part, place) => {
      if (place > 0) {
        found.push({ type: 'paragraph', children: open });
        open = [];
      } else if (index > 0 && open.length) open.push({ type: 'text', value: '\n' });
      open.push(...pictured(inline(part).map(named), page.links));
    });
    const next = spans[index + 1] ?? behind;
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

type Item = NonNullable<Block['items']>[number];

/** A number as a marker in whatever signs: `1.`, `（1）`, `1、`, `①`. */
const numbered = /^\(?([0-9]{1,3})\)?[.、:]?$/u;

const numberOf = (marker: string) =>
  Number(numbered.exec(marker.normalize('NFKC').trim())?.[1] ?? Number.NaN);

/** Items as lists that Markdown numbers itself, from one on each; null where their markers are no numbers that run on. */
function runsOf(items: readonly Item[]): { start: number; items: Item[] }[] | null {
  const runs: { start: number; items: Item[] }[] = [];
  for (const item of items) {
    const number = numberOf(item.marker);
    const run = runs.at(-1);
    if (run && number === run.start + run.items.length) run.items.push(item);
    else if (!run ? !Number.isNaN(number) : number === 1) runs.push({ start: number, items: [item] });
    else return null;
  }
  return runs;
}

/** A marker as typed, where it says anything. */
function labelOf(marker: string): PhrasingContent[] {
  const label = labelled(plain(marker), '');
  return label === '' ? [] : [text(label)];
}

/** What leads in the list behind it ends in a colon: where it stands at the end of an item, it belongs between two lists. */
function leadIn({ children }: ListItem): BlockContent[] {
  const last = children.at(-1);
  const leads = children.length > 1 && last?.type === 'paragraph' && /[：:]$/u.test(wordsIn(last).trimEnd());
  return leads ? [children.pop() as Paragraph] : [];
}

function list(page: Page, block: Block, about: string): BlockContent[] {
  const items = block.items ?? [];
  if (items.length === 0) return prose(page, block.spans);
  const runs = runsOf(items);
  const next = new Map(items.map(({ span }, index) => [span, items[index + 1]?.span]));
  const written = ({ marker, span }: Item): ListItem =>
    item(
      prose(page, [span], {
        before: runs ? [] : labelOf(marker),
        behind: next.get(span),
        about,
      }),
    );
  if (!runs) return [bulleted(items.map(written))];
  return runs.flatMap(({ start, items: own }, index) => {
    const children = own.map(written);
    const behind = index < runs.length - 1 ? leadIn(children.at(-1)!) : [];
    return [{ ...bulleted(children), ordered: true, start }, ...behind];
  });
}

/** A picture without a caption that says anything is told of by the heading that it stands under. */
function media(page: Page, block: Block, about: string): BlockContent[] {
  const { url, caption = '' } = block;
  if (!url || !isSafe(unescapeHtml(url))) return prose(page, block.spans);
  const address = unescapeHtml(url);
  const node: PhrasingContent =
    block.type === 'image'
      ? {
          type: 'image',
          url: address,
          alt: plain(saying(caption)) || captionOf(page, about) || plain(caption),
        }
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

/** Whether two lists that follow each other read as one: both without numbers, or numbers that run on. */
function goesOn(before: List, next: List): boolean {
  if (!before.ordered || !next.ordered) return before.ordered === next.ordered;
  return (before.start ?? 1) + before.children.length === next.start;
}

const writers: Record<Block['type'], (page: Page, block: Block, about: string) => BlockContent[]> = {
  paragraph: (page, block, about) => prose(page, block.spans, { about }),
  file: (page, block, about) => prose(page, block.spans, { about }),
  list,
  image: media,
  link: media,
  quote,
  code,
  table,
};

/** The blocks of a lead or section as Markdown nodes; `about` is what their heading says. */
export function blocks(page: Page, list: readonly Block[], about: string): BlockContent[] {
  const written = list.flatMap((block) => writers[block.type](page, block, about));
  const joined: BlockContent[] = [];
  for (const node of written) {
    const last = joined.at(-1);
    if (last?.type === 'list' && node.type === 'list' && goesOn(last, node))
      last.children.push(...node.children);
    else joined.push(node);
  }
  return joined;
}
