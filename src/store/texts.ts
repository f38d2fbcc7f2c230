import type { PhrasingContent } from 'mdast';
import { unescapeHtml } from '../language/text.js';
import type { Cast } from '../readable/mentions.js';
import { words } from '../readable/said.js';
import { inline, labelled, plain, printed, saying, unquoted } from '../readable/text.js';
import type { Block, Span, Turn } from '../schema/note.js';

const shown = (node: PhrasingContent): string => {
  if (node.type === 'text') return node.value;
  if (node.type === 'image') return saying(node.alt ?? '');
  return 'children' in node ? node.children.map((child) => shown(child)).join('') : '';
};

/** A text as a page shows it, without what makes links of its links and pictures of its pictures. */
const textOf = (text: string): string => inline(text).map(shown).join('');

const lines = (texts: readonly string[]): string =>
  texts
    .flatMap((text) => text.split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

const ofSpans = (spans: readonly Span[]): string => lines(spans.map(({ text }) => textOf(text)));

/** Rules between the head of a table and its rows. */
const rule = /^[\s|:-]+$/u;

const cells = (line: string): string => (rule.test(line) ? '' : plain(line.replaceAll('|', ' ')));

const raw = ({ spans }: Block): string => printed(spans.map(({ text }) => unescapeHtml(text)).join('\n'));

const writers: Record<Block['type'], (block: Block) => string> = {
  paragraph: ({ spans }) => ofSpans(spans),
  file: ({ spans }) => ofSpans(spans),
  quote: ({ spans }) => lines(spans.map(({ text }) => textOf(unquoted(text)))),
  list: ({ items, spans }) =>
    items?.length
      ? lines(items.map(({ marker, span }) => labelled(plain(marker), textOf(span.text))))
      : ofSpans(spans),
  image: ({ caption, spans, url }) => (url === undefined ? ofSpans(spans) : plain(saying(caption ?? ''))),
  link: ({ caption, spans, url }) => (url === undefined ? ofSpans(spans) : plain(caption || url)),
  code: (block) => lines([raw(block)]),
  table: (block) => lines(raw(block).split('\n').map(cells)),
};

/** The text of blocks, each line of them in a line of its own; a picture by its caption, a link by its words. */
export const blocksText = (blocks: readonly Block[]): string =>
  lines(blocks.map((block) => writers[block.type](block)));

/** What a turn of a note says, beside whom it calls and what it quotes; `asker` as `words` takes it. */
export const turnText = (note: Cast, { spans }: Pick<Turn, 'spans'>, asker = ''): string =>
  ofSpans(words(note, spans, asker));

/** Spans on one line. */
export const oneLine = (spans: readonly Span[]): string =>
  spans
    .map(({ text }) => plain(text))
    .filter((text) => text !== '')
    .join(' ');
