import {
  conceptFilters,
  filterOf,
  type Given,
  type Parameter,
  paging,
  query,
  searchFilters,
  talkFilters,
  typedFilterOf,
} from '../../pages/parameters.js';
import { Refusal } from '../../pages/refusal.js';
import type { Site } from '../../pages/site.js';
import type { Hit } from '../../search/hit.js';
import { answer, list, type Schema, shape } from './shapes.js';

/** One thing that may be asked for. */
export interface Operation {
  id: string;
  /** Below `/api/v1`; `{name}` is a part that is given. */
  path: string;
  summary: string;
  parameters: Readonly<Record<string, Parameter>>;
  required?: readonly string[];
  response: Schema;
  /** Refuses with 404 where there is no such thing. */
  run(site: Site, given: Given): Promise<unknown>;
}

const part = (description: string): Parameter => ({ type: 'string', maxLength: 500, description });

function demand<T>(found: T | undefined): T {
  if (found === undefined) throw new Refusal(404, 'missing');
  return found;
}

/** A hit without its causes, which are long. */
const plain = ({ causes: _, ...hit }: Hit) => hit;

/** All that may be asked for: routes, their checks and the OpenAPI document are made of this. */
export const operations: readonly Operation[] = [
  {
    id: 'search',
    path: '/search',
    summary: 'Talks, sections, questions and concepts, the best first',
    parameters: {
      q: query,
      ...searchFilters,
      limit: paging(20, 100).limit!,
      explain: { type: 'boolean', description: 'why each stands where it does' },
    },
    response: answer({
      hits: list(shape('Hit')),
      more: { type: 'boolean' },
      notices: list(shape('Notice')),
    }),
    async run({ store, find }, given) {
      const options = { filter: typedFilterOf(given), limit: Number(given.limit) };
      const { hits, more, notices } = await find(store, String(given.q ?? ''), options);
      return { hits: given.explain ? hits : hits.map(plain), more, notices };
    },
  },
  {
    id: 'suggest',
    path: '/suggest',
    summary: 'Names that begin with what was typed, or whose pinyin or initials do',
    parameters: { q: { ...query, maxLength: 100 }, limit: paging(10, 50).limit! },
    required: ['q'],
    response: answer({ suggestions: list(shape('Suggestion')) }),
    run: async ({ store }, { q, limit }) => ({ suggestions: await store.suggest(String(q), Number(limit)) }),
  },
  {
    id: 'talks',
    path: '/talks',
    summary: 'Talks, the newest first',
    parameters: { ...talkFilters, ...paging(30, 200) },
    response: answer({ talks: list(shape('Talk')) }),
    run: async ({ store }, given) => ({
      talks: await store.talks(filterOf(given), Number(given.limit), Number(given.offset)),
    }),
  },
  {
    id: 'talk',
    path: '/talks/{id}',
    summary: 'A talk with its note',
    parameters: { id: part('id of the note') },
    response: answer({ head: shape('Talk'), note: shape('Note') }),
    async run({ store }, { id }) {
      const { head, note } = demand(await store.talk(String(id)));
      return { head, note };
    },
  },
  {
    id: 'concepts',
    path: '/concepts',
    summary: 'Concepts by the pinyin of their labels',
    parameters: {
      ...conceptFilters,
      ...talkFilters,
      letter: { type: 'string', pattern: '^[A-Z#]$', description: 'first letter of the pinyin' },
      synonyms: { type: 'boolean', description: 'lists other names, too' },
      defined: { type: 'boolean', description: 'only those that talks define' },
      ...paging(100, 500),
    },
    response: answer({ concepts: list(shape('ConceptLine')) }),
    async run({ store }, given) {
      const { letter, synonyms, defined, limit, offset } = given;
      const own = { letter, synonyms, defined } as { letter?: string; synonyms?: boolean; defined?: boolean };
      const filter = JSON.parse(JSON.stringify({ ...filterOf(given), ...own }));
      return { concepts: await store.concepts(filter, Number(limit), Number(offset)) };
    },
  },
  {
    id: 'concept',
    path: '/concepts/{key}',
    summary: 'A concept with every definition',
    parameters: { key: part('id of the taxonomy, or term: and the folded term') },
    response: shape('Concept'),
    run: async ({ store }, { key }) => demand(await store.concept(String(key))),
  },
  {
    id: 'topics',
    path: '/topics',
    summary: 'Topics with their talks by month',
    parameters: {},
    response: answer({ topics: list(shape('Topic')) }),
    run: async ({ overview }) => ({ topics: (await overview()).topics }),
  },
  {
    id: 'speakers',
    path: '/speakers',
    summary: 'Those who gave talks',
    parameters: {},
    response: answer({ speakers: list(shape('Speaker')) }),
    run: async ({ overview }) => ({ speakers: (await overview()).speakers }),
  },
];
