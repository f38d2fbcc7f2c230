import type { List, Paragraph, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { deriveMedia } from '../../derive.js';
import { type Block, type Message, type Span, spanOf } from '../../transcript.js';

/** Chat is no document: indented text is no code, a line of dashes no heading, and HTML is text. */
const disabled = {
  disable: {
    null: [
      'codeIndented',
      'setextUnderline',
      'htmlFlow',
      'htmlText',
      'definition',
      'headingAtx',
      'thematicBreak',
    ],
  },
};

const parser = unified().use(remarkParse).use(remarkGfm).data('micromarkExtensions', [disabled]);

/** Without one of these a text is a plain paragraph, and the parser need not run. */
const marks = /[[\]`|>*+-]|https?:|www\.|\n/u;
const fileName = /^[^\n/]{1,120}\.(?:pdf|pptx?|docx?|xlsx?|xmind|key|zip|rar|md|txt|mp4|apk)$/iu;

type Place = { start: { offset?: number }; end: { offset?: number } };

const parse = (text: string) => parser.parse(text) as Root;

/**
 * The parser is slow or runs out of stack on long runs of openers (`* * *`, `> > >`, `](`): such text is no document.
 * A NUL and a BOM it drops. Bounds: characters, openers in all, lines that begin an item, levels of nesting at the start of a line.
 */
const most = { characters: 20_000, openers: 500, starters: 200 };
const nested = /^(?:[ \t]{0,3}(?:[*+>-]|[0-9]{1,9}[.)])[ \t]?){8}/mu;

/** A picture and nothing else, in whose caption and address nothing else can be marked. */
const lonePicture = /^!\[[\p{L}\p{N} _:-]{0,200}\]\([\w\-./~%?=&+:]{1,1000}\)$/u;
/** A line that begins no item, quotation, code or footnote, by its first character. */
const plainLine = /^(?:[A-Za-z@\u0080-\uffff]|\[(?!\^))[^\n\r]*\S$/u;

/** Most texts with a mark are one picture or one line without any: what they are shows without the parser. */
const isSimple = (text: string) => lonePicture.test(text) || (plainLine.test(text) && !text.includes(']('));

function tame(text: string): boolean {
  if (text.length > most.characters || /^\ufeff|\0/u.test(text) || nested.test(text)) return false;
  const starters = text.match(/^[ \t]{0,3}(?:[*+>-]|[0-9]{1,9}[.)])/gmu)?.length ?? 0;
  return starters <= most.starters && (text.match(/[[\]*_`~!<>]/gu)?.length ?? 0) <= most.openers;
}

const image = /!\[[^\]\n]{0,200}\]\([^()\s]{1,1000}\)/gu;

/** Pictures and the text between them. */
function withoutParser(message: Message, start: number, end: number): Block[] {
  const whole = spanOf(message, start, end);
  const blocks: Block[] = [];
  let from = start;
  for (const match of whole.text.matchAll(image)) {
    const span = spanOf(message, start + match.index, start + match.index + match[0].length);
    blocks.push(...textBlocks(whole, from, span.start), {
      type: 'image',
      spans: [span],
      ...deriveMedia(span.text),
    });
    from = span.end;
  }
  return [...blocks, ...textBlocks(whole, from, end)];
}

/** Reads a part of a message (UTF-16 offsets into its text) as Markdown and gives its blocks, spans verbatim. */
export function markdownBlocks(message: Message, start: number, end: number): Block[] {
  const text = message.text.slice(start, end);
  if (fileName.test(text)) return [{ type: 'file', spans: [spanOf(message, start, end)] }];
  if (!marks.test(text)) return [{ type: 'paragraph', spans: [spanOf(message, start, end)] }];
  if (isSimple(text) || !tame(text)) return withoutParser(message, start, end);
  const span = (place: Place | undefined): Span =>
    spanOf(message, start + (place?.start.offset ?? 0), start + (place?.end.offset ?? text.length));
  return parse(text).children.flatMap((node) => blocksFor(node, span));
}

type SpanOf = (place: Place | undefined) => Span;

function blocksFor(node: RootContent, span: SpanOf): Block[] {
  const whole = span(node.position);
  if (node.type === 'paragraph') return paragraphBlocks(node, span);
  if (node.type === 'list') return [listBlock(node, whole, span)];
  if (node.type === 'code') return [{ type: 'code', spans: [whole] }];
  if (node.type === 'table') return [{ type: 'table', spans: [whole] }];
  if (node.type === 'blockquote') return [{ type: 'quote', spans: [whole] }];
  return whole.text.trim() ? [{ type: 'paragraph', spans: [whole] }] : [];
}

const markerOf = /^(?:[-*+]|[0-9]{1,9}[.)])/u;

function listBlock(node: List, whole: Span, span: SpanOf): Block {
  const items = node.children.flatMap((item) => {
    const all = span(item.position);
    const marker = markerOf.exec(all.text)?.[0] ?? '';
    const first = item.children[0]?.position;
    if (!first) return [];
    const inner = span({ start: first.start, end: item.children.at(-1)!.position!.end });
    return [{ marker, span: inner }];
  });
  return { type: 'list', spans: [whole], items };
}

/** A part that is one address, bare, in angle brackets or behind a caption. */
const lone = /^(?:<?https?:\/\/[^\s<>]{1,2000}>?|\[[^\]\n]{0,300}\]\([^()\s]{1,2000}\))$/u;

/**
 * Splits a paragraph at its pictures; a part that is one link becomes a link. Only the pictures' places are used:
 * remark-gfm's bare addresses leave nodes without a place.
 */
function paragraphBlocks(node: Paragraph, span: SpanOf): Block[] {
  const whole = span(node.position);
  const images = node.children.filter((child) => child.type === 'image').map((child) => span(child.position));
  const blocks: Block[] = [];
  let from = whole.start;
  for (const image of images) {
    blocks.push(...textBlocks(whole, from, image.start));
    blocks.push({ type: 'image', spans: [image], ...deriveMedia(image.text) });
    from = image.end;
  }
  return [...blocks, ...textBlocks(whole, from, whole.end)];
}

function textBlocks(whole: Span, start: number, end: number): Block[] {
  const raw = whole.text.slice(start - whole.start, end - whole.start);
  const text = raw.trim();
  if (!text) return [];
  const at = start + raw.indexOf(text);
  const span = { ...whole, start: at, end: at + text.length, text };
  return [
    lone.test(text)
      ? { type: 'link', spans: [span], ...deriveMedia(text) }
      : { type: 'paragraph', spans: [span] },
  ];
}
