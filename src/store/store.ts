import type { Note } from '../schema/note.js';
import type { Definition, KnownConcept, Talk, TalkHead, TermKind } from './record.js';

/** Kinds of entries that are parts of talks. */
export const passageKinds = ['talk', 'section', 'pair'] as const;

/** All kinds of what can be found. */
export const entryKinds = [...passageKinds, 'concept'] as const;

/** What can be found. */
export type EntryKind = (typeof entryKinds)[number];

/** Where a word may stand: names of a concept or of a talk's speakers; titles, headings and questions; definitions; running text. */
export type Field = 'term' | 'heading' | 'definition' | 'body';

/** All fields, the weightiest first. */
export const fields: readonly Field[] = ['term', 'heading', 'definition', 'body'];

/** A thing to be found, with the text of its fields as people read it; names and definitions are lines. */
export interface Entry extends Record<Field, string> {
  /** The store's own number; it does not survive a rebuild. */
  number: number;
  kind: EntryKind;
  /** Of a talk, section or pair: the note's id; of a concept absent. */
  talk?: string;
  /** Of a talk, section or pair: JSON pointer into its note. */
  pointer?: string;
  /** Of a talk, section or pair: the talk's title. */
  title?: string;
  /** Of a section: titles of the sections around it. */
  above?: string[];
  message?: number;
  source?: number;
  /** Of a concept: its key, an id of the taxonomy or `term:` and the folded term. */
  concept?: string;
  termKind?: TermKind;
  /** Day of the talk, of a concept the latest that defines it; `''` where none does. */
  date: string;
  /** Number of talks that define a concept; 1 for others. */
  talks: number;
}

/**
 * A condition on the tokens of an entry (`language/grams.ts`). Tokens of a row stand directly one after the other in
 * one field; with `prefix` the last one may go on. No clause may be empty.
 */
export type Clause =
  | { row: readonly string[]; fields?: readonly Field[]; prefix?: boolean }
  | { all: readonly Clause[] }
  | { any: readonly Clause[] }
  | { clause: Clause; without: Clause };

/** What entries must be, whatever their text. Conditions of talks hold for a concept when one of its definitions' talks meets all of them. */
export interface Filter {
  kinds?: readonly EntryKind[];
  /** Kind of a concept; leaves concepts alone. */
  termKind?: TermKind;
  /** Key of a concept: itself and all below it; leaves concepts alone. */
  broader?: string;
  /** Talks with one of these topics (ids). */
  topics?: readonly string[];
  /** Nick, or a part of it, folded. */
  speaker?: string;
  group?: string;
  /** First and last day, YYYY-MM-DD, both included. */
  since?: string;
  until?: string;
  /** Leaves out concepts that no talk defines. */
  defined?: boolean;
}

/** A request for candidates. */
export interface Ask {
  /** Without one, all entries that meet the filter, newest first. */
  clause?: Clause;
  /** grams: the text as written; sounds: pinyin and initials of names, titles and headings, not of questions (`language/sounds.ts`). */
  index: 'grams' | 'sounds';
  filter: Filter;
  /** best: by BM25 with these weights of fields; newest: by the order of writing backwards, which costs no look at the others. */
  order: 'best' | 'newest';
  /** Fields in the order of `fields`; of sounds, `term` and `heading` alone count. */
  weights?: Readonly<Record<Field, number>>;
  limit: number;
}

/** A candidate: the higher the score, the better; 0 where the order is newest. */
export interface Candidate {
  number: number;
  score: number;
}

/** A definition with the talk it is from. */
export interface Defined extends Definition {
  talk: TalkHead;
}

/** A concept as it is shown. */
export interface ConceptView {
  key: string;
  label: string;
  kind: TermKind;
  /** Other names: of the taxonomy first, then as talks give them. */
  aliases: string[];
  /** Domain of the taxonomy; absent for a concept that only talks know. */
  scheme?: string;
  /** The taxonomy's own. */
  definition?: { text: string; source?: string; reviewed?: false };
  /** Keys and labels; narrower and related by label in code point order. */
  broader?: { key: string; label: string };
  narrower: { key: string; label: string }[];
  /** Other concepts below the same broader one. */
  related: { key: string; label: string }[];
  /** Newest first. */
  definitions: Defined[];
}

/** A name that a concept bears. */
export interface Named {
  /** As asked for. */
  name: string;
  /** The concept's key. */
  concept: string;
  /** All its names as they are written, the preferred one first. */
  labels: string[];
}

