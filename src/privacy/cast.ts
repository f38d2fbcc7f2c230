import { wordsIn } from '../language/names.js';
import { viewOf } from '../language/view.js';
import { own } from '../memory/own.js';
import type { Message } from '../transcript.js';
import { type Finder, finderOf } from './finder.js';
import type { Knowledge } from './lexicon.js';
import { type Mention, mentionsIn } from './mentions.js';
import { nameIn, nickKey, type Pseudonyms, personKey } from './pseudonyms.js';
import { quotedIn } from './quotes.js';
import { isTelling, isTellingName } from './telling.js';

/** Stands for what is left as it is typed. */
export const asTyped = Symbol('as typed');

/** What takes the place of a name. */
export type Stand = string | typeof asTyped;

/** Who writes and is mentioned in a log, and what stands in the place of each. */
export interface Cast {
  nick(nick: string): string;
  /** In the place of a name that a text calls somebody by, which may be a shortened or a former nick. */
  mentioned(name: string): Stand;
  /** Nicks of those who write, and their personal names, as far as they can be told from other text. */
  known: Finder<Stand>;
  /** These, and those of whom others speak. */
  inText: Finder<Stand>;
}

/** Telling nicks, and telling names out of nicks under which nobody writes. */
interface Labels {
  nicks: readonly string[];
  names: readonly string[];
}

/** Who appears in a log, or in all days of a history. */
export interface People {
  /** Of those who write. */
  nicks: readonly string[];
  /** What they are looked for by in texts. */
  labels: Labels;
  /** Names behind an `@`, or in front of a quotation, under which nobody writes. */
  strangers: readonly string[];
}

/** What a cast is made by. */
export interface Naming {
  pseudonyms: Pseudonyms;
  knowledge: Knowledge;
  /** Nicks, as typed, that stay. */
  kept: readonly string[];
}

/** Where a text names people as such: behind an `@`, in front of a quotation. */
export const calledIn = (text: string, known: Finder<unknown>): Mention[] => [
  ...mentionsIn(text, (start) => known.at(text, start)),
  ...quotedIn(text),
];

/** What somebody may be called by instead of his nick: its words, its personal name, and the given name of that. */
function shortNames(nick: string, name: string): string[] {
  const given = /^\p{Script=Han}{3}$/u.test(name) ? [name.slice(1)] : [];
  return [...wordsIn(nick), name, ...given].filter((part) => [...part].length >= 2);
}

/** The persons behind short names, by the key of the name; undefined where there are several. */
function shortened(
  nicks: readonly string[],
  nameOf: (nick: string) => string,
): Map<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const nick of nicks) {
    const name = nameOf(nick);
    for (const short of new Set(shortNames(nick, name).map(personKey))) {
      const before = found.get(short);
      const same = !found.has(short) || (before !== undefined && personKey(before) === personKey(name));
      found.set(short, same ? name : undefined);
    }
  }
  return found;
}

function addStrangers(names: Set<string>, messages: readonly Message[], known: Finder<unknown>): void {
  for (const message of messages) {
    if (!/[@＠「]/u.test(message.text)) continue;
    const { text } = viewOf(message.text);
    for (const { name } of calledIn(text, known)) if (!names.has(name)) names.add(own(name));
  }
}

function labelsOf(nicks: readonly string[], knowledge: Knowledge): Labels {
  const all = new Set(nicks.map(nickKey));
  const names = new Set(nicks.map((nick) => nameIn(nick, knowledge.people)));
  return {
    nicks: nicks.filter(isTelling),
    names: [...names].filter((name) => !all.has(nickKey(name)) && isTellingName(name, knowledge)),
  };
}

/** The people of a log, given as one list of messages, or as one for each of its days; `days` is gone through twice. */
export function peopleOf(days: () => Iterable<readonly Message[]>, knowledge: Knowledge): People {
  const nicks = new Set<string>();
  for (const messages of days()) for (const { sender } of messages) nicks.add(sender);
  nicks.delete('');
  const labels = labelsOf([...nicks], knowledge);
  const known = finderOf([
    ...labels.nicks.map((nick) => [viewOf(nick).text, true] as const),
    ...labels.names.map((name) => [name, true] as const),
  ]);
  const strangers = new Set<string>();
  for (const messages of days()) addStrangers(strangers, messages, known);
  return { nicks: [...nicks], labels, strangers: [...strangers] };
}

/**
 * What stands for the people of a log: those who write, and those whom nobody but a mention names. Where a kept nick's
 * owner is called by another name, the personal name of the kept nick takes its place, so that no more is told than was
 * kept.
 */
export function castOf(
  { nicks, labels: telling, strangers }: People,
  { pseudonyms, knowledge, kept }: Naming,
): Cast {
  const nameOf = (nick: string) => nameIn(nick, knowledge.people);
  const keptNicks = new Set(kept.map(nickKey));
  const keptNames = new Map(kept.map((nick) => [personKey(nameOf(nick)), nameOf(nick)]));
  const short = shortened(nicks, nameOf);
  const writing = new Set(nicks.map(nickKey));

  const nick = (one: string): Stand => (keptNicks.has(nickKey(one)) ? asTyped : pseudonyms.of(one));
  const person = (name: string): string => keptNames.get(personKey(name)) ?? pseudonyms.person(name);
  const mentioned = (name: string): Stand => {
    if (writing.has(nickKey(name))) return nick(name);
    const called = short.get(personKey(name));
    if (called !== undefined) return person(called);
    return keptNames.get(personKey(nameOf(name))) ?? pseudonyms.of(name);
  };

  const labels: (readonly [string, Stand])[] = [
    ...telling.nicks.map((one) => [viewOf(one).text, nick(one)] as const),
    ...telling.names.map((name) => [name, mentioned(name)] as const),
  ];
  const known = finderOf(labels);
  for (const name of new Set([...strangers, ...strangers.map(nameOf)]))
    if (!writing.has(nickKey(name)) && isTellingName(name, knowledge)) labels.push([name, mentioned(name)]);
  return {
    nick: (one) => {
      const stand = nick(one);
      return stand === asTyped ? one : stand;
    },
    mentioned,
    known,
    inText: finderOf(labels),
  };
}
