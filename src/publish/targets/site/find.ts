import { withQuery } from '../../../pages/address.js';
import { type HitLinks, hitCounts, results } from '../../../pages/hits.js';
import type { Words } from '../../../pages/words.js';
import { storeOf } from '../../../search/memory/store.js';
import { type Found, type SearchOptions, search } from '../../../search/search.js';
import { termKinds } from '../../../store/record.js';
import { type EntryKind, entryKinds } from '../../../store/store.js';
import { heldBy } from './held.js';
import type { Packed } from './packed.js';

/** What the fields of the form are called, as in the addresses of served pages. */
const fields = ['q', 'in', 'kind', 'broader', 'topic', 'speaker', 'group', 'since', 'until'] as const;

type Asked = Readonly<Record<(typeof fields)[number], string>>;

const day = /^\d{4}-\d\d-\d\d$/u;
const whole = /^\d{1,3}$/u;

/** The values of a form, those that its fields cannot take left out. */
function askedBy(given: URLSearchParams): Asked {
  const asked = Object.fromEntries(fields.map((name) => [name, (given.get(name) ?? '').trim()])) as Asked;
  const within = (value: string, values: readonly string[]) => (values.includes(value) ? value : '');
  const dated = (value: string) => (day.test(value) ? value : '');
  return {
    ...asked,
    in: within(asked.in, entryKinds),
    kind: within(asked.kind, termKinds),
    since: dated(asked.since),
    until: dated(asked.until),
  };
}

function filterOf({ in: kind, kind: termKind, broader, topic, speaker, group, since, until }: Asked) {
  return {
    ...(kind && { kinds: [kind as EntryKind] }),
    ...(termKind && { termKind: termKind as (typeof termKinds)[number] }),
    ...(topic && { topics: [topic] }),
    ...Object.fromEntries(
      Object.entries({ broader, speaker, group, since, until }).filter(([, value]) => value !== ''),
    ),
  };
}

function limitOf(given: URLSearchParams): number {
  const value = given.get('limit') ?? '';
  return whole.test(value) ? Math.min(hitCounts.most, Math.max(1, Number(value))) : hitCounts.first;
}

/** The search of a site. */
export interface SiteFinder {
  find(typed: string, options?: SearchOptions): Promise<Found>;
  /** Markup of what the fields of the form ask for, by their names and `limit`; `''` where they ask for nothing. */
  results(given: URLSearchParams, words: Words, root: string): Promise<string>;
}

/** Makes the search of a site out of what its file holds. */
export function finderOf(file: Packed): SiteFinder {
  const { held, found } = heldBy(file);
  const store = storeOf(held);
  const talks = new Map(file.talks.map(({ id, address }) => [id, address]));
  const concepts = new Map(found.flatMap((one) => (one.kind === 'concept' ? [[one.key, one.address!]] : [])));
  const messages = new Map(
    found.flatMap((one) => (one.kind === 'concept' ? [] : [[one.address, one.messageAddress]])),
  );
  const find: SiteFinder['find'] = (typed, options) => search(store, typed, options);
  return {
    find,
    async results(given, words, root) {
      const asked = askedBy(given);
      if (Object.values(asked).every((value) => value === '')) return '';
      const limit = limitOf(given);
      const links: HitLinks = {
        hit: ({ concept, pointer }) =>
          root + ((concept === undefined ? pointer : concepts.get(concept)) ?? ''),
        talk: ({ id }) => root + (talks.get(id) ?? ''),
        message: ({ pointer = '' }) => {
          const address = messages.get(pointer);
          return address === undefined ? undefined : root + address;
        },
        more: (next) => withQuery('', { ...asked, limit: next }),
      };
      return results(await find(asked.q, { filter: filterOf(asked), limit }), limit, links, words).toString();
    },
  };
}
