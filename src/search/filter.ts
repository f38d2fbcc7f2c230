import { foldedText } from '../language/fold.js';
import { nameKey } from '../language/grams.js';
import type { Filter, Store } from '../store/store.js';
import { type Notice, notice } from './notices.js';
import type { TypedFilter } from './query.js';

async function keysOf(store: Store, name: string): Promise<string[]> {
  return (await store.named([nameKey(name)])).map(({ concept }) => concept);
}

/** Whether any talk meets a condition. */
const isMet = async (store: Store, filter: Filter) => (await store.talks(filter, 1, 0)).length > 0;

/** Says which names filter everything away, each for itself. */
async function tellUnmet(store: Store, filter: Filter, typed: TypedFilter, notices: Notice[]) {
  const { topics, speaker, group } = filter;
  if (topics && !(await isMet(store, { topics }))) notices.push(notice('topic', typed.topic!));
  if (speaker && !(await isMet(store, { speaker }))) notices.push(notice('speaker', typed.speaker!));
  if (group && !(await isMet(store, { group }))) notices.push(notice('group', group));
}

/** What filters are called in a query, where that is another name. */
const typedAs: Partial<Record<keyof Filter, string>> = { kinds: 'kind', termKind: 'kind', topics: 'topic' };

/** What a query's own filters lose to those given beside it; the latter count. */
export function overruled(typed: Filter, given: Filter): Notice[] {
  return (Object.keys(given) as (keyof Filter)[])
    .filter((key) => typed[key] !== undefined && JSON.stringify(typed[key]) !== JSON.stringify(given[key]))
    .map((key) => notice('overruled', `${typedAs[key] ?? key}:`));
}

/** A filter as typed, with names of topics and concepts looked up; a name that nobody bears filters all away, and says so. */
export async function filterOf(store: Store, typed: TypedFilter, notices: Notice[]): Promise<Filter> {
  const { topic, broader, speaker, ...rest } = typed;
  const filter: Filter = { ...rest };
  if (speaker) filter.speaker = foldedText(speaker);
  if (topic) filter.topics = [...(await keysOf(store, topic)), topic, `text:${topic}`];
  if (broader) {
    const [named] = await keysOf(store, broader);
    filter.broader = named ?? broader;
    if (!named && !(await store.concept(broader))) notices.push(notice('concept', broader));
  }
  await tellUnmet(store, filter, typed, notices);
  return filter;
}
