import type { RootContent } from 'mdast';
import type { PageKey } from '../../markdown/keys.js';
import { speakerKey } from '../../markdown/keys.js';
import { heading, paragraph, text } from '../../markdown/nodes.js';
import { plainNick } from '../../readable/text.js';
import type { CollectedSpeaker, Collection } from '../engine/collection.js';
import { talkTitle } from '../pages/talk-title.js';
import { type Bound, conceptTree, indexTree, labelsOf, speakerTree, topicTree } from '../pages/trees.js';
import { pageWordsOf } from '../pages/words.js';
import { inPictures } from '../pictures/page.js';
import type { Content, NameOf, Page, Target, TargetOptions } from '../target.js';
import { opening } from '../upstream/folder.js';
import { baseKey, keyInBase, talksBase } from './obsidian/base.js';
import { tamed } from './obsidian/foreign.js';
import { linkValue } from './obsidian/links.js';
import { baseName, pageName, talkName, topicTag } from './obsidian/names.js';
import { vaultLink } from './obsidian/nodes.js';
import { keyInProperties, type Properties, propertiesText, tame } from './obsidian/properties.js';
import { talkPage, type Vault } from './obsidian/talk.js';
import { vaultTemplating } from './obsidian/templating.js';
import { prefixOf } from './obsidian/vault.js';
import { written } from './obsidian/write.js';

const keyOf = (content: Content): PageKey | undefined => keyInProperties(content) ?? keyInBase(content);

/** A page that belongs to no single talk. */
interface Shared extends Pick<Page, 'key' | 'kind' | 'title' | 'name'> {
  /** Other words that people may link it by. */
  aliases?: readonly string[];
  properties?(placeOf: NameOf): Properties;
  tree(bound: Bound): RootContent[];
}

function sharedPage(
  { key, title, aliases = [], properties, tree }: Shared,
  vault: Vault,
  name: string,
): string {
  const { words, placeOf } = vault;
  const link: Bound['link'] = (to, said) => {
    const place = placeOf(to);
    return place === undefined ? text(said) : vaultLink(place, said);
  };
  const children = tree({ words, link, picture: (url) => url }).flatMap((node) => tamed(node, vault));
  const others = [title, ...aliases].filter((one) => one !== baseName(name)).map(tame);
  const head = { jianglu: key, title: tame(title), ...properties?.(placeOf), aliases: others };
  return propertiesText(head) + written({ type: 'root', children });
}

/** The other nicks of a speaker. */
function nicksOf({ key, talks }: CollectedSpeaker): string[] {
  const own = talks.flatMap(({ speakers }) => speakers.filter(({ name }) => speakerKey(name) === key));
  return own.flatMap(({ name, aliases }) => [name, ...aliases]).map(plainNick);
}

function sharedPages(collection: Collection): Shared[] {
  const words = pageWordsOf(collection);
  const labelOf = labelsOf(collection);
  return [
    ...collection.speakers.map(
      (one): Shared => ({
        key: one.key,
        kind: 'speaker',
        title: one.name,
        name: pageName(words.speakers, one.name, 'speaker'),
        aliases: nicksOf(one),
        tree: (bound) => speakerTree(one, bound),
      }),
    ),
    ...collection.topics.map(
      (one): Shared => ({
        key: one.key,
        kind: 'topic',
        title: one.label,
        name: pageName(words.topics, one.label, 'topic'),
        properties: () => ({ tags: [topicTag(one.label)].filter((tag) => tag !== undefined) }),
        tree: (bound) => topicTree(one, bound),
      }),
    ),
    ...collection.concepts.map(
      (one): Shared => ({
        key: one.key,
        kind: 'concept',
        title: one.label,
        name: pageName(words.glossary, one.label, 'term'),
        aliases: one.aliases,
        properties(placeOf) {
          const above = one.broader === undefined ? undefined : placeOf(one.broader);
          return {
            kind: one.kind,
            broader: above === undefined ? [] : [linkValue(above, labelOf(one.broader!))],
          };
        },
        tree: (bound) => conceptTree(one, labelOf, bound),
      }),
    ),
    {
      key: 'index:talks',
      kind: 'index',
      title: words.map,
      name: `${words.map}.md`,
      tree: (bound) => [
        heading(1, words.map),
        paragraph([bound.link(baseKey, words.talks)]),
        ...indexTree(collection, labelOf, bound).slice(1),
      ],
    },
  ];
}

/** All pages of a vault: talks, speakers, topics, concepts, a map of all of them, and a base that lists the talks. */
function pagesOf(collection: Collection, { destination, pictures }: TargetOptions): Page[] {
  const words = pageWordsOf(collection);
  const prefix = prefixOf(destination);
  const vaultOf = (nameOf: NameOf): Vault => ({
    words,
    pictures,
    placeOf: (key) => {
      const name = nameOf(key);
      return name === undefined ? undefined : prefix + name;
    },
  });
  return [
    ...collection.talks.map(
      (talk): Page => ({
        key: talk.key,
        kind: 'talk',
        title: talkTitle(talk, words),
        name: talkName(talk, words),
        render: (nameOf) => talkPage(talk, vaultOf(nameOf)),
      }),
    ),
    ...sharedPages(collection).map(
      (one): Page => ({
        key: one.key,
        kind: one.kind,
        title: one.title,
        name: one.name,
        render: (nameOf) => sharedPage(one, vaultOf(nameOf), nameOf(one.key)!),
      }),
    ),
    {
      key: baseKey,
      kind: 'file',
      title: words.talks,
      name: `${words.talks}.base`,
      render: () => talksBase(words),
    },
  ];
}

/** A vault of Obsidian's, or a folder in one. */
export const obsidian: Target = {
  name: 'obsidian',
  takes: 'folder',
  keyOf,
  picturesBeside: inPictures,
  templating: ({ destination }) => vaultTemplating(prefixOf(destination)),
  pages: pagesOf,
  open: opening({
    target: 'obsidian',
    anyLineEnds: true,
    keyOf,
    mayBePage: (name) => /\.(?:md|base)$/iu.test(name),
  }),
};
