import { unescapeHtml } from '../../language/text.js';
import { type Block, type Message, type Section, type Span, spanOf } from '../../transcript.js';
import type { Heading } from './heading.js';
import { markdownBlocks } from './markdown.js';
import type { Piece } from './pieces.js';

/** A short message that ends in none of these goes on in the speaker's next one. */
const sentenceEnd = /[。！？!?：:；;…~～.）)”"」】》\]]\s*$/u;
/** Seconds and characters within which the next message goes on with the same sentence. */
const goesOn = { seconds: 60, characters: 80 };

/** Brackets and dashes that set a heading off from what stands before it. */
const setOff = /^[\s【】[\]（）()—–\-:：、，。；;#*]{0,40}$/u;

function trimmedSpan(message: Message, start: number, end: number): Span | null {
  const { text } = message;
  let [a, b] = [start, end];
  while (a < b && /\s/u.test(text[a]!)) a++;
  while (b > a && /\s/u.test(text[b - 1]!)) b--;
  return a < b && unescapeHtml(text.slice(a, b)).trim() ? spanOf(message, a, b) : null;
}

/** Collects blocks under one heading; consecutive messages of one thought make one paragraph. */
function appendAll(target: Block[], added: Block[], message: Message, before: Message | undefined): void {
  for (const [index, block] of added.entries()) {
    const last = target.at(-1);
    const open =
      last?.type === 'paragraph' && block.type === 'paragraph' && index === 0 && before !== undefined;
    if (open && continues(last.spans.at(-1)!, message, before)) last.spans.push(...block.spans);
    else target.push(block);
  }
}

function continues(span: Span, message: Message, before: Message): boolean {
  if (span.message !== before.id || before.id === message.id) return false;
  return (
    message.clock - before.clock <= goesOn.seconds &&
    span.text.length <= goesOn.characters &&
    !sentenceEnd.test(span.text)
  );
}

/** Adds a marked piece that is no heading as an item of the list it belongs to. */
function appendItem(target: Block[], piece: Piece, shapes: Map<Block, string>): void {
  const { message, view, marker } = piece;
  const span = trimmedSpan(message, view.at(marker!.end), view.at(piece.end));
  const whole = trimmedSpan(message, view.at(marker!.start), view.at(piece.end));
  if (!span || !whole) return;
  const item = { marker: message.text.slice(view.at(marker!.start), view.at(marker!.close)), span };
  const last = target.at(-1);
  if (last?.type === 'list' && shapes.get(last) === marker!.shape) {
    last.items!.push(item);
    last.spans.push(whole);
    return;
  }
  const list: Block = { type: 'list', spans: [whole], items: [item] };
  shapes.set(list, marker!.shape);
  target.push(list);
}

/**
 * Puts the content of the lecture under its headings: pieces in order, each into the section of the last heading
 * before it (`sections` runs parallel to `headings`). Returns the blocks that stand before the first heading.
 */
export function blocksOf(pieces: Piece[], headings: Heading[], sections: Section[]): Block[] {
  const lead: Block[] = [];
  const shapes = new Map<Block, string>();
  let target = lead;
  let next = 0;
  let before: Message | undefined;
  pieces.forEach((piece, index) => {
    const { message, view } = piece;
    const add = (from: number, to: number) => {
      const span = trimmedSpan(message, view.at(from), view.at(to));
      if (span) appendAll(target, markdownBlocks(message, span.start, span.end), message, before);
    };
    let from = piece.start;
    const own = headings[next]?.index === index;
    if (piece.marker && !own) appendItem(target, piece, shapes);
    else if (!own) add(from, piece.end);
    while (headings[next]?.index === index) {
      const heading = headings[next]!;
      const title = heading.marker?.start ?? heading.title.start;
      if (heading.origin === 'typed' && !setOff.test(view.text.slice(from, title))) add(from, title);
      target = sections[next]!.blocks;
      from = heading.body;
      next++;
      const after = headings[next];
      if (after?.index !== index) add(from, piece.end);
    }
    before = message;
  });
  return lead;
}
