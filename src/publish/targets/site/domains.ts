import { byCode } from '../../../by-code.js';
import type { PageKey } from '../../../markdown/keys.js';
import { kept } from '../../../memory/remembered.js';
import { conceptPath } from '../../../pages/address.js';
import { between, type Html, h, type Part } from '../../../pages/html.js';
import type { Page as Drawn } from '../../../pages/layout.js';
import type { Words } from '../../../pages/words.js';
import type { KnownConcept } from '../../../store/record.js';
import type { CollectedConcept } from '../../engine/collection.js';
import { domainKey, domainPath, type Place } from './aims.js';

/** A domain of the taxonomy, all of whose concepts stand on one page: most have none of their own. */
export interface Domain {
  scheme: string;
  title: string;
  concepts: readonly CollectedConcept[];
}

/** Where a concept stands on the page of its domain. */
const anchorOf = (id: string): string => `c-${id}`;

/** The domains of a taxonomy by their names, each with its concepts in the order of its file. */
export function domainsOf(
  taxonomy: readonly KnownConcept[],
  concepts: readonly CollectedConcept[],
): Domain[] {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const found = new Map<string, { title: string; concepts: CollectedConcept[] }>();
  for (const { id, scheme, domain = scheme } of taxonomy)
    kept(found, scheme, () => ({ title: domain, concepts: [] })).concepts.push(byId.get(id)!);
  return [...found].sort(([a], [b]) => byCode(a, b)).map(([scheme, domain]) => ({ scheme, ...domain }));
}

/** Where concepts stand that have no page of their own, by the key that it would have. */
export const placesIn = (domains: readonly Domain[]): ReadonlyMap<PageKey, Place> =>
  new Map(
    domains.flatMap(({ scheme, concepts }) =>
      concepts.map(({ key, id }) => [key, { key: domainKey(scheme), hash: `#${anchorOf(id)}` }] as const),
    ),
  );

/** Whether a concept has a page of its own. */
type HasPage = (key: PageKey) => boolean;

type Children = ReadonlyMap<PageKey | undefined, readonly CollectedConcept[]>;

function branch(one: CollectedConcept, children: Children, hasPage: HasPage, words: Words): Html {
  const { id, key, label, aliases, known } = one;
  const below = (children.get(key) ?? []).map((child) => branch(child, children, hasPage, words));
  const name: Part = hasPage(key) ? h`<a href="${conceptPath(id)}">${label}</a>` : h`<b>${label}</b>`;
  const others =
    aliases.length > 0 &&
    h` <span class="about">${words.concept.aliases}${words.colon}${between(aliases, words.comma)}</span>`;
  return h`<li id="${anchorOf(id)}"><p>${name}${others}</p>${known && h`<p class="said">${known.text}</p>`}${below.length > 0 && h`<ul>${below}</ul>`}</li>`;
}

/**
 * All concepts of a domain, each below what it belongs to; what belongs to another domain and has nothing below it comes
 * last. Those that talks lead to are links to their pages.
 */
export function domainPage({ title, concepts }: Domain, hasPage: HasPage, words: Words): Drawn {
  const own = new Set(concepts.map(({ key }) => key));
  const children = new Map<PageKey | undefined, CollectedConcept[]>();
  for (const one of concepts) {
    const above = one.broader !== undefined && own.has(one.broader) ? one.broader : undefined;
    kept(children, above, () => []).push(one);
  }
  const roots = (children.get(undefined) ?? []).toSorted(
    (a, b) => Number(children.has(b.key)) - Number(children.has(a.key)),
  );
  const list = roots.map((one) => branch(one, children, hasPage, words));
  return {
    title,
    at: 'glossary',
    body: h`<p class="trail"><a href="/glossary">${words.glossary.title}</a> <span aria-hidden="true">›</span> ${words.concept.schemes}</p><h1>${title} <span class="count">${concepts.length}</span></h1><ul class="domain">${list}</ul>`,
  };
}

/** The domains, for pages that lead to them. */
export const domainList = (domains: readonly Domain[], words: Words): Part =>
  domains.length > 0 &&
  h`<section class="domains"><h2>${words.concept.schemes}</h2><ul class="chips">${domains.map(
    ({ scheme, title, concepts }) =>
      h`<li><a class="chip" href="${domainPath(scheme)}">${title} <span class="count">${concepts.length}</span></a></li>`,
  )}</ul></section>`;
