import { type TermKind, termKinds } from '../store/record.js';
import type { ConceptLine, Filter } from '../store/store.js';
import { conceptPath, talkPath, withQuery } from './address.js';
import { type Html, h, type Part } from './html.js';
import type { Page } from './layout.js';
import { dayOf, pager } from './lists.js';
import type { Given } from './parameters.js';
import type { Shown } from './site.js';
import { treeOf } from './tree.js';
import type { View } from './view.js';
import type { Words } from './words.js';

/** Lines of the index on a page, and of what completes a name. */
const shown = { index: 200, named: 30 };

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ#'];

/** A line of an index: a synonym points to its preferred term. */
function line({ key, label, see, kind, talks }: ConceptLine, words: Words): Html {
  const count = talks > 0 && h` <span class="count">${words.talks(talks)}</span>`;
  if (see !== undefined)
    return h`<li class="synonym"><span>${label}</span> <span class="see">${words.glossary.see}</span> <a href="${conceptPath(key)}">${see}</a></li>`;
  return h`<li><a href="${conceptPath(key)}">${label}</a> <span class="kind ${kind}">${words.kind[kind]}</span>${count}</li>`;
}

function letterBar(there: ReadonlySet<string>, given: Given, words: Words): Html {
  const items = letters.map((letter) => {
    if (!there.has(letter)) return h`<li><span>${letter}</span></li>`;
    const to = withQuery('/glossary', { letter });
    return h`<li><a href="${to}"${letter === given.letter && h` aria-current="page"`}>${letter}</a></li>`;
  });
  return h`<nav class="letters" aria-label="${words.glossary.index}"><ul>${items}</ul></nav>`;
}

function kindBar(kind: unknown, words: Words): Html {
  const items = termKinds.map(
    (one) =>
      h`<li><a href="${withQuery('/glossary', { kind: one })}"${one === kind && h` aria-current="page"`}>${words.kind[one]}</a></li>`,
  );
  return h`<nav class="tabs" aria-label="${words.search.kind}"><ul>${items}</ul></nav>`;
}

function fresh(latest: readonly ConceptLine[], words: Words): Part {
  const items = latest.map(
    ({ key, label, first, last }) =>
      h`<li><a href="${conceptPath(key)}">${label}</a> <span class="about">${first === last ? words.glossary.isNew : words.glossary.changed} · ${dayOf(last!)}</span></li>`,
  );
  return h`<section class="fresh"><h2>${words.glossary.fresh}</h2>${items.length > 0 ? h`<ul>${items}</ul>` : h`<p class="none">${words.list.empty}</p>`}</section>`;
}

/** Names that begin with what was typed. */
async function named({ store }: Shown, typed: string, words: Words): Promise<Html> {
  const found = (await store.suggest(typed, shown.named)).filter(({ kind }) => kind !== 'speaker');
  const items = found.map(({ text, label, id, kind }) => {
    if (kind === 'talk')
      return h`<li><a href="${talkPath(id)}">${text}</a> <span class="kind">${words.entry.talk}</span></li>`;
    const see =
      label !== undefined && label !== text && h` <span class="see">${words.glossary.see} ${label}</span>`;
    return h`<li><a href="${conceptPath(id)}">${text}</a>${see}</li>`;
  });
  if (items.length === 0) return h`<p class="none" role="status">${words.glossary.none}</p>`;
  return h`<ul class="index">${items}</ul>`;
}

async function index({ store }: Shown, given: Given, words: Words): Promise<Html> {
  const offset = Number(given.offset ?? 0);
  const filter: Filter & { letter: string } = { letter: String(given.letter) };
  const limit = Number(given.limit ?? shown.index);
  const lines = await store.concepts({ ...filter, synonyms: true }, limit + 1, offset);
  const list = lines.slice(0, limit).map((one) => line(one, words));
  const more = lines.length > limit;
  return h`<section><h2>${words.glossary.index} · ${String(given.letter)}</h2><ul class="index">${list}</ul>${pager('/glossary', given, { offset, limit, more }, words)}</section>`;
}

/** The glossary: as a tree of a kind, as an index by letter, or the names that complete what was typed. */
export async function glossaryPage(site: Shown, { words, still }: View, given: Given): Promise<Page> {
  const { concepts } = await site.overview();
  const typed = typeof given.q === 'string' ? given.q.trim() : '';
  const kind = (given.kind ?? 'risk') as TermKind;
  const byLetter = given.letter !== undefined;
  let main: Part;
  if (typed !== '') main = await named(site, typed, words);
  else if (byLetter) main = await index(site, given, words);
  else
    main = h`<section><h2>${words.glossary.tree} · ${words.kind[kind]}</h2>${treeOf(concepts.trees[kind], words)}</section>`;
  const form = h`<form class="search complete" action="/glossary" role="search" aria-label="${words.glossary.complete}"><div class="line"><input type="search" name="q" value="${typed}" maxlength="100" autocomplete="off" aria-label="${words.glossary.complete}" placeholder="${words.glossary.placeholder}" data-suggest data-search /><button>${words.glossary.complete}</button></div></form>`;
  return {
    title: words.glossary.title,
    at: 'glossary',
    body: h`<h1>${words.glossary.title} <span class="count">${concepts.count}</span></h1>${!still && form}${kindBar(byLetter || typed ? undefined : kind, words)}${letterBar(concepts.letters, given, words)}<div class="split">${main}${fresh(concepts.fresh, words)}</div>`,
  };
}
