import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { FootnoteDefinition, PhrasingContent } from 'mdast';
import { toString as wordsIn } from 'mdast-util-to-string';
import { isFollowed } from '../../pages/html.js';
import type { TargetOptions } from '../target.js';
import { xmlText } from '../xml-text.js';

/** What the parts of a document share. */
export interface Setting {
  pictures: TargetOptions['pictures'];
  notes: ReadonlyMap<string, FootnoteDefinition>;
  /** In the order of their numbers, from 1; Word wants one for each reference. */
  footnotes: { children: Paragraph[] }[];
}

/** Words in a style; line feeds break the line. */
export const runsOf = (text: string, style?: string): TextRun[] =>
  xmlText(text)
    .split('\n')
    .map((line, at) => new TextRun({ text: line, ...(at > 0 && { break: 1 }), ...(style && { style }) }));

function linked(url: string, words: string): ParagraphChild[] {
  if (url.startsWith('#'))
    return [new InternalHyperlink({ anchor: url.slice(1), children: runsOf(words, 'Hyperlink') })];
  if (!isFollowed(url)) return runsOf(words);
  return [new ExternalHyperlink({ link: url, children: runsOf(words, 'Hyperlink') })];
}

function referred({ notes, footnotes }: Setting, identifier: string): ParagraphChild[] {
  const note = notes.get(identifier);
  if (!note) return [];
  footnotes.push({ children: [new Paragraph({ children: runsOf(` ${wordsIn(note)}`) })] });
  return [new FootnoteReferenceRun(footnotes.length)];
}

function inline(setting: Setting, node: PhrasingContent): ParagraphChild[] {
  switch (node.type) {
    case 'text':
      return runsOf(node.value);
    case 'link':
      return linked(node.url, wordsIn(node) || node.url);
    case 'image':
      if (setting.pictures === 'omit') return runsOf(node.alt ? `［${node.alt}］` : '');
      return linked(node.url, node.alt || node.url);
    case 'footnoteReference':
      return referred(setting, node.identifier);
    default:
      return runsOf(wordsIn(node));
  }
}

/** Inline nodes as the children of a paragraph. */
export const children = (setting: Setting, nodes: readonly PhrasingContent[]): ParagraphChild[] =>
  nodes.flatMap((node) => inline(setting, node));
