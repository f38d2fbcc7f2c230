import { conceptPath, talkPath, withQuery } from './address.js';
import { isFiltered, searchFields } from './filters.js';
import { type HitLinks, results } from './hits.js';
import { type Html, h } from './html.js';
import type { Overview } from './known/overview.js';
import type { Page } from './layout.js';
import { card } from './lists.js';
import { type Given, typedFilterOf } from './parameters.js';
import type { Shown, Site } from './site.js';
import type { View } from './view.js';
import type { Words } from './words.js';

/** Where hits lead on served pages. */
const links = (given: Given): HitLinks => ({
  hit: ({ talk, pointer, concept }) => {
    if (concept !== undefined) return conceptPath(concept);
    return talk ? talkPath(talk.id, { pointer }) : '/';
  },
  talk: ({ id }) => talkPath(id),
  message: ({ talk, message, source }) => talk && talkPath(talk.id, { message, source }),
  more: (limit) => withQuery('/', { ...given, limit }),
});

/** What stands there before anything is searched. */
function opening({ recent, concepts }: Overview, words: Words): Html {
  const terms = concepts.defined.map(
    ({ key, label, kind, talks }) =>
      h`<li><a class="chip ${kind}" href="${conceptPath(key)}">${label}<span class="count">${talks}</span></a></li>`,
  );
  const talks = recent.slice(0, 6).map((head) => card(head, words));
  return h`<div class="start"><section><h2>${words.search.recent}</h2>${talks.length > 0 ? h`<ul class="cards">${talks}</ul>` : h`<p class="none">${words.list.empty}</p>`}</section><section><h2>${words.search.defined}</h2><ul class="chips">${terms}</ul></section></div>`;
}

const queryOf = ({ q }: Given) => (typeof q === 'string' ? q.trim() : '');

/** The form with what stands below it. */
function finder(given: Given, overview: Overview, { words, still }: View, inner: Html): Page {
  const query = queryOf(given);
  const filtered = isFiltered(given);
  const asked = query !== '' || filtered;
  const form = h`<form class="search" action="/" role="search" aria-label="${words.search.label}" data-live><div class="line"><input type="search" name="q" value="${query}" maxlength="400" aria-label="${words.search.label}" placeholder="${words.search.placeholder}" autocomplete="off" data-search${!asked && h` autofocus=""`} /><button>${words.search.go}</button></div><details class="filters"${filtered && h` open=""`}><summary>${words.search.filters}</summary>${searchFields(given, overview, words)}${filtered && h`<p><a href="${withQuery('/', { q: query })}">${words.search.clear}</a></p>`}</details><p class="tip">${words.search.tip} <span class="keys">${words.search.keys}</span></p></form>`;
  const head = h`<h1${asked && h` class="quiet"`}>${asked ? words.search.results : words.tagline}</h1>`;
  return {
    title: query,
    at: 'search',
    body: h`<div class="finder${!asked && ' home'}">${head}${form}<div id="results"${still && h` data-unloaded="${words.search.unloaded}"`}>${inner}</div></div>`,
  };
}

/** The search before anything is searched. */
export async function startPage(site: Shown, view: View): Promise<Page> {
  const overview = await site.overview();
  return finder({}, overview, view, opening(overview, view.words));
}

/** The search, its results or what stands there before; `part` asks for the results alone. */
export async function searchPage(site: Site, view: View, given: Given): Promise<Page> {
  const { words } = view;
  const overview = await site.overview();
  const query = queryOf(given);
  const found =
    (query !== '' || isFiltered(given)) &&
    (await site.find(site.store, query, { filter: typedFilterOf(given), limit: Number(given.limit) }));
  const inner = found ? results(found, Number(given.limit), links(given), words) : opening(overview, words);
  if (given.part === 'results') return { title: '', body: inner };
  return finder(given, overview, view, inner);
}
