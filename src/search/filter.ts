import { foldedText } from '../language/fold.js';
import { nameKey } from '../language/grams.js';
import type { EntryKind, Filter, Searched } from '../store/store.js';
import { type Notice, notice } from './notices.js';
import type { TypedFilter } from './query.js';

async function keysOf(store: Searched, name: string): Promise<string[]> {
  return (await store.named([nameKey(name)])).map(({ concept }) => concept);
}

/** Whether any talk meets a condition. */
const isMet = async (store: Searched, filter: Filter) => (await store.talks(filter, 1, 0)).length > 0;

/** Ids of topics that names or ids stand for: those that talks have; where no talk has one, all, which find nothing. */
async function topicsOf(store: Searched, names: readonly string[]): Promise<string[]> {
  const possible = new Set<string>();
  for (const name of names)
    for (const id of [...(await keysOf(store, name)), name, `text:${name}`]) possible.add(id);
  const had: string[] = [];
  for (const id of possible) if (await isMet(store, { topics: [id] })) had.push(id);
  return (had.length ? had : [...possible]).sort();
}

async function conceptOf(store: Searched, name: string): Promise<string> {
  if (await store.concept(name)) return name;
  const [named] = await keysOf(store, name);
  return named ?? name;
}

/** A filter as typed, with names of topics and concepts looked up; a name that nobody bears filters all away. */
async function lookedUp(store: Searched, typed: TypedFilter): Promise<Filter> {
  const { topics, broader, speaker } = typed;
  return {
    ...typed,
    ...(topics && { topics: await topicsOf(store, topics) }),
    ...(broader !== undefined && { broader: await conceptOf(store, broader) }),
    ...(speaker !== undefined && { speaker: foldedText(speaker) }),
  };
}

/** What the days of a filter are as fields of a query. */
const daysText = ({ since, until }: Filter) =>
  [since && `since:${since}`, until && `until:${until}`].filter(Boolean).join(' ');

/** Says which conditions on talks none meets, each for itself. */
async function unmetByTalks(store: Searched, filter: Filter, typed: TypedFilter): Promise<Notice[]> {
  const { topics, speaker, group, since, until } = filter;
  const notices: Notice[] = [];
  if (topics && !(await isMet(store, { topics }))) notices.push(notice('topic', typed.topics!.join(', ')));
  if (speaker && !(await isMet(store, { speaker }))) notices.push(notice('speaker', typed.speaker!));
  if (group && !(await isMet(store, { group }))) notices.push(notice('group', group));
  const days: Filter = { ...(since && { since }), ...(until && { until }) };
  if (daysText(days) && !(await isMet(store, days))) notices.push(notice('period', daysText(days)));
  return notices;
}

const leavesOutTerms = (kinds: readonly EntryKind[] | undefined): boolean =>
  kinds !== undefined && !kinds.includes('concept');

/** Says which conditions on concepts none meets, or cannot where concepts are not looked for. */
async function unmetByTerms(store: Searched, filter: Filter, typed: TypedFilter): Promise<Notice[]> {
  const { kinds, termKind, broader } = filter;
  const notices: Notice[] = [];
  if (broader && !(await store.concept(broader))) notices.push(notice('concept', typed.broader!));
  if (termKind && !(await store.count({ index: 'grams', filter: { termKind } }, 1)))
    notices.push(notice('kind', termKind));
  if (leavesOutTerms(kinds)) {
    if (termKind) notices.push(notice('no-terms', `kind:${termKind}`));
    if (broader) notices.push(notice('no-terms', `broader:${typed.broader!}`));
  }
  return notices;
}

/** What filters are called in a query, where that is another name. */
const typedAs: Partial<Record<keyof Filter, string>> = { kinds: 'kind', termKind: 'kind', topics: 'topic' };

/** A query's own filters that lose to those given beside it: other ones of the same, and a kind that excludes the one given. */
function overruled(typed: Filter, given: Filter): (keyof Filter)[] {
  const lost = (Object.keys(given) as (keyof Filter)[]).filter(
    (key) => typed[key] !== undefined && JSON.stringify(typed[key]) !== JSON.stringify(given[key]),
  );
  if (given.termKind && leavesOutTerms(typed.kinds)) lost.push('kinds');
  if (typed.termKind && leavesOutTerms(given.kinds)) lost.push('termKind');
  return [...new Set(lost)];
}

/** The filters of a query and those given beside it, which count where both say something; with what is to be told of them. */
export async function filterOf(
  store: Searched,
  typed: TypedFilter,
  given: TypedFilter,
): Promise<{ filter: Filter; notices: Notice[] }> {
  const [own, beside] = [await lookedUp(store, typed), await lookedUp(store, given)];
  const lost = overruled(own, beside);
  const filter = { ...own };
  for (const key of lost) delete filter[key];
  Object.assign(filter, beside);
  const names = { ...typed, ...given };
  return {
    filter,
    notices: [
      ...lost.map((key) => notice('overruled', `${typedAs[key] ?? key}:`)),
      ...(await unmetByTalks(store, filter, names)),
      ...(await unmetByTerms(store, filter, names)),
    ],
  };
}
