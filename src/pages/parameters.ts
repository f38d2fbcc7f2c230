import { foldedText } from '../language/fold.js';
import type { TypedFilter } from '../search/query.js';
import { termKinds } from '../store/record.js';
import { entryKinds, type Filter } from '../store/store.js';
import { compilerOf } from '../validate.js';
import { Refusal } from './refusal.js';

/** A JSON schema, as far as parameters need it. */
export interface Parameter {
  type: 'string' | 'integer' | 'boolean' | 'array';
  description: string;
  enum?: readonly string[];
  items?: { type: 'string'; enum?: readonly string[]; maxLength?: number };
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  default?: number;
}

/** What was given, checked. */
export type Given = Record<string, string | number | boolean | string[] | undefined>;

/** Longest query, in characters: a long sentence, and what no index answers at once. */
const longestQuery = 400;

const name = (description: string): Parameter => ({ type: 'string', maxLength: 200, description });
const day = (description: string): Parameter => ({
  type: 'string',
  pattern: '^\\d{4}-\\d\\d-\\d\\d$',
  description,
});

/** A query. */
export const query: Parameter = {
  type: 'string',
  maxLength: longestQuery,
  description: 'words, "phrases", -not, OR, pinyin, initials',
};

/** Conditions on talks. */
export const talkFilters: Record<string, Parameter> = {
  topic: {
    type: 'array',
    maxItems: 20,
    items: { type: 'string', maxLength: 200 },
    description: 'id of a topic; of a search also its name',
  },
  speaker: name('nick, or a part of it'),
  group: name('name of the group'),
  since: day('first day'),
  until: day('last day'),
};

/** Conditions on concepts. */
export const conceptFilters: Record<string, Parameter> = {
  kind: { type: 'string', enum: termKinds, description: 'kind of term' },
  broader: name('key of a concept, of a search also its name: itself and all below it'),
};

/** Conditions on what is found. */
export const searchFilters: Record<string, Parameter> = {
  in: {
    type: 'array',
    maxItems: 4,
    items: { type: 'string', enum: entryKinds },
    description: 'what to look for',
  },
  ...conceptFilters,
  ...talkFilters,
};

/** How many, and from which on. */
export const paging = (limit: number, most: number): Record<string, Parameter> => ({
  limit: { type: 'integer', minimum: 1, maximum: most, default: limit, description: 'at most so many' },
  offset: {
    type: 'integer',
    minimum: 0,
    maximum: 1_000_000,
    default: 0,
    description: 'so many are passed over',
  },
});

const whole = /^\d{1,9}$/u;

function readAs({ type }: Parameter, values: readonly string[]): unknown {
  if (type === 'array') return values;
  const [value = ''] = values;
  if (values.length > 1) return values;
  if (type === 'integer') return whole.test(value) ? Number(value) : value;
  if (type === 'boolean') return { true: true, false: false, 1: true, 0: false }[value] ?? value;
  return value;
}

/** Reads parameters by their table; `strict` refuses those that it does not know. */
export type Reader = (search: URLSearchParams, strict?: boolean) => Given;

/**
 * Makes a reader. Empty values count as not given, as forms send them.
 *
 * @throws Refusal (from the reader) that names the parameter and what is wrong
 */
export function readerOf(table: Readonly<Record<string, Parameter>>): Reader {
  const validate = compilerOf().compile({ type: 'object', properties: table, additionalProperties: false });
  return (search, strict = false) => {
    const given: Record<string, unknown> = {};
    for (const key of new Set(search.keys())) {
      const values = search.getAll(key).filter((value) => value !== '');
      const parameter = Object.hasOwn(table, key) ? table[key] : undefined;
      if (!parameter && strict) throw new Refusal(400, 'bad', `${key}: unknown parameter`);
      if (parameter && values.length) given[key] = readAs(parameter, values);
    }
    if (!validate(given)) {
      const [fault] = validate.errors ?? [];
      throw new Refusal(400, 'bad', `${fault?.instancePath.slice(1) ?? ''}: ${fault?.message ?? ''}`);
    }
    for (const [key, { default: value }] of Object.entries(table)) given[key] ??= value;
    return given as Given;
  };
}

/** The filter that parameters describe, as a search takes it. */
export function typedFilterOf(given: Given): TypedFilter {
  const { in: kinds, kind, broader, topic, speaker, group, since, until } = given;
  const filter = { kinds, termKind: kind, broader, topics: topic, speaker, group, since, until };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

/** The filter that parameters describe, as a store takes it. */
export function filterOf(given: Given): Filter {
  const { speaker, ...filter } = typedFilterOf(given);
  return { ...filter, ...(speaker !== undefined && { speaker: foldedText(speaker) }) };
}
