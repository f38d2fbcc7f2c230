import { posix } from 'node:path';
import type { Link, PhrasingContent, RootContent } from 'mdast';
import type { PageKey } from '../../markdown/keys.js';
import { conceptKey } from '../../markdown/keys.js';
import { text } from '../../markdown/nodes.js';
import { renderMarkdown } from '../../markdown/note.js';
import type { Links } from '../../markdown/page.js';
import { frontMatter, written } from '../../markdown/write.js';
import type { CollectedTalk, Collection } from '../engine/collection.js';
import { pictureKey } from '../keys.js';
import { legalName } from '../legal-name.js';
import { dayOf, talkTitle } from '../pages/talk-title.js';
import { type Bound, conceptTree, indexTree, labelsOf, speakerTree, topicTree } from '../pages/trees.js';
import { pageWordsOf } from '../pages/words.js';
import type { Content, NameOf, Page, TargetOptions, Templating } from '../target.js';

/** The property of a page's front matter that tells which page it is. */
const property = 'jianglu';

/** The key of a Markdown page: its front matter says it, quoted or not. */
export function markdownKey(content: Content): PageKey | undefined {
  if (typeof content !== 'string' || !content.startsWith('---')) return undefined;
  const head = content.slice(0, 4000);
  const value = new RegExp(`^${property}:[ \\t]*(.{1,500})$`, 'mu').exec(head)?.[1]?.trim();
  if (value === undefined) return undefined;
  try {
    return value.startsWith('"') ? (JSON.parse(value) as string) : value.replace(/^'|'$/gu, '');
  } catch {
    return undefined;
  }
}

/** What may not stand in an address as it is; letters of any script stay, so that people can read it. */
const reserved = /[^\p{L}\p{N}\p{P}]|[!-,:;?@[\\\]]/gu;

/** The way from a page to another, as an address. */
const addressFrom = (from: string, to: string): string =>
  posix.relative(posix.dirname(from), to).replace(reserved, encodeURIComponent);

/** What a page links, by their keys, from where it stands. */
function linkerOf(from: string, nameOf: NameOf) {
  return (key: PageKey, words: string): PhrasingContent | undefined => {
    const to = nameOf(key);
    if (to === undefined) return undefined;
    const link: Link = { type: 'link', url: addressFrom(from, to), children: [text(words)] };
    return link;
  };
}

/** Where a page shows a picture from: fetched where it was, else where the message says. */
export const pictureOf =
  (from: string, nameOf: NameOf, policy: TargetOptions['pictures']): Links['picture'] =>
  (url) => {
    if (policy === 'omit') return undefined;
    const fetched = nameOf(pictureKey(url));
    return fetched === undefined ? url : addressFrom(from, fetched);
  };

const talkName = (talk: CollectedTalk): string => {
  const day = dayOf(talk);
  const slug = legalName(talk.slug, 'talk');
  return day === undefined ? `talks/${slug}.md` : `talks/${day.slice(0, 4)}/${day}-${slug}.md`;
};

/** All pages of a collection as Markdown files with relative links, as repositories and forges show them. */
export function markdownPages(collection: Collection, { pictures }: Pick<TargetOptions, 'pictures'>): Page[] {
  const words = pageWordsOf(collection);
  const labelOf = labelsOf(collection);
  const page = (
    found: Pick<Page, 'key' | 'kind' | 'title' | 'name'>,
    tree: (bound: Bound) => RootContent[],
  ): Page => ({
    ...found,
    render(nameOf) {
      const link = linkerOf(nameOf(found.key)!, nameOf);
      const picture = pictureOf(nameOf(found.key)!, nameOf, pictures);
      const children = tree({ words, link: (key, said) => link(key, said) ?? text(said), picture });
      const head = frontMatter({ [property]: found.key, title: found.title });
      return head + written({ type: 'root', children });
    },
  });
  const talk = (one: CollectedTalk): Page => ({
    key: one.key,
    kind: 'talk',
    title: talkTitle(one, words),
    name: talkName(one),
    render: (nameOf) =>
      renderMarkdown(one.load!(), {
        properties: { [property]: one.key },
        links: {
          link: linkerOf(nameOf(one.key)!, nameOf),
          concepts: one.definitions.map(({ concept }) => conceptKey(concept)),
          picture: pictureOf(nameOf(one.key)!, nameOf, pictures),
        },
      }),
  });
  return [
    ...collection.talks.map(talk),
    ...collection.speakers.map((one) =>
      page(
        {
          key: one.key,
          kind: 'speaker',
          title: one.name,
          name: `speakers/${legalName(one.name, 'speaker')}.md`,
        },
        (bound) => speakerTree(one, bound),
      ),
    ),
    ...collection.topics.map((one) =>
      page(
        { key: one.key, kind: 'topic', title: one.label, name: `topics/${legalName(one.label, 'topic')}.md` },
        (bound) => topicTree(one, bound),
      ),
    ),
    ...collection.concepts.map((one) =>
      page(
        {
          key: one.key,
          kind: 'concept',
          title: one.label,
          name: `glossary/${legalName(one.label, 'term')}.md`,
        },
        (bound) => conceptTree(one, labelOf, bound),
      ),
    ),
    page({ key: 'index:talks', kind: 'index', title: words.index, name: 'index.md' }, (bound) =>
      indexTree(collection, labelOf, bound),
    ),
  ];
}

/** A property in the front matter of a page, which is made where there is none. */
function marked(key: PageKey, content: string): string {
  if (markdownKey(content) === key) return content;
  const line = `${property}: ${JSON.stringify(key)}\n`;
  const open = /^---\r?\n/u.exec(content)?.[0];
  return open === undefined ? `---\n${line}---\n\n${content}` : open + line + content.slice(open.length);
}

const inLine = (node: PhrasingContent): string =>
  written({ type: 'root', children: [{ type: 'paragraph', children: [node] }] }).replace(/\n$/u, '');

/** How templates write Markdown. */
export const markdownTemplating: Templating = {
  escape: (words) => inLine(text(words)),
  link: (from, to, words) => inLine({ type: 'link', url: addressFrom(from, to), children: [text(words)] }),
  mark: marked,
};
