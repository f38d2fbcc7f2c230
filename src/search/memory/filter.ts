import { foldedText } from '../../language/fold.js';
import { lastAsked } from '../../memory/last.js';
import { kept } from '../../memory/remembered.js';
import type { TalkHead } from '../../store/record.js';
import type { Entry, Filter } from '../../store/store.js';
import type { Held } from './held.js';

/** Filters that are remembered, at most: a name that is typed is another one with each letter. */
const most = 50;

type Test<T> = (one: T) => boolean;

/** Whether a talk meets what a filter says of talks, as `store/sqlite/filter.ts` has it. */
function talkTest({ topics, speaker, group, since, until }: Filter): Test<TalkHead> {
  return (talk) =>
    (!topics || talk.topics.some(({ id }) => topics.includes(id))) &&
    (speaker === undefined || talk.speakers.some((name) => foldedText(name).includes(speaker))) &&
    (group === undefined || talk.group === group) &&
    (since === undefined || talk.date >= since) &&
    (until === undefined || talk.date <= until);
}

const ofTalks = ['topics', 'speaker', 'group', 'since', 'until'] as const;

/** Keys of a concept and of all below it. */
function below({ concepts }: Pick<Held, 'concepts'>, key: string): Set<string> {
  const found = new Set([key]);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const { key, broader } of concepts) if (broader !== undefined && found.has(broader)) found.add(key);
  }
  return found;
}

function entryTest(held: Held, filter: Filter): Test<Entry> {
  const { kinds, termKind, broader, defined } = filter;
  const asksTalks = ofTalks.some((name) => filter[name] !== undefined);
  const talks = new Set(held.talks.filter(talkTest(filter)).map(({ id }) => id));
  const definers = new Map(held.concepts.map(({ key, talks }) => [key, talks]));
  const keys = broader === undefined ? undefined : below(held, broader);
  const isConceptMet = ({ concept = '', talks: count, termKind: kind }: Entry) =>
    (termKind === undefined || kind === termKind) &&
    (!keys || keys.has(concept)) &&
    (!defined || count > 0) &&
    (!asksTalks || (definers.get(concept) ?? []).some((id) => talks.has(id)));
  const isPassageMet = ({ talk = '' }: Entry) =>
    termKind === undefined && !keys && (!asksTalks || talks.has(talk));
  return (entry) =>
    (!kinds || kinds.includes(entry.kind)) &&
    (entry.kind === 'concept' ? isConceptMet(entry) : isPassageMet(entry));
}

/** Filters of what is held: entries by their numbers, and talks. */
export interface Filters {
  talks(filter: Filter): TalkHead[];
  /** Which entries a filter lets through, by number; worked out once a filter, as long as it is asked for. */
  entries(filter: Filter): readonly boolean[];
}

/** Gives the filters of what is held. */
export function filtersOf(held: Held): Filters {
  const known = lastAsked<readonly boolean[]>(most);
  return {
    talks: (filter) => held.talks.filter(talkTest(filter)),
    entries: (filter) => kept(known, JSON.stringify(filter), () => held.entries.map(entryTest(held, filter))),
  };
}
