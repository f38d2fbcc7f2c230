import type { TalkHead } from '../../store/record.js';
import type { Shelf } from '../site.js';
import { type Concepts, conceptsOf } from './concepts.js';
import { allRows, onceAState } from './gathered.js';

/** So many rows are asked for at a time, and so many are looked at in all: a page cannot show more. */
const rows = { page: 10_000, talks: 50_000, concepts: 30_000 };

/** What pages say of a store as a whole. */
export interface Overview {
  size: Awaited<ReturnType<Shelf['size']>>;
  /** Months with the number of their talks, the first before the others. */
  months: { month: string; talks: number }[];
  /** Groups by number of talks. */
  groups: { name: string; talks: number }[];
  speakers: { name: string; talks: number; last: string }[];
  topics: Awaited<ReturnType<Shelf['topics']>>;
  concepts: Concepts;
  recent: TalkHead[];
}

/** Counts how often each name comes. */
function counted(names: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

async function gather(store: Shelf): Promise<Overview> {
  const recent = await store.talks({}, 8, 0);
  const talks = await allRows({ page: rows.page, most: rows.talks }, async (limit, offset) =>
    (await store.talks({}, limit, offset)).map(({ date, group }) => ({ month: date.slice(0, 7), group })),
  );
  const months = [...counted(talks.map(({ month }) => month))].filter(([month]) => month > '0001');
  const groups = [...counted(talks.map(({ group }) => group))];
  return {
    size: await store.size(),
    months: months.sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, talks]) => ({ month, talks })),
    groups: groups.sort((a, b) => b[1] - a[1]).map(([name, talks]) => ({ name, talks })),
    speakers: await store.speakers(),
    topics: await store.topics(),
    concepts: conceptsOf(
      await allRows({ page: rows.page, most: rows.concepts }, (limit, offset) =>
        store.concepts({}, limit, offset),
      ),
    ),
    recent,
  };
}

/** Gives what is known of the store as a whole; gathered anew only when the store became another. */
export function overviews(store: Shelf, state: () => string): () => Promise<Overview> {
  return onceAState(state, () => gather(store));
}
