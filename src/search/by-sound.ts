import { foldedText, simplify } from '../language/fold.js';
import { soundRow } from '../language/sound-row.js';
import type { Clause, Entry, Filter, Searched } from '../store/store.js';
import { isPlain, type Query } from './query.js';
import { rowsOf } from './readings.js';
import { type Sound, soundsOfLetters } from './sounds.js';
import { tables } from './tables.js';
import { fieldWeights, looked } from './weights.js';

/** How a name sounds like what was typed: it is all of the name, its beginning, or in it. */
export type Likeness = 'all' | 'begins' | 'within';

/** An entry that sounds like the query. */
export interface Heard {
  why: Sound['why'];
  likeness: Likeness;
  /** The name, as written. */
  name: string;
  /** The part of it that sounds so. */
  part: string;
}

/** Texts that a query may have meant, at most. */
const mostMeant = 5;

const order: readonly Likeness[] = ['all', 'begins', 'within'];

const chinese = /\p{Script=Han}/u;
const latin = /[a-z]/u;

/** The whole query as sounds: letters as pinyin or initials, Chinese characters by their reading, or both in a row. */
async function soundsOf(words: readonly string[]): Promise<Sound[]> {
  if (!words.some((word) => chinese.test(word))) return soundsOfLetters(words);
  const { syllablesOf } = await import('../language/sounds.js');
  const pieces = words.join(' ').match(/\p{Script=Han}+|[a-zü']+/gu) ?? [];
  const said: string[] = [];
  for (const piece of pieces) {
    const spoken = chinese.test(piece) ? syllablesOf(piece).flat() : soundsOfLetters([piece])[0]?.said;
    if (!spoken) return [];
    said.push(...spoken);
  }
  const mixed = words.some((word) => latin.test(word));
  return said.length > 1 || mixed ? [{ why: mixed ? 'pinyin' : 'homophone', said, row: soundRow(said) }] : [];
}

/** Words of a query that may be heard: no quotes, no fields. */
function heardWords({ parts }: Query): string[] {
  const there = parts.filter(({ not }) => !not);
  return there.every(isPlain)
    ? there.map(({ pieces }) => pieces[0]!.text.normalize('NFKC').toLowerCase())
    : [];
}

type Syllables = (text: string) => string[][];

/** Whether a part of a name is a word: two halves of neighbours that sound like one (跨境电商 for 经典) are noise. */
const isWord = (part: string) => tables().words.has(simplify(part));

/** Where in the rows of syllables of a name, or of their first letters, what was typed is; two of them within are a word. */
function likenessIn(name: string, { why, said }: Sound, syllablesOf: Syllables): Heard | undefined {
  const runs = name.match(/\p{Script=Han}+/gu) ?? [];
  for (const [index, syllables] of syllablesOf(name).entries()) {
    const characters = [...(runs[index] ?? '')];
    const row = why === 'initials' ? syllables.map((one) => one[0]!) : syllables;
    for (let at = 0; at + said.length <= row.length; at++) {
      if (!said.every((one, i) => row[at + i] === one)) continue;
      const part = characters.slice(at, at + said.length).join('');
      const ends = at + said.length === row.length;
      const likeness = at > 0 ? 'within' : ends && runs.length === 1 ? 'all' : 'begins';
      if (likeness !== 'within' || ends || said.length > 2 || isWord(part))
        return { why, likeness, name, part };
    }
  }
  return undefined;
}

function bestOf(heard: readonly (Heard | undefined)[]): Heard | undefined {
  return heard
    .filter((one) => one !== undefined)
    .sort((a, b) => order.indexOf(a.likeness) - order.indexOf(b.likeness))[0];
}

const namesOf = ({ term, heading }: Entry) => [...term.split('\n'), heading].filter((name) => name !== '');

/** What the query may have meant, as it is written: those that are all of a name before parts of one, then the more frequent. */
function meantBy(found: readonly Heard[]): Heard[] {
  const parts = new Map<string, { heard: Heard; count: number }>();
  for (const heard of found) {
    const key = simplify(heard.part);
    const known = parts.get(key);
    if (!known) parts.set(key, { heard, count: 1 });
    else {
      known.count++;
      if (order.indexOf(heard.likeness) < order.indexOf(known.heard.likeness)) known.heard = heard;
    }
  }
  const all = [...parts.values()].sort(
    (a, b) =>
      order.indexOf(a.heard.likeness) - order.indexOf(b.heard.likeness) ||
      b.count - a.count ||
      (a.heard.part < b.heard.part ? -1 : 1),
  );
  return all.slice(0, mostMeant).map(({ heard }) => heard);
}

type Liken = (name: string) => Heard | undefined;

/** In how many entries texts stand together, up to a limit. */
function standing(store: Searched, texts: readonly string[], filter: Filter, limit: number): Promise<number> {
  const clause: Clause = {
    all: texts
      .map(foldedText)
      .flatMap(rowsOf)
      .map((row) => ({ row })),
  };
  return store.count({ clause, index: 'grams', filter }, limit);
}

/**
 * Names that sound so as a whole, and that entries have as text which the filter lets through, whoever bears them: where
 * there are some, they are what was meant, and no heading is listened to.
 */
async function wholeNames(store: Searched, { said }: Sound, filter: Filter, liken: Liken): Promise<Heard[]> {
  const whole: Heard[] = [];
  for (const { text } of await store.suggest(said.join(''), looked.sounds)) {
    const heard = liken(text);
    if (heard?.likeness === 'all' && (await standing(store, [heard.part], filter, 1)) > 0) whole.push(heard);
  }
  return whole;
}

/** Names and headings that sound so: the best by BM25 where they are few, else the newest. */
async function partsHeard(store: Searched, { row }: Sound, filter: Filter, liken: Liken): Promise<Heard[]> {
  const ask = { clause: { row }, index: 'sounds', filter } as const;
  const few = (await store.count(ask, looked.frequent + 1)) <= looked.frequent;
  const order = few ? 'best' : 'newest';
  const found = await store.candidates({ ...ask, order, weights: fieldWeights, limit: looked.sounds });
  const entries = await store.entries(found.map(({ number }) => number));
  return entries
    .map((entry) => bestOf(namesOf(entry).map(liken)))
    .filter((heard): heard is Heard => Boolean(heard?.part));
}

/** Characters that stand so in this many entries are no slip of others. */
const usual = 3;

/** Whether words without Latin letters stand in entries as typed, and more than by chance. */
async function areWritten(store: Searched, words: readonly string[], filter: Filter): Promise<boolean> {
  return !words.some((word) => latin.test(word)) && (await standing(store, words, filter, usual)) >= usual;
}

/** Names and headings that sound like the query, each as the text that was meant; the likeliest first. */
export async function meantTexts(store: Searched, query: Query, filter: Filter): Promise<Heard[]> {
  const words = heardWords(query);
  if (words.length === 0 || (await areWritten(store, words, filter))) return [];
  const sounds = await soundsOf(words);
  if (sounds.length === 0) return [];
  const { syllablesOf } = await import('../language/sounds.js');
  for (const sound of sounds) {
    const liken: Liken = (name) => likenessIn(name, sound, syllablesOf);
    const whole = await wholeNames(store, sound, filter, liken);
    const found = whole.length ? whole : await partsHeard(store, sound, filter, liken);
    if (found.length) return meantBy(found);
  }
  return [];
}
