import type { Link, List, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
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

const parse = (text: string): Root => {
  const root = parser.parse(text) as Root;
  return root;
};

/** Reads a part of a message (UTF-16 offsets into its text) as Markdown and gives its blocks, spans verbatim. */
export function markdownBlocks(message: Message, start: number, end: number): Block[] {
  const text = message.text.slice(start, end);
  if (fileName.test(text)) return [{ type: 'file', spans: [spanOf(message, start, end)] }];
  if (!marks.test(text)) return [{ type: 'paragraph', spans: [spanOf(message, start, end)] }];
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

/** Splits a paragraph at its pictures; a paragraph that is one link becomes a link. */
function paragraphBlocks(node: Paragraph, span: SpanOf): Block[] {
  const blocks: Block[] = [];
  let run: PhrasingContent[] = [];
  const flush = () => {
    const inner = run;
    run = [];
    if (!inner.length) return;
    const part = span({ start: inner[0]!.position!.start, end: inner.at(-1)!.position!.end });
    const text = part.text.trim();
    if (!text) return;
    const lead = part.text.length - part.text.trimStart().length;
    const exact = { ...part, start: part.start + lead, end: part.start + lead + text.length, text };
    blocks.push(
      inner.length === 1 && inner[0]!.type === 'link'
        ? linkBlock(inner[0], exact)
        : { type: 'paragraph', spans: [exact] },
    );
  };
  for (const child of node.children) {
    if (child.type !== 'image') {
      run.push(child);
      continue;
    }
    flush();
    const whole = span(child.position);
    blocks.push({ type: 'image', spans: [whole], ...imageParts(whole.text) });
  }
  flush();
  return blocks;
}

/** URL and caption as typed between the brackets of `![caption](url)`; the verifier reads them the same way. */
export function imageParts(text: string): { url: string; caption: string } {
  const at = text.lastIndexOf('](');
  return {
    caption: text.slice(text.startsWith('!') ? 2 : 1, at),
    url: text.slice(at + 2, text.lastIndexOf(')')).trim(),
  };
}

function linkBlock(node: Link, span: Span): Block {
  const bracketed = span.text.startsWith('[');
  return {
    type: 'link',
    spans: [span],
    ...(bracketed ? imageParts(span.text) : { url: span.text.replace(/^<|>$/gu, ''), caption: '' }),
    ...(node.url ? {} : { url: '' }),
  };
}
