import { toString as wordsOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const reader = unified().use(remarkParse).use(remarkGfm);

/** Addresses that a click may follow. A picture may also lie beside the page. */
const followed = /^(?:https?:\/\/|mailto:)/iu;
const relative = /^(?:\.{0,2}\/|[\w%-][^:]*$)/u;

/** What tells one node from another beside its type. */
const marks = {
  heading: ({ depth }) => depth,
  list: ({ ordered, start }) => (ordered ? `ordered ${start ?? 1}` : 'bulleted'),
  link: ({ url }) => url,
  image: ({ url, alt }) => `${url} ${alt ?? ''}`,
  code: ({ value }) => value,
  footnoteReference: ({ identifier }) => identifier,
  footnoteDefinition: ({ identifier }) => identifier,
};

/** Nodes that hold words and what is within a line. */
const leaves = new Set(['paragraph', 'heading', 'tableCell']);
const within = new Set(['text', 'break']);
const squeezed = (text) => text.replace(/\s+/gu, ' ').trim();

/** An address that is its own words: readers make a link of one wherever it stands, and nobody is deceived. */
const bare = ({ type, url, children }) =>
  type === 'link' &&
  followed.test(url) &&
  url.replace(/^(?:http:\/\/|mailto:)/u, '') === wordsOf({ children }).replace(/^http:\/\//u, '');

/** A tree as lines, one a node, with its words: all that a reader sees. */
function shape(node, depth = 0, lines = []) {
  if (within.has(node.type) || bare(node)) return lines;
  const words = leaves.has(node.type) ? ` ${JSON.stringify(squeezed(wordsOf(node)))}` : '';
  const mark = marks[node.type] ? ` ${marks[node.type](node)}` : '';
  lines.push(`${' '.repeat(depth)}${node.type}${mark}${words}`);
  for (const child of node.children ?? []) shape(child, depth + 1, lines);
  return lines;
}

function* nodesOf(node) {
  yield node;
  for (const child of node.children ?? []) yield* nodesOf(child);
}

const harms = ({ type, url = '' }) =>
  type === 'html' ||
  type === 'definition' ||
  ((type === 'link' || type === 'image') && !followed.test(url) && !relative.test(url));

/**
 * What is alive in a Markdown page that should not be: HTML, addresses that run code, and any place where a Markdown
 * reader sees something else than the nodes that were written (`tree`).
 */
export function liveIn(page, tree) {
  const text = page.replace(/^---\n.*?\n---\n/su, '');
  const read = reader.parse(text);
  const live = [...nodesOf(read)]
    .filter(harms)
    .map(({ type, url, value }) => `${type} ${url ?? value ?? ''}`);
  const [expected, seen] = [shape(tree), shape(read)];
  const at = expected.findIndex((line, index) => line !== seen[index]);
  if (at >= 0) live.push(`a reader sees ${seen[at]}, written was ${expected[at]}`);
  else if (seen.length > expected.length) live.push(`a reader also sees ${seen[expected.length]}`);
  return live;
}
