import type { FootnoteReference, Root, RootContent, Text } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { gather } from '../note/sources.js';
import type { Note } from '../schema/note.js';
import { heading } from './markdown/nodes.js';
import { footnotes, type Page, pageOf } from './markdown/page.js';
import { banner, facts, glossary, lecture, outline, review, topics } from './markdown/parts.js';
import { isQuiet } from './markdown/quiet.js';
import { plain } from './markdown/text.js';
import { questions, remarks } from './markdown/turns.js';

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

/**
 * What acts beside CommonMark: `www.` makes a link of whatever follows, a footnote's reference too, and a site generator
 * runs `{{ … }}`, `{% … %}` and `{# … #}` before it reads Markdown.
 */
const unsafe = [
  { character: '.', before: '[Ww]', inConstruct: 'phrasing' as const },
  ...['{', '%', '#'].map((character) => ({
    character,
    before: '\\{',
    inConstruct: 'phrasing' as const,
  })),
];

/** Our footnotes are named by a letter and a number (`cite`), in which nothing is to be escaped. */
const reference = Object.assign(({ identifier }: FootnoteReference) => `[^${identifier}]`, {
  peek: () => '[',
});

const writer = unified()
  .use(remarkGfm)
  .use(remarkStringify, {
    bullet: '-',
    fences: true,
    listItemIndent: 'one',
    rule: '-',
    unsafe,
    handlers: {
      footnoteReference: reference,
      text: (node: Text, parent, state, info) =>
        isQuiet(node.value, parent?.type === 'paragraph') ? node.value : state.safe(node.value, info),
    },
  });

/** A value as YAML: a JSON string is one, once what YAML does not print is escaped. */
function scalar(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const titleOf = ({ note, words }: Page): string =>
  plain(note.title) || (note.discussion ? words.unnamed : words.untitled);

function frontMatter(note: Note, title: string): string {
  const keys: Record<string, string> = {
    id: note.id,
    title,
    date: note.date,
    speaker: note.speakers.map(({ name }) => plain(name)).join(', '),
    host: note.host === null ? '' : plain(note.host),
    language: note.language,
    topics: note.topics.map(({ label }) => plain(label)).join(', '),
    source: note.sources[0]!.path,
    pseudonymized: note.pseudonymized ?? '',
  };
  const lines = Object.entries(keys)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}: ${scalar(value)}`);
  return `---\n${lines.join('\n')}\n---\n\n`;
}

function treeOf(page: Page): Root {
  const root: Root = { type: 'root', children: [heading(1, titleOf(page))] };
  for (const part of parts) root.children.push(...part(page));
  return root;
}

/** The page's nodes behind its front matter: what a Markdown reader must find in the text again. */
export const pageTree = (note: Note): Root => treeOf(pageOf(gather(note)));

/**
 * A note as a Markdown page for people: flat front matter, facts, outline, sections, questions, topics,
 * glossary, what to review, and a footnote for each message cited. What members typed is escaped; the
 * same note gives the same bytes.
 */
export function renderMarkdown(note: Note): string {
  const page = pageOf(gather(note));
  return frontMatter(note, titleOf(page)) + writer.stringify(treeOf(page));
}
