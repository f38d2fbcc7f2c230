import { latinWordsOf, tokensOf } from '../../language/grams.js';
import { linesOf } from '../../language/lines.js';
import type { soundsOf } from '../../language/sounds.js';
import { type Entry, type EntryKind, type Field, fields } from '../store.js';
import { add, type Changes } from './changes.js';
import { firstConcept, kindCodes, kindOfCode } from './filter.js';
import { mark } from './match.js';
import { textIndexes } from './migrations.js';
import { type Packed, packed, unpacked } from './pack.js';
import type { Sql } from './statements.js';

/** How names sound: loaded by who writes only, as it takes 50 ms. */
export type Sounds = typeof soundsOf;

/** An entry to be written. */
export interface NewEntry extends Record<Field, string> {
  number: number;
  kind: EntryKind;
  talk?: number;
  pointer?: string;
  message?: number;
  source?: number;
  above?: readonly string[];
}

/** What of an entry goes into the indexes. */
export interface Indexed {
  grams: Record<Field, string>;
  characters: string;
  sounds: { term: string; heading: string };
  latin: string[];
}

/** The tokens of an entry, in the form that the indexes take; questions, which are whole sentences, are not heard. */
export function indexedOf(kind: EntryKind, texts: Record<Field, string>, sounds: Sounds): Indexed {
  const grams: Record<Field, string> = { term: '', heading: '', definition: '', body: '' };
  let characters = '';
  const latin = new Set<string>();
  for (const field of fields) {
    if (texts[field] === '') continue;
    const lines = linesOf(texts[field], mark[field]);
    grams[field] = lines.grams;
    characters += `${lines.characters} `;
    for (const word of latinWordsOf(lines.words)) latin.add(word);
  }
  return {
    grams,
    characters,
    sounds: {
      term: sounds(texts.term).join(' '),
      heading: kind === 'pair' ? '' : sounds(texts.heading).join(' '),
    },
    latin: [...latin],
  };
}

function count(
  texts: Record<Field, string>,
  latin: readonly string[],
  by: 1 | -1,
  { totals, words }: Changes,
) {
  add(totals, 'entries', by);
  for (const field of fields) {
    if (texts[field] === '') continue;
    add(totals, `${field}:entries`, by);
    add(totals, `${field}:units`, by * texts[field].length);
  }
  for (const word of latin) add(words, word, by);
}

/** Writes an entry and all that finds it. */
export function addEntry(sql: Sql, entry: NewEntry, sounds: Sounds, changes: Changes): void {
  const { number, kind, talk, pointer, message, source, above } = entry;
  sql
    .of('INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?)')
    .run(number, kindCodes[kind], talk, pointer, message, source);
  sql
    .of('INSERT INTO texts VALUES (?, ?, ?, ?, ?, ?)')
    .run(
      number,
      ...fields.map((field) => packed(entry[field])),
      above?.length ? packed(JSON.stringify(above)) : null,
    );
  const { grams, characters, sounds: heard, latin } = indexedOf(kind, entry, sounds);
  sql
    .of('INSERT INTO grams (rowid, body, definition, heading, term) VALUES (?, ?, ?, ?, ?)')
    .run(number, grams.body, grams.definition, grams.heading, grams.term);
  sql.of('INSERT INTO characters (rowid, tokens) VALUES (?, ?)').run(number, characters);
  if (heard.heading || heard.term)
    sql
      .of('INSERT INTO sounds (rowid, heading, term) VALUES (?, ?, ?)')
      .run(number, heard.heading, heard.term);
  count(entry, latin, 1, changes);
}

type TextRow = Record<Field | 'above', Packed>;

const textsOf = (row: TextRow): Record<Field, string> => ({
  term: unpacked(row.term),
  heading: unpacked(row.heading),
  definition: unpacked(row.definition),
  body: unpacked(row.body),
});

/** The texts of an entry. */
export function textsAt(sql: Sql, number: number): Record<Field, string> | undefined {
  const row = sql.of('SELECT * FROM texts WHERE number = ?').get(number) as TextRow | undefined;
  return row && textsOf(row);
}

/** Bodies of the entries between two numbers, in order. */
export function bodiesBetween(sql: Sql, first: number, last: number): string[] {
  const rows = sql.of('SELECT body FROM texts WHERE number BETWEEN ? AND ? ORDER BY number').pluck();
  return (rows.all(first, last) as Packed[]).map(unpacked);
}

/** Removes an entry and all that finds it. */
export function removeEntry(sql: Sql, number: number, changes: Changes): void {
  const texts = textsAt(sql, number);
  if (texts) {
    const latin = new Set(fields.flatMap((field) => latinWordsOf(tokensOf(texts[field]).grams)));
    count(texts, [...latin], -1, changes);
  }
  for (const table of textIndexes) sql.of(`DELETE FROM ${table} WHERE rowid = ?`).run(number);
  for (const table of ['entries', 'texts']) sql.of(`DELETE FROM ${table} WHERE number = ?`).run(number);
}

/** The number after the last of a range. */
export function nextNumber(sql: Sql, range: 'passages' | 'concepts'): number {
  const [text, first] =
    range === 'concepts'
      ? [`SELECT max(number) FROM entries WHERE number >= ${firstConcept}`, firstConcept]
      : [`SELECT max(number) FROM entries WHERE number < ${firstConcept}`, 1];
  const last = sql.of(text).pluck().get() as number | null;
  return last === null ? first : last + 1;
}

type EntryRow = TextRow & {
  number: number;
  code: number;
  talk: string | null;
  title: string | null;
  pointer: string | null;
  message: number | null;
  source: number | null;
  date: string;
  key: string | null;
  termKind: Entry['termKind'] | null;
  talks: number;
};

function entryOf(row: EntryRow): Entry {
  const { number, date, talks } = row;
  const common = { number, kind: kindOfCode(row.code), date, talks, ...textsOf(row) };
  if (row.key !== null) return { ...common, concept: row.key, termKind: row.termKind! };
  return {
    ...common,
    talk: row.talk!,
    title: row.title!,
    pointer: row.pointer!,
    above: row.above === null ? [] : JSON.parse(unpacked(row.above)),
    message: row.message!,
    ...(row.source !== null && { source: row.source }),
  };
}

const select = `SELECT entries.number, entries.kind AS code, talks.id AS talk, title, pointer, message, source,
  coalesce(talks.date, concepts.last) AS date, key, concepts.kind AS termKind, coalesce(concepts.talks, 1) AS talks,
  term, heading, definition, body, above
FROM entries JOIN texts USING (number) LEFT JOIN talks ON talks.number = entries.talk LEFT JOIN concepts USING (number)
WHERE entries.number IN (SELECT value FROM json_each(?))`;

/** Entries by number, in the order asked for; those that are gone are left out. */
export function entriesAt(sql: Sql, numbers: readonly number[]): Entry[] {
  const rows = sql.of(select).all(JSON.stringify(numbers)) as EntryRow[];
  const found = new Map(rows.map((row) => [row.number, row]));
  return numbers.flatMap((number) => {
    const row = found.get(number);
    return row ? [entryOf(row)] : [];
  });
}
