import { kept } from '../memory/remembered.js';
import { termKinds } from '../store/record.js';
import { entryKinds } from '../store/store.js';
import { type Html, h, type Part } from './html.js';
import type { Overview } from './known/overview.js';
import { field, select } from './lists.js';
import type { Given } from './parameters.js';
import type { Words } from './words.js';

/** Topics, groups and speakers that a form offers; others may be typed or linked. */
const offered = { topics: 60, groups: 60, speakers: 200 };

const first = (value: Given[string]) => (Array.isArray(value) ? value[0] : value);

const knownNames = new WeakMap<Overview['speakers'], Html>();

/** The speakers that a form offers: the same on every page with one, and most of what a form takes. */
const namesOf = (speakers: Overview['speakers']): Html =>
  kept(knownNames, speakers, () => {
    const names = speakers.slice(0, offered.speakers).map(({ name }) => h`<option value="${name}"></option>`);
    return h`<datalist id="names">${names}</datalist>`;
  });

/** The fields by which talks are filtered. */
export function talkFields(given: Given, { topics, groups, speakers }: Overview, words: Words): Part {
  const { search } = words;
  return [
    select(
      'topic',
      search.topic,
      topics.slice(0, offered.topics).map(({ id, label }) => [id, label]),
      first(given.topic),
      search.any,
    ),
    field(
      'speaker',
      search.speaker,
      given.speaker,
      'text',
      h` list="names" maxlength="200" autocomplete="off"`,
    ),
    namesOf(speakers),
    groups.length > 1 &&
      select(
        'group',
        search.group,
        groups.slice(0, offered.groups).map(({ name }) => [name, name]),
        given.group,
        search.any,
      ),
    field('since', search.since, given.since, 'date'),
    field('until', search.until, given.until, 'date'),
  ];
}

/** The fields by which what is found is filtered. */
export function searchFields(given: Given, overview: Overview, words: Words): Html {
  const { search } = words;
  return h`<div class="fields">${[
    select(
      'in',
      search.in,
      entryKinds.map((kind) => [kind, words.entry[kind]]),
      first(given.in),
      search.any,
    ),
    select(
      'kind',
      search.kind,
      termKinds.map((kind) => [kind, words.kind[kind]]),
      given.kind,
      search.any,
    ),
    talkFields(given, overview, words),
  ]}</div>`;
}

/** Whether anything is filtered. */
export const isFiltered = (given: Given): boolean =>
  ['in', 'kind', 'broader', 'topic', 'speaker', 'group', 'since', 'until'].some(
    (key) => given[key] !== undefined,
  );
