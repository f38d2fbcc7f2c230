import type { Root, RootContent } from 'mdast';
import { gather } from '../note/sources.js';
import { plain, plainNick } from '../readable/text.js';
import type { Note } from '../schema/note.js';
import { heading } from './nodes.js';
import { footnotes, type Links, type Page, pageOf } from './page.js';
import { banner, facts, glossary, lecture, outline, review, topics } from './parts.js';
import { questions, remarks } from './turns.js';
import { frontMatter, written } from './write.js';

/** The parts of a page, in order. */
const parts: readonly ((page: Page) => RootContent[])[] = [
  banner,
  facts,
  outline,
  lecture,
  questions,
  remarks,
  topics,
  glossary,
  review,
  footnotes,
];

/** A note's title, or what stands for one. */
export const titleOf = ({ note, words }: Page): string =>
  plain(note.title) || (note.discussion ? words.unnamed : words.untitled);

/** What the front matter says of a note. */
const propertiesOf = (note: Note, title: string): Record<string, string> => ({
  id: note.id,
  title,
  date: note.date,
  speaker: note.speakers.map(({ name }) => plainNick(name)).join(', '),
  host: note.host === null ? '' : plainNick(note.host),
  language: note.language,
  topics: note.topics.map(({ label }) => plain(label)).join(', '),
  source: note.sources[0]!.path,
  pseudonymized: note.pseudonymized ?? '',
});

function treeOf(page: Page): Root {
  const root: Root = { type: 'root', children: [heading(1, titleOf(page))] };
  for (const part of parts) root.children.push(...part(page));
  return root;
}

/** The page's nodes behind its front matter: what a Markdown reader must find in the text again. */
export const pageTree = (note: Note): Root => treeOf(pageOf(gather(note)));

/** What a page among others has beside the note. */
export interface Published {
  links: Links;
  /** Front matter that comes first. */
  properties: Record<string, string>;
}

/**
 * A note as a Markdown page for people: flat front matter, facts, outline, sections, questions, topics,
 * glossary, what to review, and a footnote for each message cited. What members typed is escaped; the
 * same note gives the same bytes.
 */
export function renderMarkdown(note: Note, published?: Published): string {
  const page = pageOf(gather(note), published?.links);
  const properties = { ...published?.properties, ...propertiesOf(note, titleOf(page)) };
  return frontMatter(properties) + written(treeOf(page));
}
