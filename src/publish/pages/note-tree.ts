import type { FootnoteDefinition, Heading, List, RootContent } from 'mdast';
import { gather } from '../../note/sources.js';
import type { Note, Section } from '../../schema/note.js';
import { bulleted, heading, item, paragraph, text } from '../markdown/nodes.js';
import { cite, footnotes, type Page, pageOf } from '../markdown/page.js';
import { banner, facts, glossary, lecture, topics } from '../markdown/parts.js';
import { labelled, plain } from '../markdown/text.js';
import { questions, remarks } from '../markdown/turns.js';
import type { Words } from '../markdown/words.js';
import { titleOf } from '../markdown.js';

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
    ...[questions, remarks, topics, glossary].flatMap((part) => part(page)),
  ];
  const notes = new Map(footnotes(page).map((one) => [one.identifier, one]));
  const { language } = note;
  return { title: titleOf(page), language, words, children, anchors: anchorsOf(page, told), notes };
}
