import { conceptCore } from '../concepts.js';
import type { Definition, KnownConcept } from '../record.js';
import { add, type Changes } from './changes.js';
import { addEntry, nextNumber, removeEntry, type Sounds } from './entries.js';
import { addNames, removeNames, type Spell } from './names.js';
import type { Sql } from './statements.js';

/** What tells how names sound and are spelled. */
export interface Heard {
  sounds: Sounds;
  spell: Spell;
}

/** A definition as it is kept, and its talk. */
export interface DefinitionRow {
  talk: string;
  date: string;
  concept: string;
  pointer: string;
  term: string;
  aliases: string;
  kind: Definition['kind'];
  text: string;
  broader: string | null;
  message: number;
  source: number | null;
  start: number;
  end: number;
}

/** The definition in a row. */
export function definitionOf(row: DefinitionRow): Definition {
  const { concept, pointer, term, aliases, kind, text, broader, message, source, start, end } = row;
  return {
    concept,
    pointer,
    term,
    aliases: JSON.parse(aliases),
    kind,
    text,
    ...(broader !== null && { broader }),
    message,
    ...(source !== null && { source }),
    start,
    end,
  };
}

const newestFirst = `FROM definitions JOIN talks ON talks.number = definitions.talk
  WHERE concept = ? ORDER BY talks.date DESC, talks.id, place`;

/** All definitions of a concept, newest first. */
const definitionsAt = (sql: Sql, key: string): DefinitionRow[] =>
  sql.of(`SELECT definitions.*, talks.id AS talk, talks.date ${newestFirst}`).all(key) as DefinitionRow[];

/** The text of a concept's newest definition. */
export const newestAt = (sql: Sql, key: string): string | undefined =>
  sql.of(`SELECT text ${newestFirst} LIMIT 1`).pluck().get(key) as string | undefined;

/** The concept of the taxonomy with a key. */
export function knownAt(sql: Sql, key: string): KnownConcept | undefined {
  const text = sql.of('SELECT concept FROM taxonomy WHERE key = ?').pluck().get(key) as string | undefined;
  return text === undefined ? undefined : JSON.parse(text);
}

function removeConcept(sql: Sql, key: string, changes: Changes): void {
  const number = sql.of('SELECT number FROM concepts WHERE key = ?').pluck().get(key) as number | undefined;
  if (number === undefined) return;
  sql.of('DELETE FROM concepts WHERE number = ?').run(number);
  removeEntry(sql, number, changes);
  removeNames(sql, { kind: 'concept', id: key });
  add(changes.totals, 'concepts', -1);
}

/** What taxonomy and talks say of a concept now, its definitions the newest first; undefined where neither knows it. */
export function coreAt(sql: Sql, key: string) {
  const known = knownAt(sql, key);
  const definitions = definitionsAt(sql, key).map((row) => ({
    ...definitionOf(row),
    talk: { id: row.talk, date: row.date },
  }));
  return known || definitions.length
    ? { known, definitions, core: conceptCore(known, definitions) }
    : undefined;
}

function writeConcept(sql: Sql, key: string, { sounds, spell }: Heard, changes: Changes): void {
  const found = coreAt(sql, key);
  if (!found) return;
  const { known, core } = found;
  const { label, kind, aliases, broader, talks, first, last } = core;
  const number = nextNumber(sql, 'concepts');
  sql
    .of('INSERT INTO concepts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(number, key, label, kind, known?.scheme, broader, talks, first, last);
  addEntry(sql, { number, kind: 'concept', ...core.texts }, sounds, changes);
  addNames(sql, { kind: 'concept', id: key }, [label, ...aliases], spell);
  add(changes.totals, 'concepts', 1);
}

/** Writes the concepts anew whose definitions came or went. */
export function settleConcepts(sql: Sql, heard: Heard, changes: Changes): void {
  for (const key of [...changes.concepts].sort()) {
    removeConcept(sql, key, changes);
    writeConcept(sql, key, heard, changes);
  }
}
