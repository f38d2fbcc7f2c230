import type { List, Paragraph, RootContent, TableRow } from 'mdast';
import { text } from '../../markdown/nodes.js';
import { footnotes, type Links, type Page, pageOf } from '../../markdown/page.js';
import { facts, glossary, lecture, topics } from '../../markdown/parts.js';
import { questions, remarks } from '../../markdown/turns.js';
import { gather } from '../../note/sources.js';
import type { Note } from '../../schema/note.js';
import { pictureKey } from '../keys.js';
import { asStored } from './edit.js';
import { category } from './wikitext.js';
import { fileAddress, pageLink, type WikiTable, type Writing, written } from './write.js';

/** How pages of a wiki are written. */
export interface WikiPages extends Pick<Writing, 'footnotes'> {
  /** What becomes of pictures in messages: shown where the wiki has them, else an address to follow; or their words alone. */
  pictures: 'link' | 'omit';
  /** Categories of the page, without their namespace. */
  categories: readonly string[];
  /** The title of the page of a key, or of the file of a picture's; undefined where there is none. */
  titleOf: (key: string) => string | undefined;
}

/** The facts of a talk as a table of two columns; the list that they are elsewhere has `LABEL：VALUE` in each item. */
function infobox(page: Page): WikiTable[] {
  const { children } = facts(page)[0] as List;
  const rows = children.map(({ children: [first] }): TableRow => {
    const [label, ...value] = (first as Paragraph).children;
    const words = label?.type === 'text' ? label.value.slice(0, -page.words.colon.length) : '';
    return {
      type: 'tableRow',
      children: [
        { type: 'tableCell', children: [text(words)] },
        { type: 'tableCell', children: value },
      ],
    };
  });
  return [{ type: 'table', heads: 'column', children: rows }];
}

/**
 * The parts of a talk's page, in order. MediaWiki makes the outline itself; what is to be reviewed is the editors' own
 * affair; notes with restrictions are not published.
 */
const parts: readonly ((page: Page) => RootContent[])[] = [
  infobox,
  lecture,
  questions,
  remarks,
  topics,
  glossary,
  footnotes,
];

const withCategories = (words: string, categories: readonly string[]): string =>
  asStored([words, categories.map(category).join('\n')].filter((part) => part !== '').join('\n\n'));

/** Any tree of a page (of a speaker, a topic, a concept, an index) as the wikitext of one. */
export const wikiPage = (tree: readonly RootContent[], references: string, pages: WikiPages): string =>
  withCategories(written(tree, { ...pages, references }), pages.categories);

/** What leads from a tree to other pages of the wiki. */
export const linkOf =
  ({ titleOf }: Pick<WikiPages, 'titleOf'>): Links['link'] =>
  (key, words) => {
    const title = titleOf(key);
    return title === undefined ? undefined : pageLink(title, words);
  };

/** Where a page shows pictures from. */
export const pictureOf =
  ({ pictures, titleOf }: Pick<WikiPages, 'pictures' | 'titleOf'>): Links['picture'] =>
  (url) => {
    if (pictures === 'omit') return undefined;
    const title = titleOf(pictureKey(url));
    return title === undefined ? url : fileAddress(title);
  };

/**
 * A note as the wikitext of a page: facts, sections, questions, topics, glossary, a footnote for each message cited,
 * categories. `concepts`: keys of the concepts that its glossary is about, in its order. What members typed acts nowhere;
 * the same note gives the same text.
 */
export function talkPage(note: Note, concepts: readonly string[], pages: WikiPages): string {
  const page = pageOf(gather(note), { link: linkOf(pages), concepts, picture: pictureOf(pages) });
  return wikiPage(
    parts.flatMap((part) => part(page)),
    page.words.source,
    pages,
  );
}
