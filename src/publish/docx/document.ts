import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { PageKey } from '../../markdown/keys.js';
import { keyProperty } from '../office-key.js';
import type { NoteTree } from '../pages/note-tree.js';
import type { TargetOptions } from '../target.js';
import { xmlText } from '../xml-text.js';
import { blocksOf, type Document as Parts } from './blocks.js';
import { runsOf } from './runs.js';
import { bullets, stylesOf } from './styles.js';

const footer = () =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT] })],
      }),
    ],
  });

/** A note as a Word document; the library puts times and random names into it. */
export function documentOf(
  key: PageKey,
  tree: NoteTree,
  { pictures }: Pick<TargetOptions, 'pictures'>,
): Promise<Buffer> {
  const { title, language, anchors, notes } = tree;
  const parts: Parts = { pictures, notes, anchors, footnotes: [], numbering: [bullets] };
  const head = new Paragraph({ heading: HeadingLevel.TITLE, children: runsOf(title) });
  const children = [head, ...blocksOf(parts, tree.children)];
  const document = new Document({
    title: xmlText(title),
    creator: 'jianglu',
    lastModifiedBy: 'jianglu',
    customProperties: [{ name: keyProperty, value: key }],
    styles: stylesOf(language),
    numbering: { config: parts.numbering },
    footnotes: Object.fromEntries(parts.footnotes.map((footnote, at) => [at + 1, footnote])),
    sections: [{ children, footers: { default: footer() } }],
  });
  return Packer.toBuffer(document);
}
