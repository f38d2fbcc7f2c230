import { withQuery } from './address.js';
import { isFiltered, talkFields } from './filters.js';
import { h } from './html.js';
import type { Page } from './layout.js';
import { card, pager } from './lists.js';
import { filterOf, type Given } from './parameters.js';
import type { Shown } from './site.js';
import type { View } from './view.js';

/** Talks on a page. */
const talksShown = 30;

/** The list of talks, the newest first. */
export async function talksPage(
  { store, overview }: Shown,
  { words, still }: View,
  given: Given,
): Promise<Page> {
  const offset = Number(given.offset ?? 0);
  const limit = Number(given.limit ?? talksShown);
  const heads = await store.talks(filterOf(given), limit + 1, offset);
  const cards = heads.slice(0, limit).map((head) => card(head, words, 2));
  const filtered = isFiltered(given);
  const known = await overview();
  const form = h`<form class="search" action="/talks"><details class="filters"${filtered && h` open=""`}><summary>${words.search.filters}</summary><div class="fields">${talkFields(given, known, words)}</div><p><button>${words.list.filter}</button>${filtered && h` <a href="/talks">${words.search.clear}</a>`}</p></details></form>`;
  const list =
    cards.length > 0 ? h`<ol class="cards">${cards}</ol>` : h`<p class="none">${words.list.empty}</p>`;
  const more = heads.length > limit;
  return {
    title: words.nav.talks,
    at: 'talks',
    body: h`<h1>${words.nav.talks} <span class="count">${words.talks(known.size.talks)}</span></h1>${!still && form}${list}${pager('/talks', given, { offset, limit, more }, words)}`,
  };
}

/** The people who gave talks, those who gave most first. */
export async function speakersPage({ overview }: Shown, { words }: View): Promise<Page> {
  const { speakers } = await overview();
  const sorted = [...speakers].sort((a, b) => b.talks - a.talks || (a.last < b.last ? 1 : -1)).slice(0, 1000);
  const rows = sorted.map(
    ({ name, talks, last }) =>
      h`<tr><th scope="row"><a href="${withQuery('/talks', { speaker: name })}">${name}</a></th><td class="number">${talks}</td><td>${last}</td></tr>`,
  );
  return {
    title: words.nav.speakers,
    at: 'speakers',
    body: h`<h1>${words.nav.speakers} <span class="count">${speakers.length}</span></h1><div class="sheet"><table class="people"><thead><tr><th scope="col">${words.talk.speaker}</th><th scope="col" class="number">${words.list.count}</th><th scope="col">${words.list.last}</th></tr></thead><tbody>${rows}</tbody></table></div>`,
  };
}
