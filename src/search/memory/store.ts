import { foldedText } from '../../language/fold.js';
import { kept } from '../../memory/remembered.js';
import {
  type Ask,
  type Candidate,
  type Clause,
  type Entry,
  type Field,
  fields,
  type Searched,
  type StoreSize,
} from '../../store/store.js';
import { filtersOf } from './filter.js';
import type { Held } from './held.js';
import { namedIn, suggesting } from './names.js';
import { type Counts, rowsIn, type Standing } from './rows.js';
import { alikeAmong, latinWordsIn } from './slips.js';
import { soundsIn } from './sounds.js';

/** BM25 as FTS5 has it, so that the first stage of a search looks at the same entries in memory and in SQLite. */
const bm25 = { k: 1.2, b: 0.75 };

const folded = (entry: Entry): Record<Field, string> => ({
  term: foldedText(entry.term),
  heading: foldedText(entry.heading),
  definition: foldedText(entry.definition),
  body: foldedText(entry.body),
});

function meanOf(lengths: readonly number[]): number {
  const there = lengths.filter((length) => length > 0);
  return there.length ? there.reduce((sum, length) => sum + length, 0) / there.length : 0;
}

function sizeOf({ talks, entries }: Held): StoreSize {
  const concepts = entries.filter(({ kind }) => kind === 'concept').length;
  const mean = (field: Field) => meanOf(entries.map((entry) => entry[field].length));
  return {
    talks: talks.length,
    entries: entries.length - concepts,
    concepts,
    definitions: 0,
    lengths: {
      term: mean('term'),
      heading: mean('heading'),
      definition: mean('definition'),
      body: mean('body'),
    },
  };
}

type Rows = (row: readonly string[]) => Standing;

/** Remembers what met a clause: a search asks the same of several kinds of entries, one after the other. */
function remembering(rows: Rows): (clause: Clause) => Set<number> {
  const known = new WeakMap<Clause, Set<number>>();
  return (clause) => kept(known, clause, () => meeting(clause, rows));
}

/** The entries that meet a clause. */
function meeting(clause: Clause, rows: Rows): Set<number> {
  if ('row' in clause) {
    const within = clause.fields ? clause.fields.map((field) => fields.indexOf(field)) : undefined;
    const standing = rows(clause.row);
    if (!within) return new Set(standing.keys());
    return new Set(
      [...standing].filter(([, counts]) => within.some((at) => counts[at]! > 0)).map(([entry]) => entry),
    );
  }
  if ('any' in clause) return new Set(clause.any.flatMap((one) => [...meeting(one, rows)]));
  if ('all' in clause) {
    const [first, ...others] = clause.all.map((one) => meeting(one, rows)).sort((a, b) => a.size - b.size);
    return new Set([...(first ?? [])].filter((entry) => others.every((other) => other.has(entry))));
  }
  const away = meeting(clause.without, rows);
  return new Set([...meeting(clause.clause, rows)].filter((entry) => !away.has(entry)));
}

/** All rows that are to stand somewhere in a clause. */
function rowsOf(clause: Clause): (readonly string[])[] {
  if ('row' in clause) return [clause.row];
  if ('clause' in clause) return rowsOf(clause.clause);
  return ('any' in clause ? clause.any : clause.all).flatMap(rowsOf);
}

/** Ranks entries by BM25 over the rows of a clause. */
function ranking({ clause, weights }: Ask, rows: Rows, lengths: readonly number[]) {
  const mean = meanOf(lengths) || 1;
  const counted = (counts: Counts) =>
    fields.reduce((sum, field, at) => sum + counts[at]! * (weights?.[field] ?? 1), 0);
  const standing = clause ? rowsOf(clause).map(rows) : [];
  const idfs = standing.map(({ size }) =>
    Math.max(1e-6, Math.log((lengths.length - size + 0.5) / (size + 0.5))),
  );
  return (entry: number): number => {
    const norm = bm25.k * (1 - bm25.b + (bm25.b * lengths[entry]!) / mean);
    return standing.reduce((sum, one, at) => {
      const counts = one.get(entry);
      const often = counts ? counted(counts) : 0;
      return sum + (idfs[at]! * often * (bm25.k + 1)) / (often + norm || 1);
    }, 0);
  };
}

const order = (a: Candidate, b: Candidate) => b.score - a.score || b.number - a.number;

/** A store in memory, for pages that no server stands behind: what a search asks of one, over texts that lie there. */
export function storeOf(held: Held): Searched {
  const texts = held.entries.map(folded);
  const rows: Record<Ask['index'], Rows> = { grams: rowsIn(texts), sounds: soundsIn(held.sounds) };
  const meet = { grams: remembering(rows.grams), sounds: remembering(rows.sounds) };
  const lengths = texts.map((text) => fields.reduce((sum, field) => sum + text[field].length, 0));
  const filters = filtersOf(held);
  const heads = new Map(held.talks.map((talk) => [talk.id, talk]));
  const keys = new Set(held.concepts.map(({ key }) => key));
  const named = namedIn(held.concepts);
  const suggest = suggesting(held);
  const size = sizeOf(held);
  const alike = alikeAmong(() =>
    texts.flatMap((text) => latinWordsIn(fields.map((field) => text[field]).join('\n'))),
  );
  const met = ({ clause, index, filter }: Pick<Ask, 'clause' | 'index' | 'filter'>): number[] => {
    const through = filters.entries(filter);
    const found = clause ? meet[index](clause) : held.entries.keys();
    return [...found].filter((number) => through[number]);
  };
  return {
    candidates: async (ask) => {
      const scoreOf = ask.order === 'best' ? ranking(ask, rows[ask.index], lengths) : () => 0;
      const found = met(ask).map((number) => ({ number, score: scoreOf(number) }));
      return found.sort(order).slice(0, ask.limit);
    },
    count: async (ask, limit) => Math.min(limit, met(ask).length),
    entries: async (numbers) => numbers.flatMap((number) => held.entries[number] ?? []),
    size: async () => size,
    named: async (names) => named(names),
    alike: async (word) => alike(word),
    suggest: async (typed, limit) => suggest(typed, limit),
    heads: async (ids) => ids.flatMap((id) => heads.get(id) ?? []),
    talks: async (filter, limit, offset) => filters.talks(filter).slice(offset, offset + limit),
    concept: async (key) => keys.has(key) || undefined,
  };
}
