import { unescapeHtml } from '../../language/text.js';
import { gather } from '../../note/sources.js';
import { remarksOf } from '../../pairs.js';
import { words } from '../../readable/said.js';
import { inline, isSafe, paragraphs, unquoted } from '../../readable/text.js';
import type { Block, Note, Section, Span } from '../../schema/note.js';

/** A text without either holds no picture: most need not be looked at any closer. */
const sign = /\]\(|&/u;

const inText = (text: string): string[] =>
  sign.test(text)
    ? paragraphs(text)
        .flatMap(inline)
        .flatMap((node) => (node.type === 'image' ? [node.url] : []))
    : [];

const inSpans = (spans: readonly Span[]): string[] => spans.flatMap(({ text }) => inText(text));

/** Code shows pictures as they were typed, tables by their words. */
function inBlock({ type, spans, items, url }: Block): string[] {
  if (type === 'code' || type === 'table') return [];
  const address = url && (type === 'image' || type === 'link') ? unescapeHtml(url) : '';
  if (address !== '' && isSafe(address)) return type === 'image' ? [address] : [];
  if (type === 'quote') return spans.flatMap(({ text }) => inText(unquoted(text)));
  return inSpans(type === 'list' && items?.length ? items.map(({ span }) => span) : spans);
}

const inSections = (sections: readonly Section[]): string[] =>
  sections.flatMap((section) => [...section.blocks.flatMap(inBlock), ...inSections(section.sections)]);

/** The addresses on the web that a note's pages show pictures from, as the pages ask for them, each once. */
export function picturesOf(given: Note): string[] {
  const note = gather(given);
  const found = [
    ...note.lead.flatMap(inBlock),
    ...inSections(note.sections),
    ...note.qa.flatMap(({ question, answers }) => [
      ...inSpans(words(note, question.spans)),
      ...answers.flatMap(({ spans }) => inSpans(words(note, spans, question.by))),
    ]),
    ...remarksOf(note).flatMap(({ spans }) => inSpans(words(note, spans))),
    ...note.glossary.flatMap(({ definition }) => inSpans(definition)),
  ];
  return [...new Set(found)].filter((url) => /^https?:\/\//iu.test(url));
}
