import { posix } from 'node:path';
import { toString as wordsIn } from 'mdast-util-to-string';
import { h, type Part } from '../../serve/html.js';
import type { CollectedTalk, Collection } from '../engine/collection.js';
import { documentOf, htmlKey } from '../html/document.js';
import { type Drawing, drawn } from '../html/nodes.js';
import { legalName } from '../legal-name.js';
import { text } from '../markdown/nodes.js';
import { type NoteTree, noteTree } from '../pages/note-tree.js';
import { dayOf, talkTitle } from '../pages/talk-title.js';
import { indexTree } from '../pages/trees.js';
import { type PageWords, pageWordsOf } from '../pages/words.js';
import type { NameOf, Page, PageKey, Target, TargetOptions } from '../target.js';
import { opening } from '../upstream/folder.js';

const indexKey: PageKey = 'index:talks';

const addressFrom = (from: string, to: string): string =>
  posix.relative(posix.dirname(from), to).split('/').map(encodeURIComponent).join('/');

function footnotesOf(drawing: Drawing, { notes, words }: NoteTree): Part {
  const cited = [...drawing.numbers.keys()].flatMap((identifier) => notes.get(identifier) ?? []);
  if (cited.length === 0) return '';
  const items = cited.map(({ identifier, children }) => {
    const back = h`<a href="#to-${identifier}" title="${words.message}">↩</a>`;
    return h`<li id="${identifier}">${wordsIn(children)} ${back}</li>\n`;
  });
  return h`<section class="notes">\n<h2>${words.source}</h2>\n<ol>\n${items}</ol>\n</section>`;
}

function talkPage(talk: CollectedTalk, words: PageWords, nameOf: NameOf, options: TargetOptions): string {
  const tree = noteTree(talk.load!());
  const { title, language, anchors, children } = tree;
  const drawing: Drawing = { anchors, pictures: options.pictures, local: false, numbers: new Map() };
  const own = nameOf(talk.key);
  const index = nameOf(indexKey);
  const up =
    own !== undefined &&
    index !== undefined &&
    h`<nav><a href="${addressFrom(own, index)}">${words.index}</a></nav>\n`;
  const body = drawn(drawing, children);
  return documentOf(
    { key: talk.key, title, language },
    h`${up}<h1>${title}</h1>\n${body}\n${footnotesOf(drawing, tree)}`,
  );
}

/** Talks by month; speakers and terms have no pages here. */
function indexPage(collection: Collection, words: PageWords, nameOf: NameOf, options: TargetOptions): string {
  const own = nameOf(indexKey)!;
  const tree = indexTree({ ...collection, speakers: [], topics: [], concepts: [] }, (key) => key, {
    words,
    picture: (url) => url,
    link: (key, said) => {
      const to = nameOf(key);
      return to === undefined
        ? text(said)
        : { type: 'link', url: addressFrom(own, to), children: [text(said)] };
    },
  });
  const drawing: Drawing = {
    ...{ anchors: new Map(), pictures: options.pictures, local: true, numbers: new Map() },
  };
  return documentOf(
    { key: indexKey, title: words.index, language: collection.language },
    drawn(drawing, tree),
  );
}

function talkName(talk: CollectedTalk): string {
  const day = dayOf(talk);
  return `talks/${day === undefined ? '' : `${day}-`}${legalName(talk.slug, 'talk')}.html`;
}

function htmlPages(collection: Collection, options: TargetOptions): Page[] {
  const words = pageWordsOf(collection);
  const talks = collection.talks.map(
    (talk): Page => ({
      ...{ key: talk.key, kind: 'talk', title: talkTitle(talk, words), name: talkName(talk) },
      render: (nameOf) => talkPage(talk, words, nameOf, options),
    }),
  );
  return [
    ...talks,
    {
      ...{ key: indexKey, kind: 'index', title: words.index, name: 'index.html' },
      render: (nameOf) => indexPage(collection, words, nameOf, options),
    },
  ];
}

/** A page a note to read and print, each a file that needs no other, and a list of all. */
export const html: Target = {
  name: 'html',
  takes: 'folder',
  keyOf: htmlKey,
  pages: htmlPages,
  open: opening({
    target: 'html',
    keyOf: htmlKey,
    mayBePage: (name) => /\.html$/iu.test(name),
  }),
};
