import type { RootContent } from 'mdast';
import { foldedText } from '../../language/fold.js';
import type { PageKey } from '../../markdown/keys.js';
import { conceptKey } from '../../markdown/keys.js';
import { text } from '../../markdown/nodes.js';
import type { CollectedTalk, Collection } from '../engine/collection.js';
import { linkOf, pictureOf, talkPage, type WikiPages, wikiPage } from '../mediawiki/pages.js';
import { capital, titlePart } from '../mediawiki/titles.js';
import { redirect } from '../mediawiki/wikitext.js';
import { dayOf, talkTitle } from '../pages/talk-title.js';
import { type Bound, conceptTree, indexTree, labelsOf, speakerTree, topicTree } from '../pages/trees.js';
import { type PageWords, pageWordsOf } from '../pages/words.js';
import type { NameOf, Page, PageKind, TargetOptions } from '../target.js';

/** A title with what tells it apart in brackets; the words before are cut where both are too long. */
function titled(words: string, what: string, { note }: PageWords): string {
  const behind = what === '' ? '' : note.open + titlePart(what) + note.close;
  return capital((titlePart(words, Buffer.byteLength(behind)) || '?') + behind);
}

const talkName = (talk: CollectedTalk, words: PageWords): string =>
  titled(talkTitle(talk, words), dayOf(talk) ?? '', words);

/** The categories of a page, by what it is about. */
const categoryOf = (kind: PageKind, words: PageWords): string[] => {
  const named: Partial<Record<PageKind, string>> = {
    talk: words.talks,
    speaker: words.speakers,
    topic: words.topics,
    concept: words.glossary,
  };
  return named[kind] === undefined ? [] : [titlePart(named[kind])];
};

/** What the template is called. */
const navigationName = ({ note, talks }: PageWords): string => `Jianglu${note.open}${talks}${note.close}`;

/** The kinds that have a category. */
const sorted = ['talk', 'speaker', 'topic', 'concept'] as const;

/** The pages of the categories: without, a link to one is red and leads to an empty form. */
const categories = (words: PageWords, top: (nameOf: NameOf) => string): Page[] =>
  sorted.flatMap((kind) =>
    categoryOf(kind, words).map((title): Page => {
      const name = `Category:${title}`;
      const render = (nameOf: NameOf) => top(nameOf).trimEnd();
      return { key: `category:${kind}`, kind: 'file', title: name, name, yields: true, render };
    }),
  );

/** The template that all pages begin with; people may make of it what they want. */
function navigation(words: PageWords, indexName: string): Page {
  const names = sorted.flatMap((kind) => categoryOf(kind, words));
  const links = names.map((name) => `[[:Category:${name}|${name}]]`);
  const render = (nameOf: NameOf) =>
    `<div class="jianglu-navigation">[[${nameOf('index:talks') ?? indexName}|${words.index}]] · ${links.join(' · ')}</div>`;
  const name = `Template:${navigationName(words)}`;
  return { key: 'template:navigation', kind: 'file', title: name, name, render };
}

/** All pages of a collection as wikitext. Names are titles of the main namespace. `footnotes`: whether the wiki has them. */
export function wikiPages(
  collection: Collection,
  footnotes: boolean,
  policy: TargetOptions['pictures'],
): Page[] {
  const words = pageWordsOf(collection);
  const labelOf = labelsOf(collection);
  const pagesFor = (kind: PageKind, titleOf: NameOf): WikiPages => ({
    footnotes,
    pictures: policy === 'omit' ? 'omit' : 'link',
    titleOf,
    categories: categoryOf(kind, words),
  });
  const indexName = titled(words.index, words.talks, words);
  const top = (nameOf: NameOf) => {
    const name = nameOf('template:navigation');
    return name === undefined ? '' : `{{${name.replace(/^Template:/u, '')}}}\n`;
  };
  const page = (found: Omit<Page, 'render'>, tree: (bound: Bound) => RootContent[]): Page => ({
    ...found,
    render(nameOf) {
      const pages = pagesFor(found.kind, nameOf);
      const lead = linkOf(pages);
      const link = (key: PageKey, said: string) => lead(key, said) ?? text(said);
      return (
        top(nameOf) + wikiPage(tree({ words, link, picture: pictureOf(pages) }), words.note.source, pages)
      );
    },
  });
  return [
    navigation(words, indexName),
    ...categories(words, top),
    ...collection.talks.map(
      (talk): Page => ({
        key: talk.key,
        kind: 'talk',
        title: talkTitle(talk, words),
        name: talkName(talk, words),
        render: (nameOf) =>
          top(nameOf) +
          talkPage(
            talk.load!(),
            talk.definitions.map(({ concept }) => conceptKey(concept)),
            pagesFor('talk', nameOf),
          ),
      }),
    ),
    ...collection.speakers.map((one) => {
      const name = titled(one.name, words.speakers, words);
      return page({ key: one.key, kind: 'speaker', title: one.name, name }, (bound) =>
        speakerTree(one, bound),
      );
    }),
    ...collection.topics.map((one) => {
      const name = titled(one.label, words.topics, words);
      return page({ key: one.key, kind: 'topic', title: one.label, name }, (bound) => topicTree(one, bound));
    }),
    ...collection.concepts.map((one) => {
      const name = titled(one.label, '', words);
      return page({ key: one.key, kind: 'concept', title: one.label, name }, (bound) =>
        conceptTree(one, labelOf, bound),
      );
    }),
    page(
      {
        key: 'index:talks',
        kind: 'index',
        title: words.index,
        name: indexName,
      },
      (bound) => indexTree(collection, labelOf, bound),
    ),
  ];
}

/**
 * Pages that lead from other names of a term to its own; a name that two terms have, or that a term goes by, leads nowhere.
 * Where somebody has a page of that name there is nothing to do.
 */
export function wikiRedirects(collection: Collection): Page[] {
  const { concepts } = collection;
  const words = pageWordsOf(collection);
  const taken = new Set(concepts.map(({ label }) => foldedText(titled(label, '', words))));
  const named = concepts.flatMap(({ key, label, aliases }) =>
    aliases.map((alias) => ({ key, to: titled(label, '', words), name: titled(alias, '', words) })),
  );
  const owners = new Map<string, Set<string>>();
  for (const { key, name } of named) {
    const folded = foldedText(name);
    owners.set(folded, (owners.get(folded) ?? new Set()).add(key));
  }
  const isClear = ({ name }: { name: string }) =>
    !taken.has(foldedText(name)) && owners.get(foldedText(name))!.size === 1;
  const first = new Map(named.filter(isClear).map((one) => [foldedText(one.name), one]));
  return [...first].map(
    ([folded, { key, name, to }]): Page => ({
      key: `redirect:${folded}`,
      kind: 'redirect',
      title: name,
      name,
      render: (nameOf) => redirect(nameOf(key) ?? to),
    }),
  );
}
