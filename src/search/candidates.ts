import {
  type Clause,
  type Field,
  type Filter,
  type Candidate as Found,
  passageKinds,
  type Searched,
} from '../store/store.js';
import { clauseOf, clauseOfAll, type Meeting, type Want } from './readings.js';
import { fieldWeights, looked } from './weights.js';

/** Short fields: a frequent word that stands in one of them says what an entry is about. */
const heads: readonly Field[] = ['term', 'heading'];

/** How many entries meet each want, counted up to `looked.counted`. */
export async function meetingOf(
  store: Searched,
  wants: readonly Want[],
  filter: Filter,
): Promise<Map<Want, number>> {
  const meeting = new Map<Want, number>();
  for (const want of wants) {
    const clause = want.not ? undefined : clauseOf(want);
    meeting.set(want, clause ? await store.count({ clause, index: 'grams', filter }, looked.counted + 1) : 0);
  }
  return meeting;
}

async function numbers(asked: Promise<Found[]>): Promise<number[]> {
  return (await asked).map(({ number }) => number);
}

/** A part of the entries that is looked at for itself, so that the many of one kind do not keep out the few of another. */
interface Lane {
  filter: Filter;
  /** How many of the best by plain BM25. */
  best: number;
  /** Where no more entries than so many can meet what is asked, of all kinds, those of the lane are ranked without being counted. */
  uncounted: number;
}

/** What was taught, then concepts that talks define, then those that the taxonomy alone knows. */
function lanesOf(filter: Filter): Lane[] {
  const { kinds, defined } = filter;
  const told = passageKinds.filter((kind) => !kinds || kinds.includes(kind));
  const lanes: Lane[] = told.length
    ? [{ filter: { ...filter, kinds: told }, best: looked.best, uncounted: looked.frequent }]
    : [];
  if (kinds && !kinds.includes('concept')) return lanes;
  const concepts: Filter = { ...filter, kinds: ['concept'] };
  // Of entries that can be counted to the end, the concepts are few.
  const uncounted = looked.counted;
  lanes.push({ filter: { ...concepts, defined: true }, best: looked.concepts, uncounted });
  return defined ? lanes : [...lanes, { filter: concepts, best: looked.untaught, uncounted }];
}

/** What is looked for, anywhere and in short fields; `few` where so few entries meet it that all are ranked. */
interface Looked {
  clause: Clause;
  heading: Clause;
  few: boolean;
}

/** Entries that meet a condition: the best by BM25 where they are few, else those with it in a heading, and the newest. */
async function meeting(
  store: Searched,
  { clause, heading, few }: Looked,
  { filter, best }: Lane,
): Promise<number[]> {
  const ask = { index: 'grams', filter, weights: fieldWeights } as const;
  if (few || (await store.count({ ...ask, clause }, looked.frequent + 1)) <= looked.frequent)
    return numbers(store.candidates({ ...ask, clause, order: 'best', limit: best }));
  const headed = await store.count({ ...ask, clause: heading }, looked.frequent + 1);
  const order = headed <= looked.frequent ? 'best' : 'newest';
  return [
    ...(await numbers(store.candidates({ ...ask, clause: heading, order, limit: looked.names }))),
    ...(await numbers(store.candidates({ ...ask, clause, order: 'newest', limit: looked.newest }))),
  ];
}

/** How many entries can meet some wants at most: as many as the rarest of them where all must be met. */
function mostOf(wants: readonly Want[], how: 'all' | 'any', counts: Meeting): number {
  const each = wants.filter(({ not }) => !not).map((want) => counts.get(want)!);
  return how === 'all' ? Math.min(...each) : each.reduce((sum, count) => sum + count, 0);
}

async function meetingAll(
  store: Searched,
  wants: readonly Want[],
  how: 'all' | 'any',
  counts: Meeting,
  filter: Filter,
) {
  const clause = clauseOfAll(wants, how);
  const heading = clauseOfAll(wants, how, heads);
  if (!clause || !heading) return [];
  const most = mostOf(wants, how, counts);
  const found: number[] = [];
  for (const lane of lanesOf(filter)) {
    const few = most <= lane.uncounted;
    found.push(...(await meeting(store, { clause, heading, few }, lane)));
  }
  return [...new Set(found)];
}

/**
 * The first of two stages: entries worth a closer look. Those that meet all that is required; where these are fewer
 * than wanted also those that meet some of it, by the rarer words first.
 */
export async function candidatesOf(
  store: Searched,
  wants: readonly Want[],
  counts: Meeting,
  filter: Filter,
  limit: number,
): Promise<number[]> {
  const required = wants.filter(({ required, not }) => required || not);
  const found = await meetingAll(store, required, 'all', counts, filter);
  const some = required.filter((want) => want.not || counts.get(want)! > 0);
  if (found.length >= limit || some.filter(({ not }) => !not).length === 0) return found;
  const rare = some.filter((want) => want.not || counts.get(want)! <= looked.frequent);
  const asked = rare.some(({ not }) => !not) ? rare : some;
  return [...new Set([...found, ...(await meetingAll(store, asked, 'any', counts, filter))])];
}
