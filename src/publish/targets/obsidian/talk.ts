import type { RootContent } from 'mdast';
import type { PageKey } from '../../../markdown/keys.js';
import { conceptKey, speakerKey, topicKey } from '../../../markdown/keys.js';
import { heading } from '../../../markdown/nodes.js';
import { type Links, type Page, pageOf } from '../../../markdown/page.js';
import { facts, glossary, lecture, review, topics } from '../../../markdown/parts.js';
import { remarks } from '../../../markdown/turns.js';
import { gather } from '../../../note/sources.js';
import { plain, plainNick, printed } from '../../../readable/text.js';
import type { Note } from '../../../schema/note.js';
import type { CollectedTalk } from '../../engine/collection.js';
import { dayOf, talkTitle } from '../../pages/talk-title.js';
import type { PageWords } from '../../pages/words.js';
import type { NameOf } from '../../target.js';
import { type Anchors, anchored, leading, restOf } from './anchors.js';
import { questionCallouts } from './callouts.js';
import { type Pictures, tamed } from './foreign.js';
import { linkValue } from './links.js';
import { topicTag } from './names.js';
import { vaultLink } from './nodes.js';
import { outlineLinks } from './outline.js';
import { type Properties, propertiesText, tame } from './properties.js';
import { written } from './write.js';

/** What pages need to know of all others: where they stand, from the vault's root. */
export interface Vault extends Pictures {
  words: PageWords;
}

const valuesOf = (placeOf: NameOf, pages: readonly { key: PageKey; words: string }[]): string[] =>
  pages.map(({ key, words }) => {
    const place = placeOf(key);
    return place === undefined ? tame(words) : linkValue(place, words);
  });

function propertiesOf(talk: CollectedTalk, note: Note, { words, placeOf }: Vault): Properties {
  const title = talkTitle(talk, words);
  const tags = talk.topics.map(({ label }) => topicTag(label)).filter((tag) => tag !== undefined);
  return {
    jianglu: talk.key,
    title: tame(title),
    kind: talk.kind,
    date: dayOf(talk),
    speakers: valuesOf(
      placeOf,
      talk.speakers.map(({ name }) => ({ key: speakerKey(name), words: plainNick(name) })),
    ),
    topics: valuesOf(
      placeOf,
      talk.topics.map(({ id, label }) => ({ key: topicKey(id), words: label })),
    ),
    group: tame(plain(talk.group)),
    aliases: talk.title === '' ? [] : [tame(title)],
    tags,
    source: note.sources.map(({ path }) => tame(printed(path))),
    pseudonymized: note.pseudonymized,
  };
}

function treeOf(page: Page, title: string): RootContent[] {
  const anchors: Anchors = new Map();
  const top = heading(1, title);
  const body = [...lecture(page), ...questionCallouts(page), ...remarks(page)];
  const said = anchored(body, page, anchors);
  const told = [...topics(page), ...glossary(page), ...review(page)];
  return [
    top,
    ...facts(page),
    ...outlineLinks(page, [top, ...body, ...told], anchors),
    ...said,
    ...leading(told, anchors),
    ...restOf(page, anchors),
  ];
}

/** The page of a talk: properties, facts, outline, what was said block by block, questions, topics, terms, what to review. */
export function talkPage(talk: CollectedTalk, vault: Vault): string {
  const note = talk.load!();
  const links: Links = {
    link: (key, words) => {
      const place = vault.placeOf(key);
      return place === undefined ? undefined : vaultLink(place, words);
    },
    concepts: talk.definitions.map(({ concept }) => conceptKey(concept)),
    picture: (url) => url,
  };
  const tree = treeOf(pageOf(gather(note), links), talkTitle(talk, vault.words));
  const children = tree.flatMap((node) => tamed(node, vault));
  return propertiesText(propertiesOf(talk, note, vault)) + written({ type: 'root', children });
}
