import type { Field, StoreFault } from '../../store.js';
import type { Heard } from '../concepts.js';
import { indexedOf, textsAt } from '../entries.js';
import { kindOfCode } from '../filter.js';
import { textIndexes } from '../migrations.js';
import type { Sql } from '../statements.js';

type Index = (typeof textIndexes)[number];

/** What the tokens of each entry come to, so that two lists of them are compared without keeping either. */
type Sums = Map<number, number>;

/** A number for a token in its place; the same tokens in other places give another. */
function numberOf(token: string, column: string, offset: number): number {
  let mixed = Math.imul(offset + 1, 0x9e3779b1);
  const text = `${column} ${token}`;
  for (let i = 0; i < text.length; i++) mixed = Math.imul(mixed ^ text.charCodeAt(i), 0x01000193);
  return (mixed ^ (mixed >>> 15)) | 0;
}

const add = (sums: Sums, number: number, by: number) => sums.set(number, ((sums.get(number) ?? 0) + by) | 0);

interface Instance {
  term: string;
  doc: number;
  col: string | null;
  offset: number | null;
}

/** What an index holds. */
function held(sql: Sql, index: Index): Sums {
  const sums: Sums = new Map();
  sql.db.exec(
    `CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary_${index} USING fts5vocab (main, ${index}, instance)`,
  );
  const rows = sql.of(`SELECT term, doc, col, "offset" FROM temp.vocabulary_${index}`);
  for (const { term, doc, col, offset } of rows.iterate() as IterableIterator<Instance>)
    add(sums, doc, numberOf(term, col ?? '', offset ?? 0));
  return sums;
}

const tokens = (text: string): string[] => text.split(' ').filter((token) => token !== '');

function addAll(sums: Sums, number: number, column: string, text: string): void {
  for (const [offset, token] of tokens(text).entries()) add(sums, number, numberOf(token, column, offset));
}

interface Wanted extends Record<Index, Sums> {
  words: Map<string, number>;
}

/** What the indexes should hold by the texts of the entries. */
function wanted(sql: Sql, { sounds }: Heard): Wanted {
  const all: Wanted = { grams: new Map(), characters: new Map(), sounds: new Map(), words: new Map() };
  const entries = sql.of('SELECT number, kind FROM entries').all() as { number: number; kind: number }[];
  for (const { number, kind } of entries) {
    const texts = textsAt(sql, number);
    if (!texts) continue;
    const { grams, characters, sounds: heard, latin } = indexedOf(kindOfCode(kind), texts, sounds);
    for (const field of Object.keys(grams) as Field[]) addAll(all.grams, number, field, grams[field]);
    for (const token of tokens(characters)) add(all.characters, number, numberOf(token, '', 0));
    for (const field of ['term', 'heading'] as const) addAll(all.sounds, number, field, heard[field]);
    for (const word of latin) all.words.set(word, (all.words.get(word) ?? 0) + 1);
  }
  return all;
}

const fault = (number: number, index: Index): StoreFault => ({
  code: 'text-unindexed',
  about: String(number),
  message: `the index of ${index} does not hold what the entry says`,
});

function wordFaults(sql: Sql, words: Map<string, number>): StoreFault[] {
  const rows = sql.of('SELECT word, entries FROM words').all() as { word: string; entries: number }[];
  const left = new Map(words);
  for (const { word, entries } of rows)
    if (left.get(word) === entries) left.delete(word);
    else left.set(word, -1);
  return [...left.keys()].map((word) => ({
    code: 'text-unindexed',
    about: word,
    message: 'the word is not counted as often as entries have it',
  }));
}

/** Entries whose texts the indexes do not hold, or not as they are. */
export function faultsOfIndexes(sql: Sql, heard: Heard): StoreFault[] {
  const want = wanted(sql, heard);
  const faults = textIndexes.flatMap((index) => {
    const have = held(sql, index);
    const numbers = new Set([...want[index].keys(), ...have.keys()]);
    return [...numbers]
      .filter((number) => (want[index].get(number) ?? 0) !== (have.get(number) ?? 0))
      .map((number) => fault(number, index));
  });
  return [...faults, ...wordFaults(sql, want.words)];
}
