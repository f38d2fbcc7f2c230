import type { ConceptLine, ConceptView, Filter } from '../store.js';
import { coreAt, knownAt, newestAt } from './concepts.js';
import { conceptParts, type Part } from './filter.js';
import type { Sql } from './statements.js';
import { headAt } from './talks.js';

interface Link {
  key: string;
  label: string;
}

const byLabel = 'ORDER BY label, key';

/** A concept with all that is said of it. */
export function conceptAt(sql: Sql, key: string): ConceptView | undefined {
  const found = coreAt(sql, key);
  if (!found) return undefined;
  const { known, definitions, core } = found;
  const { label, kind, aliases, broader } = core;
  const links = (where: string, ...values: string[]) =>
    sql.of(`SELECT key, label FROM concepts WHERE ${where} ${byLabel}`).all(...values) as Link[];
  const [above] = broader === undefined ? [] : links('key = ?', broader);
  return {
    key,
    label,
    kind,
    aliases,
    ...(known && { scheme: known.scheme }),
    ...(known?.definition && { definition: known.definition }),
    ...(above && { broader: above }),
    narrower: links('broader = ?', key),
    related: above ? links('broader = ? AND key <> ?', above.key, key) : [],
    definitions: definitions.map((one) => ({ ...one, talk: headAt(sql, one.talk.id) })),
  };
}

/** What a concept means, by the newest definition, else the taxonomy's. */
export const meaningAt = (sql: Sql, key: string): string | undefined =>
  newestAt(sql, key) ?? knownAt(sql, key)?.definition?.text;

interface LineRow {
  key: string;
  text: string;
  label: string;
  place: number;
  kind: ConceptLine['kind'];
  broader: string | null;
  scheme: string | null;
  talks: number;
  letter: string;
  first: string;
  last: string;
}

function lineOf(row: LineRow): ConceptLine {
  const { key, text, label, place, kind, broader, scheme, talks, letter, first, last } = row;
  return {
    key,
    label: text,
    kind,
    ...(place > 0 && { see: label }),
    ...(broader !== null && { broader }),
    ...(scheme !== null && { scheme }),
    talks,
    letter,
    ...(talks > 0 && { first, last }),
  };
}

/** A page of the list of concepts. */
export function conceptLines(
  sql: Sql,
  filter: Filter & { letter?: string; synonyms?: boolean },
  limit: number,
  offset: number,
): ConceptLine[] {
  const parts: Part[] = [{ sql: "names.kind = 'concept'", values: [] }, ...conceptParts(filter)];
  if (filter.letter !== undefined) parts.push({ sql: 'letter = ?', values: [filter.letter] });
  if (!filter.synonyms) parts.push({ sql: 'place = 0', values: [] });
  const rows = sql
    .of(
      `SELECT concepts.key, text, label, place, concepts.kind, broader, scheme, talks, letter, first, last
      FROM names JOIN concepts ON concepts.key = id WHERE ${parts.map((part) => part.sql).join(' AND ')}
      ORDER BY "order", text, concepts.key LIMIT ? OFFSET ?`,
    )
    .all(...parts.flatMap(({ values }) => values), limit, offset);
  return (rows as LineRow[]).map(lineOf);
}
