import type { Note } from '../../schema/note.js';
import type { TalkHead } from '../record.js';
import type { Filter } from '../store.js';
import { bodiesBetween } from './entries.js';
import { talkParts } from './filter.js';
import { unpackNote } from './pack.js';
import type { Sql } from './statements.js';

interface TalkRow extends Omit<TalkHead, 'speakers' | 'topics'> {
  number: number;
  file: string;
  first: number;
  last: number;
}

function headOf(sql: Sql, row: TalkRow): TalkHead {
  const { number, id, slug, kind, title, date, group, language } = row;
  const speakers = sql.of('SELECT name FROM speakers WHERE talk = ? ORDER BY place').pluck().all(number);
  const topics = sql.of('SELECT id, label, score FROM topics WHERE talk = ? ORDER BY place').all(number);
  return {
    id,
    slug,
    kind,
    title,
    date,
    group,
    language,
    speakers: speakers as string[],
    topics: topics as TalkHead['topics'],
  };
}

const rowAt = (sql: Sql, id: string): TalkRow | undefined =>
  sql.of('SELECT * FROM talks WHERE id = ?').get(id) as TalkRow | undefined;

/** What is listed of a talk that is there. */
export const headAt = (sql: Sql, id: string): TalkHead => headOf(sql, rowAt(sql, id)!);

/** What is listed of those talks that are there. */
export const headsOf = (sql: Sql, ids: readonly string[]): TalkHead[] =>
  ids.flatMap((id) => rowAt(sql, id) ?? []).map((row) => headOf(sql, row));

/** The note of a talk, by the talk's numbers. */
export function noteAt(sql: Sql, { number, first, last }: Pick<TalkRow, 'number' | 'first' | 'last'>): Note {
  const bytes = sql.of('SELECT note FROM notes WHERE talk = ?').pluck().get(number) as Buffer;
  return unpackNote(bytes, bodiesBetween(sql, first, last));
}

/** A talk with its note. */
export function talkAt(sql: Sql, id: string) {
  const row = rowAt(sql, id);
  return row && { head: headOf(sql, row), file: row.file, note: noteAt(sql, row) };
}

/** Talks, newest first. */
export function talksBy(sql: Sql, filter: Filter, limit: number, offset: number): TalkHead[] {
  const parts = talkParts(filter);
  const where = parts.length ? `WHERE ${parts.map((part) => part.sql).join(' AND ')}` : '';
  const rows = sql
    .of(`SELECT * FROM talks ${where} ORDER BY date DESC, id LIMIT ? OFFSET ?`)
    .all(...parts.flatMap(({ values }) => values), limit, offset);
  return (rows as TalkRow[]).map((row) => headOf(sql, row));
}

/** All speakers, those of most talks first. */
export function speakersOf(sql: Sql) {
  return sql
    .of(
      `SELECT name, count(DISTINCT talk) AS talks, max(date) AS last FROM speakers JOIN talks ON number = talk
      GROUP BY name ORDER BY talks DESC, name`,
    )
    .all() as { name: string; talks: number; last: string }[];
}

/** A topic of fewer talks has no course over time. */
const leastTalks = 2;

interface MonthRow {
  id: string;
  label: string;
  month: string;
  talks: number;
}

/** Topics of more than one talk by month, those of most talks first. */
export function topicsOf(sql: Sql) {
  const rows = sql
    .of(
      `SELECT topics.id, min(label) AS label, substr(date, 1, 7) AS month, count(DISTINCT talk) AS talks
      FROM topics JOIN talks ON number = talk GROUP BY topics.id, month ORDER BY topics.id, month`,
    )
    .all() as MonthRow[];
  const byId = new Map<
    string,
    { id: string; label: string; talks: number; months: Omit<MonthRow, 'id' | 'label'>[] }
  >();
  for (const { id, label, month, talks } of rows) {
    const topic = byId.get(id) ?? { id, label, talks: 0, months: [] };
    if (label < topic.label) topic.label = label;
    topic.talks += talks;
    topic.months.push({ month, talks });
    byId.set(id, topic);
  }
  const found = [...byId.values()].filter(({ talks }) => talks >= leastTalks);
  return found.sort((a, b) => b.talks - a.talks || (a.id < b.id ? -1 : 1));
}
