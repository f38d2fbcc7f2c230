import type { Heading, Html, Image, Link, Node, Root, Text } from 'mdast';
import { toString as wordsIn } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkWikiLink from 'remark-wiki-link';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

const reader = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter)
  .use(remarkWikiLink, { aliasDivider: '|' })
  .freeze();

/** A page as a Markdown reader with properties and wikilinks sees it. */
export const parsed = (page: string): Root => reader.parse(page);

function all<T extends Node>(tree: Root, type: T['type']): T[] {
  const nodes: T[] = [];
  visit(tree, type, (node) => void nodes.push(node as unknown as T));
  return nodes;
}

/** A link within the vault: the file, and the place in it. */
export interface Inner {
  path: string;
  anchor: string;
}

const innerOf = (target: string): Inner => {
  const [path = '', ...anchor] = target.split('#');
  return { path, anchor: anchor.join('#') };
};

/** What Obsidian and common plugins act on in a page, behind its properties. */
export interface Acts {
  inner: Inner[];
  outer: string[];
  pictures: string[];
  blocks: string[];
  callouts: string[];
  headings: string[];
  /** Of each kind that a page of ours never has, what was found. */
  foreign: string[];
  words: string;
}

/** The page without properties, code and wikilinks: what is left may act as what Obsidian adds to Markdown. */
function bareOf(page: string, tree: Root): string {
  const source = page.split('');
  for (const type of ['yaml', 'code', 'inlineCode', 'wikiLink'])
    for (const { position } of all<Node>(tree, type))
      for (let at = position!.start.offset!; at < position!.end.offset!; at++)
        if (source[at] !== '\n') source[at] = ' ';
  return source.join('');
}

const foreigners: [what: string, looks: RegExp, unescaped: boolean][] = [
  ['标签', /(?<![^\s])#[^\s#.,;!?'"()[\]{}]+/gu, true],
  ['注释', /%%/gu, false],
  ['高亮', /==/gu, false],
  ['公式', /\$/gu, true],
  ['模板', /\{\{|<%/gu, false],
  ['字段', /::/gu, false],
  ['嵌入', /!\[\[/gu, true],
  ['双链', /\[\[/gu, true],
  ['协议', /\b[a-z][a-z0-9+.-]*:\/\//giu, true],
  ['行内脚注', /\^\[/gu, true],
];

/** Looks for all that acts in a page. */
export function actsIn(page: string): Acts {
  const tree = parsed(page);
  const bare = bareOf(page, tree);
  const plain = bare.replace(/\\[!-/:-@[-`{-~]/gu, '··');
  const withoutAddresses = plain.replace(/<https?:[^>\n]*>|\]\((?:https?|mailto):[^)\n]*\)/gu, '');
  const links = all<Link>(tree, 'link');
  const isOuter = ({ url }: Link) => /^(?:https?|mailto):/iu.test(url);
  return {
    inner: [
      ...all<Node & { value: string }>(tree, 'wikiLink').map(({ value }) => innerOf(value)),
      ...links
        .filter((link) => !isOuter(link))
        .map(({ url }) => innerOf(decodeURIComponent(url).replace(/\.md(?=#|$)/u, ''))),
    ],
    outer: links.filter(isOuter).map(({ url }) => url),
    pictures: all<Image>(tree, 'image').map(({ url }) => url),
    blocks: [...plain.matchAll(/(?<![^\s>])\^([A-Za-z0-9-]+)[ \t]*$/gmu)].map(([, id]) => id!),
    callouts: [...plain.matchAll(/^[> ]*>\s*\[!(\w+)\]/gmu)].map(([, kind]) => kind!),
    headings: all<Heading>(tree, 'heading').map((node) => wordsIn(node)),
    foreign: [
      ...foreigners.flatMap(([what, looks, unescaped]) =>
        [...(what === '协议' ? withoutAddresses : unescaped ? plain : bare).matchAll(looks)].map(
          ([found]) => `${what} ${found}`,
        ),
      ),
      ...all<Html>(tree, 'html').map(({ value }) => `HTML ${value}`),
    ],
    words: all<Text>(tree, 'text')
      .map(({ value }) => value)
      .join(''),
  };
}

/** Properties line by line: a text, or a list of texts; undefined where there is anything else. */
export function propertiesOf(page: string): Record<string, string | string[]> | undefined {
  const yaml = /^---\n(.*?)\n---\n/su.exec(page)?.[1];
  if (yaml === undefined) return undefined;
  const properties: Record<string, string | string[]> = {};
  let list: string[] | undefined;
  for (const line of yaml.split('\n')) {
    const [, item] = /^ {2}- (\S.*)$/u.exec(line) ?? [];
    const [, key, value] = /^([a-z]+):(?: (\S.*))?$/u.exec(line) ?? [];
    if (item !== undefined && list) list.push(scalarOf(item));
    else if (key === undefined || key in properties) return undefined;
    else if (value === undefined) properties[key] = list = [];
    else {
      properties[key] = scalarOf(value);
      list = undefined;
    }
  }
  return properties;
}

/** A value as YAML reads it, of the two ways in which pages have them. */
function scalarOf(value: string): string {
  if (value.startsWith('"')) return JSON.parse(value) as string;
  if (/^[-?:,[\]{}#&*!|>'"%@`\s]|: |:$| #|^(?:true|false|null|yes|no|on|off|~)$/iu.test(value))
    throw new Error(`YAML reads this in another way: ${value}`);
  return value;
}
