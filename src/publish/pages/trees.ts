import type { List, ListItem, PhrasingContent, RootContent } from 'mdast';
import type { PageKey } from '../../markdown/keys.js';
import { speakerKey } from '../../markdown/keys.js';
import { bulleted, heading, item, paragraph, text } from '../../markdown/nodes.js';
import { type Links, pictured } from '../../markdown/page.js';
import { kept } from '../../memory/remembered.js';
import { inline, plainNick, printed } from '../../readable/text.js';
import type {
  CollectedConcept,
  CollectedSpeaker,
  CollectedTalk,
  CollectedTopic,
  Collection,
} from '../engine/collection.js';
import { dayOf, talkTitle } from './talk-title.js';
import type { PageWords } from './words.js';

/** What the trees of pages need beside what the pages are about. */
export interface Bound {
  words: PageWords;
  /** A link to a page, or its words alone where there is none. */
  link: (key: PageKey, words: string) => PhrasingContent;
  picture: Links['picture'];
}

function talkLine(talk: CollectedTalk, { words, link }: Bound): ListItem {
  const day = dayOf(talk);
  const speakers = talk.speakers.flatMap(({ name }, index): PhrasingContent[] => [
    text(index === 0 ? ' · ' : words.note.comma),
    link(speakerKey(name), plainNick(name)),
  ]);
  const title = link(talk.key, talkTitle(talk, words));
  return item([paragraph([...(day === undefined ? [] : [text(`${day} `)]), title, ...speakers])]);
}

const talkList = (talks: readonly CollectedTalk[], bound: Bound): List =>
  bulleted(talks.map((talk) => talkLine(talk, bound)));

/** A speaker's talks. */
export const speakerTree = ({ name, talks }: CollectedSpeaker, bound: Bound): RootContent[] => [
  heading(1, name),
  heading(2, bound.words.talks),
  talkList(talks, bound),
];

/** The talks about a topic. */
export function topicTree({ label, concept, talks }: CollectedTopic, bound: Bound): RootContent[] {
  const term =
    concept === undefined
      ? []
      : [paragraph([text(bound.words.term + bound.words.note.colon), bound.link(concept, label)])];
  return [heading(1, label), ...term, heading(2, bound.words.talks), talkList(talks, bound)];
}

/** Names of concepts by their keys. */
export type LabelOf = (key: PageKey) => string;

/** The names of a collection's concepts. */
export function labelsOf({ concepts }: Pick<Collection, 'concepts'>): LabelOf {
  const labels = new Map(concepts.map(({ key, label }) => [key, label]));
  return (key) => labels.get(key) ?? key;
}

function factsOf(concept: CollectedConcept, labelOf: LabelOf, { words, link }: Bound): ListItem[] {
  const { kind, aliases, broader, narrower } = concept;
  const linked = (keys: readonly PageKey[]) =>
    keys.flatMap((key, index) => [...(index > 0 ? [text(words.note.comma)] : []), link(key, labelOf(key))]);
  const lines: [label: string, value: PhrasingContent[]][] = [
    [words.kind, [text(words.note.kind[kind])]],
    [words.aliases, aliases.length ? [text(aliases.map(printed).join(words.note.comma))] : []],
    [words.broader, broader === undefined ? [] : linked([broader])],
    [words.narrower, linked(narrower)],
  ];
  return lines
    .filter(([, value]) => value.length)
    .map(([label, value]) => item([paragraph([text(label + words.note.colon), ...value])]));
}

/** What a term means: kind, names, what is above and below it, and its definitions, each with the talk that gives it. */
export function conceptTree(concept: CollectedConcept, labelOf: LabelOf, bound: Bound): RootContent[] {
  const { label, known, definitions } = concept;
  const { words, link } = bound;
  const tree: RootContent[] = [heading(1, label), bulleted(factsOf(concept, labelOf, bound))];
  if (known?.source !== undefined)
    tree.push(
      heading(2, words.lexicon),
      paragraph([text(known.text + words.note.open + known.source + words.note.close)]),
    );
  if (definitions.length === 0) return tree;
  const items = definitions.map(({ text: said, talk }) =>
    item([
      paragraph([...pictured(inline(said), bound), text(' — '), link(talk.key, talkTitle(talk, words))]),
    ]),
  );
  return [...tree, heading(2, words.definitions), bulleted(items)];
}

/** Talks by month, the newest first, then what other pages there are. */
export function indexTree(
  collection: Omit<Collection, 'taxonomy'>,
  labelOf: LabelOf,
  bound: Bound,
): RootContent[] {
  const { words, link } = bound;
  const months = new Map<string, CollectedTalk[]>();
  for (const talk of collection.talks) {
    const month = dayOf(talk)?.slice(0, 7) ?? words.unknownDate;
    kept(months, month, () => []).push(talk);
  }
  const list = (title: string, items: readonly { key: PageKey; label: string; count: number }[]) =>
    items.length
      ? [
          heading(2, title),
          bulleted(
            items.map(({ key, label, count }) =>
              item([
                paragraph([link(key, label), text(count ? words.note.open + count + words.note.close : '')]),
              ]),
            ),
          ),
        ]
      : [];
  return [
    heading(1, words.index),
    ...[...months].flatMap(([month, talks]) => [heading(2, month), talkList(talks, bound)]),
    ...list(
      words.speakers,
      collection.speakers.map(({ key, name, talks }) => ({ key, label: name, count: talks.length })),
    ),
    ...list(
      words.topics,
      collection.topics.map(({ key, label, talks }) => ({ key, label, count: talks.length })),
    ),
    ...list(
      words.glossary,
      collection.concepts.map(({ key, talks }) => ({ key, label: labelOf(key), count: talks })),
    ),
  ];
}
