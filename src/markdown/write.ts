import type { FootnoteReference, Root, Text } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify, { type Options } from 'remark-stringify';
import { unified } from 'unified';
import { isQuiet } from './quiet.js';

/**
 * What acts beside CommonMark: `www.` makes a link of whatever follows, a footnote's reference too, and a site generator
 * runs `{{ … }}`, `{% … %}` and `{# … #}` before it reads Markdown.
 */
const unsafe = [
  { character: '.', before: '[Ww]', inConstruct: 'phrasing' as const },
  ...['{', '%', '#'].map((character) => ({
    character,
    before: '(?<=\\{)',
    inConstruct: 'phrasing' as const,
  })),
];

/** Our footnotes are named by a letter and a number (`cite`), in which nothing is to be escaped. */
const reference = Object.assign(({ identifier }: FootnoteReference) => `[^${identifier}]`, {
  peek: () => '[',
});

/** What a writer escapes beyond CommonMark and GFM, and how it writes nodes that are its own. */
export interface Dialect {
  unsafe: NonNullable<Options['unsafe']>;
  handlers: NonNullable<Options['handlers']>;
}

/** A writer of Markdown as this house writes it, in a dialect. */
export function writerOf({ unsafe, handlers }: Dialect): (tree: Root) => string {
  const writer = unified().use(remarkGfm).use(remarkStringify, {
    bullet: '-',
    fences: true,
    listItemIndent: 'one',
    rule: '-',
    unsafe,
    handlers,
  });
  return (tree) => writer.stringify(tree);
}

/** A tree as Markdown; what its texts hold is escaped. */
export const written = writerOf({
  unsafe,
  handlers: {
    footnoteReference: reference,
    text: (node: Text, parent, state, info) =>
      isQuiet(node.value, parent?.type === 'paragraph', info) ? node.value : state.safe(node.value, info),
  },
});

/** A value as YAML: a JSON string is one, once what YAML does not print is escaped. */
export function quoted(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Flat front matter: keys without a value are left out. */
export function frontMatter(keys: Readonly<Record<string, string | readonly string[]>>): string {
  const lines = Object.entries(keys)
    .filter(([, value]) => value.length > 0)
    .map(([key, value]) =>
      typeof value === 'string' ? `${key}: ${quoted(value)}` : `${key}: [${value.map(quoted).join(', ')}]`,
    );
  return `---\n${lines.join('\n')}\n---\n\n`;
}
