import type { FootnoteReference, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { paragraph, text } from '../../../markdown/nodes.js';
import { footnotes, type Page, placeOf } from '../../../markdown/page.js';
import type { Ordinal } from '../../../schema/note.js';
import { mark, vaultLink } from './nodes.js';

/**
 * Where messages stand on a page: ids of blocks. Obsidian knows paragraphs, items of lists, and quotes, callouts, tables
 * and code as a whole; of several messages in one block the first gives the id, and the others are found by it.
 */
export type Anchors = Map<Ordinal, string>;

/** A message's id: its ordinal, with the number of its log where that is not the first. */
function blockId(page: Pick<Page, 'note'>, message: Ordinal): string {
  const { source, ordinal } = placeOf(page, message);
  return source === 0 ? `m${ordinal}` : `s${source}-m${ordinal}`;
}

const isReference = (node: PhrasingContent): node is FootnoteReference => node.type === 'footnoteReference';
const messageOf = ({ identifier }: FootnoteReference): Ordinal => Number(identifier.slice(1));

/** Marks messages as standing in a block: its id, unless they all stand in an earlier one. */
function claim(page: Page, anchors: Anchors, messages: readonly Ordinal[]): string | undefined {
  const first = messages.find((message) => !anchors.has(message));
  if (first === undefined) return undefined;
  const id = blockId(page, first);
  for (const message of messages) if (!anchors.has(message)) anchors.set(message, id);
  return id;
}

/** Takes all references out of a tree; gives their messages. */
function taken(node: RootContent): { node: RootContent; messages: Ordinal[] } {
  if (!('children' in node)) return { node, messages: [] };
  const messages: Ordinal[] = [];
  const children = (node.children as RootContent[]).flatMap((child) => {
    if (isReference(child as PhrasingContent)) {
      messages.push(messageOf(child as FootnoteReference));
      return [];
    }
    const inside = taken(child);
    messages.push(...inside.messages);
    return [inside.node];
  });
  return { node: { ...node, children } as RootContent, messages };
}

const marked = (children: PhrasingContent[], id: string | undefined): Paragraph =>
  paragraph(
    id === undefined ? children : [...children, ...(children.length ? [text(' ')] : []), mark(`^${id}`)],
  );

/** A paragraph, parted where another message begins, so that each message is a block. */
function paragraphsOf({ children }: Paragraph, page: Page, anchors: Anchors): Paragraph[] {
  const found: Paragraph[] = [];
  let words: PhrasingContent[] = [];
  let messages: Ordinal[] = [];
  const close = () => {
    const block = marked(words, claim(page, anchors, messages));
    if (block.children.length) found.push(block);
    words = [];
    messages = [];
  };
  for (const child of children) {
    if (isReference(child)) messages.push(messageOf(child));
    else {
      if (messages.length) close();
      if (words.length || child.type !== 'text' || child.value !== '\n') words.push(child);
    }
  }
  close();
  return found;
}

/** An item whose id stands behind its first lines, where Obsidian looks for it. */
function itemOf(one: ListItem, page: Page, anchors: Anchors): ListItem {
  const own: Ordinal[] = [];
  const children = one.children.map((child) => {
    if (child.type === 'list') return child;
    const { node, messages } = taken(child);
    own.push(...messages);
    return node as ListItem['children'][number];
  });
  const [first, ...rest] = children;
  const id = claim(page, anchors, own);
  const head = first?.type === 'paragraph' ? marked(first.children, id) : first;
  return {
    ...one,
    children: [...(head ? [head] : []), ...rest].map((child) => listsIn(child, page, anchors)),
  };
}

function listsIn<T extends RootContent>(node: T, page: Page, anchors: Anchors): T {
  if (node.type !== 'list') return node;
  return { ...node, children: node.children.map((one) => itemOf(one, page, anchors)) };
}

/** What was said, each message as a block with an id in place of its footnote. */
export function anchored(nodes: readonly RootContent[], page: Page, anchors: Anchors): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    if (node.type === 'paragraph') return paragraphsOf(node, page, anchors);
    if (node.type === 'list') return [listsIn(node, page, anchors)];
    if (node.type !== 'blockquote') return [node];
    const { node: quote, messages } = taken(node);
    const id = claim(page, anchors, messages);
    return id === undefined ? [quote] : [quote, marked([], id)];
  });
}

/** An item told of messages: links to where they stand in place of footnotes, of which those stay that stand nowhere. */
function leadingItem(one: ListItem, anchors: Anchors): ListItem {
  const led = new Set<string>();
  const lead = (child: PhrasingContent): PhrasingContent[] => {
    const id = isReference(child) ? anchors.get(messageOf(child)) : undefined;
    if (id === undefined) return [child];
    if (led.has(id)) return [];
    led.add(id);
    return [text(' '), vaultLink('', id, `^${id}`)];
  };
  return {
    ...one,
    children: one.children.map((child) =>
      child.type === 'paragraph' ? paragraph(child.children.flatMap(lead)) : child,
    ),
  };
}

/** Lists of what is told of messages, leading to the blocks where the messages stand. */
export function leading(nodes: readonly RootContent[], anchors: Anchors): RootContent[] {
  return nodes.map((node) =>
    node.type === 'list'
      ? { ...node, children: node.children.map((one) => leadingItem(one, anchors)) }
      : node,
  );
}

/** The footnotes of messages that are told of and stand nowhere on the page. */
export const restOf = (page: Page, anchors: Anchors): RootContent[] =>
  footnotes({ ...page, cited: new Set([...page.cited].filter((message) => !anchors.has(message))) });
