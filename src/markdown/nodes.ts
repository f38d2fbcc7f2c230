import type { Heading, List, ListItem, Paragraph, PhrasingContent } from 'mdast';

/** A text node. */
export const text = (value: string): PhrasingContent => ({ type: 'text', value });
/** A paragraph of inline nodes. */
export const paragraph = (children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });
/** An item of a tight list. */
export const item = (children: ListItem['children']): ListItem => ({
  type: 'listItem',
  spread: false,
  children,
});
/** A tight list without numbers. */
export const bulleted = (children: ListItem[]): List => ({
  type: 'list',
  ordered: false,
  spread: false,
  children,
});

/** A heading of our own or of the log; deeper than six levels there are none. */
export function heading(depth: number, words: string): Heading {
  return { type: 'heading', depth: Math.min(depth, 6) as Heading['depth'], children: [text(words)] };
}
