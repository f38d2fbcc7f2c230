import type { Held, HeldConcept } from '../../../search/memory/held.js';
import type { TalkHead } from '../../../store/record.js';
import type { Entry } from '../../../store/store.js';
import { type Packed, type Sounded, unpacked } from './packed.js';
import type { SiteTalk } from './search.js';

const empty = { term: '', heading: '', definition: '', body: '' };

const lines = (names: readonly string[]): string => names.join('\n');

/** An entry as a store has it; where it is shown stands as its pointer. */
function entryOf(one: Sounded, number: number): Entry {
  const { heading, text } = one;
  if (one.kind === 'concept') {
    const dates = one.talks.map(({ date }) => date).sort();
    return {
      ...empty,
      number,
      kind: one.kind,
      concept: one.key,
      termKind: one.termKind,
      term: lines([heading, ...one.synonyms]),
      definition: text,
      date: dates.at(-1) ?? '',
      talks: one.talks.length,
    };
  }
  const { kind, talk, address, above, names = [], message } = one;
  return {
    ...empty,
    number,
    kind,
    talk: talk.id,
    pointer: address,
    title: talk.title,
    term: lines(names),
    heading,
    body: text,
    above: [...above],
    message,
    date: talk.date,
    talks: 1,
  };
}

/** What nobody asks of a talk on a page is left empty. */
const headOf = ({ topics, speakers, ...talk }: SiteTalk): TalkHead => ({
  ...talk,
  slug: '',
  language: 'zh-Hans',
  speakers: [...speakers],
  topics: topics.map((topic) => ({ ...topic, score: 1 })),
});

/** A concept without a page lends its names to others alone. */
const isFound = (one: Sounded): boolean => one.kind !== 'concept' || one.address !== undefined;

/** The names of concepts and topics, by which filters ask and other names are found, whether they have a page or not. */
function conceptsOf(all: readonly Sounded[], talks: readonly SiteTalk[]): HeldConcept[] {
  const concepts = new Map<string, HeldConcept>();
  for (const one of all) {
    if (one.kind !== 'concept') continue;
    const { key, heading, synonyms, broader } = one;
    const labels = [heading, ...synonyms];
    const ids = one.talks.map(({ id }) => id);
    concepts.set(key, { key, labels, talks: ids, ...(broader !== undefined && { broader }) });
  }
  for (const { id, label } of talks.flatMap(({ topics }) => topics))
    if (!concepts.has(id)) concepts.set(id, { key: id, labels: [label], talks: [] });
  return [...concepts.values()];
}

/** What a site's file holds, as a search in memory takes it, with what is found in the order of its numbers. */
export function heldBy(file: Packed): { held: Held; found: Sounded[] } {
  const all = unpacked(file);
  const found = all.filter(isFound);
  return {
    found,
    held: {
      talks: file.talks.map(headOf),
      entries: found.map(entryOf),
      sounds: found.map(({ sounds }) => sounds),
      concepts: conceptsOf(all, file.talks),
    },
  };
}
