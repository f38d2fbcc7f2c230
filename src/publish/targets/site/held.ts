import type { Held } from '../../../search/memory/held.js';
import type { TalkHead } from '../../../store/record.js';
import type { Entry } from '../../../store/store.js';
import type { Packed, Sounded } from './packed.js';
import { unpacked } from './packed.js';
import type { SiteTalk } from './search.js';

const empty = { term: '', heading: '', definition: '', body: '' };

const lines = (names: readonly string[]): string => names.join('\n');

/** An entry as a store has it; where it is shown stands as its pointer. */
function entryOf(one: Sounded, number: number): Entry {
  const { heading, text } = one;
  if (one.kind === 'concept') {
    const dates = one.talks.map(({ date }) => date).sort();
    return {
      ...{ ...empty, number, kind: one.kind, concept: one.key, termKind: one.termKind },
      ...{ term: lines([heading, ...one.synonyms]), definition: text },
      ...{ date: dates.at(-1) ?? '', talks: one.talks.length },
    };
  }
  const { kind, talk, address, above, names = [], message } = one;
  return {
    ...{ ...empty, number, kind, talk: talk.id, pointer: address, title: talk.title },
    ...{ term: lines(names), heading, body: text, above: [...above], message, date: talk.date, talks: 1 },
  };
}

/** What nobody asks of a talk on a page is left empty. */
const headOf = ({ topics, speakers, ...talk }: SiteTalk): TalkHead => ({
  ...talk,
  ...{ slug: '', language: 'zh-Hans', speakers: [...speakers] },
  topics: topics.map((topic) => ({ ...topic, score: 1 })),
});

/** A concept without a page lends its names to others alone. */
const isFound = (one: Sounded): boolean => one.kind !== 'concept' || one.address !== undefined;

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
      concepts: all.flatMap((one) =>
        one.kind === 'concept'
          ? {
              ...{
                key: one.key,
                labels: [one.heading, ...one.synonyms],
                talks: one.talks.map(({ id }) => id),
              },
              ...(one.broader !== undefined && { broader: one.broader }),
            }
          : [],
      ),
    },
  };
}
