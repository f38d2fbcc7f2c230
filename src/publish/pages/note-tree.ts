import type { FootnoteDefinition, Heading, List, PhrasingContent, RootContent, Table } from 'mdast';
import { prose } from '../../markdown/blocks.js';
import { bulleted, heading, item, paragraph, text } from '../../markdown/nodes.js';
import { titleOf } from '../../markdown/note.js';
import { cite, footnotes, type Page, pageOf } from '../../markdown/page.js';
import { banner, facts, lecture, topics } from '../../markdown/parts.js';
import { questions, remarks } from '../../markdown/turns.js';
import type { Words } from '../../markdown/words.js';
import { gather } from '../../note/sources.js';
import { explaining } from '../../readable/explaining.js';
import { labelled, plain } from '../../readable/text.js';
import type { Entry, Note, Section } from '../../schema/note.js';
import { workbookWords } from '../tables/words.js';

/** A note for readers, as a tree: what is to be reviewed is for editors, and left out. */
export interface NoteTree {
  title: string;
  language: Note['language'];
  words: Words;
  /** Without the title. */
  children: RootContent[];
  /** Anchors of the sections' headings, which the outline links as `#anchor`. */
  anchors: ReadonlyMap<Heading, string>;
  /** By identifier: which message a footnote is about. */
  notes: ReadonlyMap<string, FootnoteDefinition>;
}

/** All sections, each before those below it. */
const inOrder = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...inOrder(section.sections)]);

const anchorAt = (index: number) => `section-${index + 1}`;

function outlineOf(page: Page, sections: readonly Section[], all: readonly Section[]): List {
  return bulleted(
    sections.map((section) => {
      const words = labelled(plain(section.marker), plain(section.title));
      const url = `#${anchorAt(all.indexOf(section))}`;
      const line = paragraph([
        { type: 'link', url, children: [text(words)] },
        ...cite(page, [section.message]),
      ]);
      return item(section.sections.length ? [line, outlineOf(page, section.sections, all)] : [line]);
    }),
  );
}

function anchorsOf({ note }: Page, told: readonly RootContent[]): Map<Heading, string> {
  const headings = told.filter((node): node is Heading => node.type === 'heading');
  const ofSections = headings.slice(note.lead.length ? 1 : 0);
  return new Map(ofSections.map((node, index) => [node, anchorAt(index)]));
}

type Cells = PhrasingContent[][];

const rowOf = (cells: Cells): Table['children'][number] => ({
  type: 'tableRow',
  children: cells.map((children) => ({ type: 'tableCell', children })),
});

function termCells(page: Page, entry: Entry): Cells {
  const { words } = page;
  const { term, kind, broader, aliases } = entry;
  const also = aliases.map((span) => plain(span.text)).join(words.comma);
  const said = prose(page, explaining(entry)).flatMap(({ children }, index) => [
    ...(index > 0 ? [text('\n')] : []),
    ...children,
  ]);
  const name = plain(term) + (also === '' ? '' : words.open + also + words.close);
  return [[text(name)], [text(words.kind[kind])], [text(broader ? plain(broader.label) : '')], said];
}

/** Terms with other names, kind, what is above them, and the definition as the lecture gives it. */
function terms(page: Page): RootContent[] {
  const { glossary, language } = page.note;
  if (glossary.length === 0) return [];
  const { columns } = workbookWords(language);
  const heads = [columns.term, columns.kind, columns.broader, columns.definition];
  const rows = [heads.map((head) => [text(head)]), ...glossary.map((entry) => termCells(page, entry))];
  return [heading(2, page.words.glossary), { type: 'table', children: rows.map(rowOf) }];
}

/** The tree of a note that stands in a file of its own. */
export function noteTree(note: Note): NoteTree {
  const page = pageOf(gather(note));
  const { words } = page;
  const { sections } = page.note;
  const outline = sections.length
    ? [heading(2, words.outline), outlineOf(page, sections, inOrder(sections))]
    : [];
  const told = lecture(page);
  const children = [
    ...banner(page),
    ...facts(page),
    ...outline,
    ...told,
    ...[questions, remarks, topics, terms].flatMap((part) => part(page)),
  ];
  const notes = new Map(footnotes(page).map((one) => [one.identifier, one]));
  const { language } = note;
  return { title: titleOf(page), language, words, children, anchors: anchorsOf(page, told), notes };
}
