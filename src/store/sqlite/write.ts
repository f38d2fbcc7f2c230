import { foldedText } from '../../language/fold.js';
import type { Talk } from '../record.js';
import { add, type Changes } from './changes.js';
import type { Heard } from './concepts.js';
import { addEntry, nextNumber, removeEntry } from './entries.js';
import { addNames, removeNames } from './names.js';
import type { Sql } from './statements.js';

/** A talk to be written, and its note as it is kept. */
export interface PackedTalk {
  talk: Talk;
  note: Buffer;
}

interface TalkRow {
  number: number;
  id: string;
  first: number;
  last: number;
}

function removeTalk(sql: Sql, { number, id, first, last }: TalkRow, changes: Changes): void {
  const definitions = sql.of('SELECT concept FROM definitions WHERE talk = ?').pluck();
  for (const key of definitions.all(number) as string[]) {
    changes.concepts.add(key);
    add(changes.totals, 'definitions', -1);
  }
  const speakers = sql.of('SELECT name FROM speakers WHERE talk = ?').pluck();
  for (const name of speakers.all(number) as string[]) changes.speakers.add(name);
  for (let entry = first; entry <= last; entry++) removeEntry(sql, entry, changes);
  sql.of('DELETE FROM talks WHERE number = ?').run(number);
  removeNames(sql, { kind: 'talk', id });
  add(changes.totals, 'talks', -1);
}

function addEntries(
  sql: Sql,
  { passages }: Talk,
  number: number,
  { sounds }: Heard,
  changes: Changes,
): number {
  const first = nextNumber(sql, 'passages');
  for (const [index, { kind, pointer, heading, above, names, body, message, source }] of passages.entries()) {
    const texts = { term: names?.join('\n') ?? '', heading, definition: '', body };
    const place = { number: first + index, kind, talk: number, pointer, above, message, source };
    addEntry(sql, { ...place, ...texts }, sounds, changes);
  }
  return first;
}

function addDefinitions(sql: Sql, { definitions }: Talk, number: number, changes: Changes): void {
  const insert = sql.of('INSERT INTO definitions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  for (const [place, definition] of definitions.entries()) {
    const { concept, pointer, term, aliases, kind, text, broader, message, source, start, end } = definition;
    insert.run(
      ...[number, place, concept, pointer, term, JSON.stringify(aliases), kind, text],
      ...[broader, message, source, start, end],
    );
    changes.concepts.add(concept);
    add(changes.totals, 'definitions', 1);
  }
}

function addTalk(sql: Sql, { talk, note }: PackedTalk, heard: Heard, changes: Changes): void {
  const { id, file, sha256, slug, kind, title, date, group, language, speakers, topics, passages } = talk;
  const number = ((sql.of('SELECT max(number) FROM talks').pluck().get() as number | null) ?? 0) + 1;
  const first = addEntries(sql, talk, number, heard, changes);
  sql
    .of('INSERT INTO talks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(
      ...[number, id, file, sha256, slug, kind, title, date, group, language],
      ...[first, first + passages.length - 1],
    );
  for (const [place, name] of speakers.entries()) {
    sql.of('INSERT INTO speakers VALUES (?, ?, ?, ?)').run(number, place, name, foldedText(name));
    changes.speakers.add(name);
  }
  for (const [place, topic] of topics.entries())
    sql
      .of('INSERT INTO topics VALUES (?, ?, ?, ?, ?)')
      .run(number, place, topic.id, topic.label, topic.score);
  sql.of('INSERT INTO notes VALUES (?, ?)').run(number, note);
  addDefinitions(sql, talk, number, changes);
  if (title !== '') addNames(sql, { kind: 'talk', id }, [title], heard.spell);
  add(changes.totals, 'talks', 1);
}

/** Removes the talks of some files, and writes others, whose id or file may have been there before. */
export function replaceTalks(
  sql: Sql,
  { talks, gone }: { talks: readonly PackedTalk[]; gone: readonly string[] },
  heard: Heard,
  changes: Changes,
): void {
  const old = sql.of('SELECT number, id, first, last FROM talks WHERE id = ? OR file = ?');
  const remove = (id: string | null, file: string) => {
    for (const row of old.all(id, file) as TalkRow[]) removeTalk(sql, row, changes);
  };
  for (const file of gone) remove(null, file);
  for (const packed of talks) {
    remove(packed.talk.id, packed.talk.file);
    addTalk(sql, packed, heard, changes);
  }
}

/** Writes down which speakers there are now. */
export function settleSpeakers(sql: Sql, { spell }: Heard, { speakers }: Changes): void {
  const left = sql.of('SELECT count(*) FROM speakers WHERE name = ?').pluck();
  const known = sql.of("SELECT count(*) FROM names WHERE kind = 'speaker' AND id = ?").pluck();
  for (const name of speakers) {
    const [there, written] = [left.get(name), known.get(name)];
    if (there && !written) addNames(sql, { kind: 'speaker', id: name }, [name], spell);
    if (!there && written) removeNames(sql, { kind: 'speaker', id: name });
  }
}
