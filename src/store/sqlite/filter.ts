import { type EntryKind, entryKinds, type Filter, passageKinds } from '../store.js';

/** Numbers of concepts begin here; below are those of talks, sections and pairs, so that each are a range. */
export const firstConcept = 2 ** 40;

/** How kinds of entries are kept. */
export const kindCodes: Record<EntryKind, number> = { talk: 1, section: 2, pair: 3, concept: 4 };

/** The kind that a code stands for. */
export const kindOfCode = (code: number): EntryKind => entryKinds.find((kind) => kindCodes[kind] === code)!;

/** A part of a statement, and what its question marks stand for. */
export interface Part {
  sql: string;
  values: (string | number)[];
}

const list = (count: number): string => Array(count).fill('?').join(', ');

const all = (parts: readonly Part[]): Part => ({
  sql: parts.map(({ sql }) => sql).join(' AND '),
  values: parts.flatMap(({ values }) => values),
});

/** Conditions on a row of `talks`; none where the filter has none of talks. */
export function talkParts({ topics, speaker, group, since, until }: Filter): Part[] {
  const parts: Part[] = [];
  if (topics) {
    const sql = `talks.number IN (SELECT talk FROM topics WHERE id IN (${list(topics.length)}))`;
    parts.push({ sql, values: [...topics] });
  }
  if (speaker !== undefined) {
    const sql = 'talks.number IN (SELECT talk FROM speakers WHERE instr(folded, ?) > 0)';
    parts.push({ sql, values: [speaker] });
  }
  if (group !== undefined) parts.push({ sql: 'talks."group" = ?', values: [group] });
  if (since !== undefined) parts.push({ sql: 'talks.date >= ?', values: [since] });
  if (until !== undefined) parts.push({ sql: 'talks.date <= ?', values: [until] });
  return parts;
}

/** Numbers of the talks that a filter lets through. */
function talksIn(parts: readonly Part[]): Part {
  const { sql, values } = all(parts);
  return { sql: `SELECT number FROM talks WHERE ${sql}`, values };
}

const below = `WITH RECURSIVE below (key) AS (
  VALUES (?) UNION SELECT concepts.key FROM concepts JOIN below ON concepts.broader = below.key
) SELECT key FROM below`;

/** Conditions on a row of `concepts`; none where the filter has none that concerns them. */
export function conceptParts(filter: Filter): Part[] {
  const { termKind, broader, defined } = filter;
  const parts: Part[] = [];
  if (termKind !== undefined) parts.push({ sql: 'concepts.kind = ?', values: [termKind] });
  if (broader !== undefined) parts.push({ sql: `concepts.key IN (${below})`, values: [broader] });
  if (defined) parts.push({ sql: 'concepts.talks > 0', values: [] });
  const talks = talkParts(filter);
  if (talks.length) {
    const { sql, values } = talksIn(talks);
    parts.push({
      sql: `concepts.key IN (SELECT concept FROM definitions WHERE talk IN (${sql}))`,
      values,
    });
  }
  return parts;
}

const nothing: Part = { sql: '0', values: [] };

function passagePart(filter: Filter, kinds: ReadonlySet<EntryKind>): Part | undefined {
  if (filter.termKind !== undefined || filter.broader !== undefined) return nothing;
  const wanted = passageKinds.filter((kind) => kinds.has(kind));
  if (!wanted.length) return nothing;
  const parts: Part[] = [];
  if (wanted.length < passageKinds.length)
    parts.push({ sql: `kind IN (${list(wanted.length)})`, values: wanted.map((kind) => kindCodes[kind]) });
  const talks = talkParts(filter);
  if (talks.length) {
    const { sql, values } = talksIn(talks);
    parts.push({ sql: `talk IN (${sql})`, values });
  }
  return parts.length ? all(parts) : undefined;
}

function conceptPart(filter: Filter, kinds: ReadonlySet<EntryKind>): Part | undefined {
  if (!kinds.has('concept')) return nothing;
  const parts = conceptParts(filter);
  return parts.length ? all(parts) : undefined;
}

/**
 * The conditions that a filter sets an entry, whose number stands in the column named; none where it lets all through.
 * The two kinds of entries lie apart in two ranges, so that a search of one never looks at the other.
 */
export function filterParts(filter: Filter, number: string): Part[] {
  const kinds = new Set<EntryKind>(filter.kinds ?? entryKinds);
  const passage = passagePart(filter, kinds);
  const concept = conceptPart(filter, kinds);
  if (passage === nothing && concept === nothing) return [nothing];
  const ofPassage = passage && {
    sql: `EXISTS (SELECT 1 FROM entries WHERE entries.number = ${number} AND ${passage.sql})`,
    values: passage.values,
  };
  // Asked of each candidate: from a list of concepts SQLite would ask the full-text index once for each of thousands.
  const ofConcept = concept && {
    sql: `EXISTS (SELECT 1 FROM concepts WHERE concepts.number = ${number} AND ${concept.sql})`,
    values: concept.values,
  };
  if (concept === nothing) return [range(number, '<'), ...(ofPassage ? [ofPassage] : [])];
  if (passage === nothing) return [range(number, '>='), ...(ofConcept ? [ofConcept] : [])];
  if (!ofPassage && !ofConcept) return [];
  const either = [
    { ...(ofPassage ?? { sql: '1', values: [] }), side: '<' },
    { ...(ofConcept ?? { sql: '1', values: [] }), side: '>=' },
  ];
  return [
    {
      sql: `(${either.map(({ sql, side }) => `(+${number} ${side} ${firstConcept} AND ${sql})`).join(' OR ')})`,
      values: either.flatMap(({ values }) => values),
    },
  ];
}

const range = (number: string, side: '<' | '>='): Part => ({
  sql: `${number} ${side} ${firstConcept}`,
  values: [],
});