/** A line of a list of concepts. */
export interface ConceptLine {
  key: string;
  label: string;
  kind: TermKind;
  /** The synonym that it is listed under, where it is not the preferred label. */
  see?: string;
  broader?: string;
  scheme?: string;
  /** Talks that define it. */
  talks: number;
  /** Latin letter that its pinyin begins with, `#` where it has none. */
  letter: string;
  /** Date of the first and the last talk that defines it; absent where none does. */
  first?: string;
  last?: string;
}

/** A name that completes what was typed. */
export interface Suggestion {
  text: string;
  kind: 'concept' | 'talk' | 'speaker';
  /** Concept key, talk id, or nick. */
  id: string;
  /** Of a synonym: the preferred label. */
  label?: string;
}

/** Where a store is damaged. */
export interface StoreFault {
  code:
    | 'file-damaged'
    | 'entry-missing'
    | 'entry-stray'
    | 'concept-stale'
    | 'text-unindexed'
    | 'note-invalid';
  /** The talk, concept or page that it is about. */
  about: string;
  message: string;
}

/** How much a store holds. */
export interface StoreSize {
  talks: number;
  entries: number;
  concepts: number;
  definitions: number;
  /** Mean length of each field over the entries that have it, in UTF-16 units. */
  lengths: Record<Field, number>;
}

/** What a search asks of a store; what is in memory may be asked the same. */
export interface Searched
  extends Pick<Store, 'candidates' | 'count' | 'entries' | 'size' | 'named' | 'alike' | 'suggest' | 'heads'> {
  talks(filter: Filter, limit: number, offset: number): Promise<readonly unknown[]>;
  concept(key: string): Promise<unknown>;
}

/** One place that keeps talks for search. Every method of writing is one transaction: it happens whole or not at all. */
export interface Store {
  /** Makes the taxonomy the given one; `version` names its content, and nothing happens where the store has that one. */
  setTaxonomy(concepts: readonly KnownConcept[], version: string): Promise<void>;
  /** Notes by file with the hash of their bytes. */
  files(): Promise<Map<string, string>>;
  /** The file of a talk, where the store has the talk. */
  fileOf(id: string): Promise<string | undefined>;
  /** Removes the talks of these files, then adds those given (whose id or file may have been there before). */
  write(talks: readonly Talk[], gone: readonly string[]): Promise<void>;
  candidates(ask: Ask): Promise<Candidate[]>;
  /** How many entries meet a condition, counted up to a limit. */
  count(ask: Pick<Ask, 'clause' | 'index' | 'filter'>, limit: number): Promise<number>;
  /** In the order asked for; numbers that are gone are left out. */
  entries(numbers: readonly number[]): Promise<Entry[]>;
  size(): Promise<StoreSize>;
  /** Those of these names that concepts bear, each with one concept (several where they share it) and all its names; names are given as `nameKey` makes them. */
  named(names: readonly string[]): Promise<Named[]>;
  /** Latin words of the store that are no more than one insertion, deletion, change or exchange of neighbours away, the most frequent first, at most 8. */
  alike(word: string): Promise<string[]>;
  /** Names that begin with what was typed, signs and blanks aside, or whose pinyin or initials do; exact beginnings first. */
  suggest(typed: string, limit: number): Promise<Suggestion[]>;
  talk(id: string): Promise<{ head: TalkHead; file: string; note: Note } | undefined>;
  /** Of these ids, in any order; those that are gone are left out. */
  heads(ids: readonly string[]): Promise<TalkHead[]>;
  /** Newest first. */
  talks(filter: Filter, limit: number, offset: number): Promise<TalkHead[]>;
  concept(key: string): Promise<ConceptView | undefined>;
  /** What a concept means, by the newest definition, else the taxonomy's; undefined where nobody says. */
  meaning(key: string): Promise<string | undefined>;
  /** By label in code point order of their pinyin; `synonyms` lists other names, too, each pointing to its concept. */
  concepts(
    filter: Filter & { letter?: string; synonyms?: boolean },
    limit: number,
    offset: number,
  ): Promise<ConceptLine[]>;
  speakers(): Promise<{ name: string; talks: number; last: string }[]>;
  /** Topics by month: number of talks with it, only of topics with some minimum of talks. */
  topics(): Promise<
    { id: string; label: string; talks: number; months: { month: string; talks: number }[] }[]
  >;
  check(): Promise<StoreFault[]>;
  close(): Promise<void>;
}
