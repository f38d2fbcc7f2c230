import { foldedText } from '../language/fold.js';
import { nameKey } from '../language/grams.js';
import type { Filter, Store } from '../store/store.js';
import type { TypedFilter } from './query.js';

async function keysOf(store: Store, name: string): Promise<string[]> {
  return (await store.named([nameKey(name)])).map(({ concept }) => concept);
}

/** A filter as typed, with names of topics and concepts looked up; a name that nobody bears filters all away, and says so. */
export async function filterOf(store: Store, typed: TypedFilter, notices: string[]): Promise<Filter> {
  const { topic, broader, speaker, ...rest } = typed;
  const filter: Filter = { ...rest };
  if (speaker) filter.speaker = foldedText(speaker);
  if (topic) filter.topics = [...(await keysOf(store, topic)), topic, `text:${topic}`];
  if (broader) {
    const [named] = await keysOf(store, broader);
    filter.broader = named ?? broader;
    if (!named && !(await store.concept(broader))) notices.push(`no concept is called ${broader}`);
  }
  return filter;
}
