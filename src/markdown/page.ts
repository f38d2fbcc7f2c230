import type { FootnoteDefinition, FootnoteReference, PhrasingContent } from 'mdast';
import { startsOf } from '../note/sources.js';
import { printed } from '../readable/text.js';
import type { Note, Ordinal, SourceIndex } from '../schema/note.js';
import type { PageKey } from './keys.js';
import { text } from './nodes.js';
import { type Words, wordsOf } from './words.js';

/** How a page leads to others. */
export interface Links {
  /** A link to the page of a speaker, topic or concept; undefined where there is none. */
  link: (key: PageKey, words: string) => PhrasingContent | undefined;
  /** Keys of the concepts that the note's glossary is about, in its order. */
  concepts: readonly PageKey[];
  /** The address under which a picture is shown; undefined where only its words are to stand. */
  picture: (url: string) => string | undefined;
}

/** What the parts of a page share: the note, its language's words, the messages cited so far, and where other pages are. */
export interface Page {
  note: Note;
  words: Words;
  cited: Set<Ordinal>;
  /** How often the page has named a picture so, by what is near it. */
  captions: Map<string, number>;
  links: Links;
}

const alone: Links = { link: () => undefined, concepts: [], picture: (url) => url };

/** An empty page for a note, which stands alone unless told of others. */
export const pageOf = (note: Note, links: Links = alone): Page => ({
  note,
  words: wordsOf(note.language),
  cited: new Set(),
  captions: new Map(),
  links,
});

/** Words that lead to another page where there is one. */
export const linked = ({ links }: Page, key: PageKey | undefined, words: string): PhrasingContent =>
  (key === undefined ? undefined : links.link(key, words)) ?? text(words);

/** The log that a message stands in, and its ordinal there: a page counts on from log to log. */
export function placeOf(
  { note }: Pick<Page, 'note'>,
  message: Ordinal,
): { source: SourceIndex; path: string; ordinal: Ordinal } {
  const starts = startsOf(note);
  const source = starts.findLastIndex((start) => start <= message);
  return { source, path: note.sources[source]!.path, ordinal: message - starts[source]! };
}

const name = (message: Ordinal) => `m${message}`;

/** A reference for each message, each once; the page will end with their footnotes. */
export function cite(page: Page, messages: readonly Ordinal[]): FootnoteReference[] {
  const distinct = [...new Set(messages)];
  for (const message of distinct) page.cited.add(message);
  return distinct.map((message) => ({
    type: 'footnoteReference',
    identifier: name(message),
    label: name(message),
  }));
}

/** The footnotes of all cited messages, in their order in the log. */
export function footnotes(page: Page): FootnoteDefinition[] {
  const ordered = [...page.cited].sort((a, b) => a - b);
  return ordered.map((message) => {
    const { path, ordinal } = placeOf(page, message);
    return {
      type: 'footnoteDefinition',
      identifier: name(message),
      label: name(message),
      children: [
        {
          type: 'paragraph',
          children: [{ type: 'text', value: `${printed(path)} · ${page.words.message} ${ordinal}` }],
        },
      ],
    };
  });
}

/** A name for a picture that has none of its own, from what is near it; numbered from the second that would be named so. */
export function captionOf({ captions, words }: Page, about: string): string {
  if (about === '') return '';
  const count = (captions.get(about) ?? 0) + 1;
  captions.set(about, count);
  return count > 1 ? about + words.open + count + words.close : about;
}

/** Inline nodes with pictures as the page shows them: another address, or the words alone. */
export const pictured = (
  nodes: readonly PhrasingContent[],
  { picture }: Pick<Links, 'picture'>,
): PhrasingContent[] =>
  nodes.flatMap((node) => {
    if (node.type !== 'image') return [node];
    const url = picture(node.url);
    if (url !== undefined) return [{ ...node, url }];
    return node.alt ? [text(node.alt)] : [];
  });
