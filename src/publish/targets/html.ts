import { toString as wordsIn } from 'mdast-util-to-string';
import type { PageKey } from '../../markdown/keys.js';
import { text } from '../../markdown/nodes.js';
import { h, type Part } from '../../pages/html.js';
import type { CollectedTalk, Collection } from '../engine/collection.js';
import { addressFrom } from '../html/address.js';
import { documentOf, htmlKey } from '../html/document.js';
import { type Drawing, drawn } from '../html/nodes.js';
import { htmlTemplating } from '../html/templating.js';
import { pictureKey } from '../keys.js';
import { type NoteTree, noteTree } from '../pages/note-tree.js';
import { talkFile, talkTitle } from '../pages/talk-title.js';
import { indexTree } from '../pages/trees.js';
import { type PageWords, pageWordsOf } from '../pages/words.js';
import { inPictures } from '../pictures/page.js';
import type { NameOf, Page, Target, TargetOptions } from '../target.js';
import { opening } from '../upstream/folder.js';

const indexKey: PageKey = 'index:talks';

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
  const own = nameOf(talk.key);
  const fetched = (url: string) => {
    const to = nameOf(pictureKey(url));
    return own === undefined || to === undefined ? undefined : addressFrom(own, to);
  };
  const drawing: Drawing = {
    anchors,
    pictures: options.pictures,
    local: false,
    fetched,
    numbers: new Map(),
  };
  const index = nameOf(indexKey);
  const up =
    own !== undefined &&
    index !== undefined &&
    h`<nav><a href="${addressFrom(own, index)}">${words.index}</a></nav>\n`;
  const body = drawn(drawing, children);
  return documentOf(
    { key: talk.key, title, language, pictures: drawing.shows ?? false },
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
    anchors: new Map(),
    pictures: options.pictures,
    local: true,
    numbers: new Map(),
  };
  return documentOf(
    { key: indexKey, title: words.index, language: collection.language },
    drawn(drawing, tree),
  );
}

const talkName = (talk: CollectedTalk): string => `talks/${talkFile(talk)}.html`;

function htmlPages(collection: Collection, options: TargetOptions): Page[] {
  const words = pageWordsOf(collection);
  const talks = collection.talks.map(
    (talk): Page => ({
      key: talk.key,
      kind: 'talk',
      title: talkTitle(talk, words),
      name: talkName(talk),
      render: (nameOf) => talkPage(talk, words, nameOf, options),
    }),
  );
  return [
    ...talks,
    {
      key: indexKey,
      kind: 'index',
      title: words.index,
      name: 'index.html',
      render: (nameOf) => indexPage(collection, words, nameOf, options),
    },
  ];
}

/** A page a note to read and print, each a file that needs no other but the pictures that were fetched, and a list of all. */
export const html: Target = {
  name: 'html',
  takes: 'folder',
  keyOf: (content) => htmlKey(content),
  picturesBeside: inPictures,
  templating: () => htmlTemplating,
  pages: htmlPages,
  open: opening({
    target: 'html',
    rivals: ['site'],
    keyOf: (content) => htmlKey(content),
    mayBePage: (name) => /\.html$/iu.test(name),
  }),
};
