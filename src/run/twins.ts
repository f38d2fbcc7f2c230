import { hash } from 'node:crypto';
import { nickSimilarity } from '../language/names.js';
import { bare } from '../language/text.js';
import type { Lexicon } from '../lexicon.js';
import { contentOf } from '../note/content.js';
import type { Note } from '../schema/note.js';
import type { Hint, Message } from '../transcript.js';

/** What a talk is known by, small enough to keep for each note of a run. */
export interface Print {
  id: string;
  path: string;
  /** The title without white space and punctuation. */
  title: string;
  speakers: string[];
  /** Hashes of the lecture's longer texts. */
  texts: string[];
}

/** Characters of a text that two people do not type alike by chance. */
const long = 16;
/** Two talks of which this share of the shorter's texts, and so many of them, are the same are one. */
const same = { share: 0.5, texts: 4 };
/** Characters of a title that says something, and the likeness of nicks of one person. */
const named = { title: 4, nick: 0.6 };

/** Takes the print of a talk's note; `messages` are those that its ordinals count. */
export function printOf(note: Note, messages: readonly Pick<Message, 'text'>[]): Print {
  const texts = contentOf(note).map((id) => bare(messages[id]!.text));
  return {
    id: note.id,
    path: note.sources[0]!.path,
    title: bare(note.title),
    speakers: note.speakers.flatMap(({ name, aliases }) => [name, ...aliases]),
    texts: [...new Set(texts.filter((text) => text.length >= long))].map((text) =>
      hash('sha256', text, 'hex').slice(0, 16),
    ),
  };
}

function sameTexts(a: Print, b: Print): boolean {
  const own = new Set(a.texts);
  const common = b.texts.filter((text) => own.has(text)).length;
  return common >= same.texts && common >= same.share * Math.min(a.texts.length, b.texts.length);
}

const sameTalk = (a: Print, b: Print, people: Lexicon['people']) =>
  a.title === b.title &&
  a.title.length >= named.title &&
  a.speakers.some((one) => b.speakers.some((other) => nickSimilarity(one, other, people) >= named.nick));

/** For each talk that was given twice, by id: the prints of the others, in order of their ids. Talks of one log are two. */
export function twinsOf(prints: readonly Print[], people: Lexicon['people']): Map<string, Print[]> {
  const keys = new Map<string, Print[]>();
  for (const print of prints)
    for (const key of [print.title, ...print.texts]) keys.set(key, [...(keys.get(key) ?? []), print]);
  const twins = new Map<string, Print[]>();
  for (const one of prints) {
    const near = new Set([one.title, ...one.texts].flatMap((key) => keys.get(key)!));
    const found = [...near].filter(
      (other) => other.path !== one.path && (sameTexts(one, other) || sameTalk(one, other, people)),
    );
    if (found.length)
      twins.set(
        one.id,
        found.sort((a, b) => (a.id < b.id ? -1 : 1)),
      );
  }
  return twins;
}

/** The code of that hint. */
export const hintCode = 'given-twice';

/** The hint that a talk has another note. */
export const twinHint = ({ id, path }: Pick<Print, 'id' | 'path'>): Hint => ({
  code: hintCode,
  phrases: [{ says: hintCode, values: { id, path } }],
});
