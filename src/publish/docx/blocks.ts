import {
  Bookmark,
  type FileChild,
  HeadingLevel,
  type INumberingOptions,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx';
import type { Heading, List, Table as MarkdownTable, Nodes, PhrasingContent } from 'mdast';
import type { NoteTree } from '../pages/note-tree.js';
import { children, runsOf, type Setting } from './runs.js';
import { bullets, deepest, indentWithin, numbered } from './styles.js';

/** What the blocks of a document share. */
export interface Document extends Setting, Pick<NoteTree, 'anchors'> {
  /** The lists of the document so far. */
  numbering: INumberingOptions['config'][number][];
}

/** How paragraphs stand: those in a list, or a quote. */
type Stand = Pick<IParagraphOptions, 'numbering' | 'indent' | 'style'>;

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
];

/** The title has a style of its own, so that sections begin at the first level. */
function headed(document: Document, node: Heading): Paragraph {
  const words = children(document, node.children);
  const anchor = document.anchors.get(node);
  return new Paragraph({
    heading: headings[Math.max(0, node.depth - 2)] ?? HeadingLevel.HEADING_5,
    children: anchor === undefined ? words : [new Bookmark({ id: anchor, children: words })],
  });
}

function listOf(document: Document, { ordered, start }: List, level: number): string {
  if (!ordered) return bullets.reference;
  const reference = `numbers-${document.numbering.length}`;
  document.numbering.push(numbered(reference, level, start ?? 1));
  return reference;
}

/** Only the first paragraph of an item bears its mark. */
function listed(document: Document, list: List, level: number): FileChild[] {
  const reference = listOf(document, list, level);
  return list.children.flatMap((item) =>
    item.children.flatMap((node, at) => {
      const stand: Stand = at === 0 ? { numbering: { reference, level } } : { indent: indentWithin(level) };
      return blockOf(document, node, stand, Math.min(level + 1, deepest));
    }),
  );
}

function tabled(document: Document, { children: rows }: MarkdownTable): Table {
  const columns = Math.max(1, ...rows.map((row) => row.children.length));
  const cell = (content: readonly PhrasingContent[]) =>
    new TableCell({ children: [new Paragraph({ children: children(document, content) })] });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (row, at) =>
        new TableRow({
          tableHeader: at === 0,
          cantSplit: true,
          children: Array.from({ length: columns }, (_, column) =>
            cell(row.children[column]?.children ?? []),
          ),
        }),
    ),
  });
}

function blockOf(document: Document, node: Nodes, stand: Stand, level: number): FileChild[] {
  switch (node.type) {
    case 'heading':
      return [headed(document, node)];
    case 'list':
      return listed(document, node, level);
    case 'blockquote':
      return node.children.flatMap((child) => blockOf(document, child, { ...stand, style: 'Quote' }, level));
    case 'code':
      return [new Paragraph({ ...stand, style: 'Code', children: runsOf(node.value) })];
    case 'table':
      return [tabled(document, node), new Paragraph({})];
    case 'paragraph':
      return [new Paragraph({ ...stand, children: children(document, node.children) })];
    default:
      return [new Paragraph({ ...stand, children: children(document, [node as PhrasingContent]) })];
  }
}

/** Nodes of a page as what a document has. */
export const blocksOf = (document: Document, nodes: readonly Nodes[]): FileChild[] =>
  nodes.flatMap((node) => blockOf(document, node, {}, 0));
