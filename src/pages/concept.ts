import { plain } from '../readable/text.js';
import type { ConceptView, Defined } from '../store/store.js';
import { conceptPath, talkPath, withQuery } from './address.js';
import { between, type Html, h, type Part } from './html.js';
import type { Page } from './layout.js';
import { about, titleOf } from './lists.js';
import { Refusal } from './refusal.js';
import type { Shown } from './site.js';
import type { View } from './view.js';
import type { Words } from './words.js';

/** Definitions on a page; the newest of them. */
const mostDefinitions = 200;

type Named = { key: string; label: string };

const links = (concepts: readonly Named[]): Part =>
  concepts.map(({ key, label }) => h`<li><a class="chip" href="${conceptPath(key)}">${label}</a></li>`);

function row(label: string, concepts: readonly Named[]): Part {
  return (
    concepts.length > 0 && h`<div><dt>${label}</dt><dd><ul class="chips">${links(concepts)}</ul></dd></div>`
  );
}

/** The domain of a concept, as a link to its page where there is one. */
function domainIn({ scheme }: ConceptView, domains: Shown['domains']): Part {
  if (scheme === undefined) return '';
  const domain = domains?.get(scheme);
  return domain ? h`<a href="${domain.path}">${domain.title}</a>` : h`<code>${scheme}</code>`;
}

function relations(view: ConceptView, words: Words, domains: Shown['domains']): Html {
  const { broader, narrower, related, aliases } = view;
  const { concept } = words;
  const domain = domainIn(view, domains);
  return h`<dl class="relations">${[
    aliases.length > 0 && h`<div><dt>${concept.aliases}</dt><dd>${between(aliases, words.comma)}</dd></div>`,
    row(concept.broader, broader ? [broader] : []),
    row(concept.narrower, narrower),
    row(concept.related, related),
    domain && h`<div><dt>${concept.scheme}</dt><dd>${domain}</dd></div>`,
  ]}</dl>`;
}

function known({ definition }: ConceptView, words: Words): Part {
  if (!definition) return '';
  const { text, source, reviewed } = definition;
  const from = source !== undefined && h`${words.concept.from}${words.colon}${source}`;
  const doubt = reviewed === false && h`<em>${words.concept.unreviewed}</em>`;
  const facts = [from, doubt].filter((part) => part);
  return h`<section class="known"><h2>${words.concept.taxonomy}</h2><blockquote><p>${text}</p>${facts.length > 0 && h`<footer>${between(facts, ' · ')}</footer>`}</blockquote></section>`;
}

function told({ term, text, talk, pointer, message, source }: Defined, words: Words): Html {
  return h`<li class="told"><p class="text"><b>${plain(term)}</b>${words.colon}${plain(text)}</p><p class="about"><a href="${talkPath(talk.id, { pointer })}">${titleOf(talk, words)}</a> <span aria-hidden="true">·</span> ${about(talk, words)} <span aria-hidden="true">·</span> <a href="${talkPath(talk.id, { message, source })}">${words.message(message)}</a></p></li>`;
}

/** A concept: what it means by the taxonomy and by each talk that defines it, and what it belongs to. */
export async function conceptPage({ store, domains }: Shown, { words }: View, key: string): Promise<Page> {
  const concept = await store.concept(key);
  if (!concept) throw new Refusal(404, 'missing');
  const { label, kind, broader, definitions } = concept;
  const trail: Part[] = [
    h`<a href="/glossary">${words.glossary.title}</a>`,
    h`<a href="${withQuery('/glossary', { kind })}">${words.kind[kind]}</a>`,
  ];
  if (broader) trail.push(h`<a href="${conceptPath(broader.key)}">${broader.label}</a>`);
  const list = definitions.slice(0, mostDefinitions).map((one) => told(one, words));
  const said =
    list.length > 0
      ? h`<ol class="tellings">${list}</ol>`
      : h`<p class="none">${words.concept.undefined}</p>`;
  return {
    title: label,
    at: 'glossary',
    body: h`<p class="trail">${between(trail, h` <span aria-hidden="true">›</span> `)}</p><h1>${label} <span class="kind ${kind}">${words.kind[kind]}</span></h1><div class="split"><div>${known(concept, words)}<section><h2>${words.concept.byTalks} <span class="count">${definitions.length}</span></h2>${said}</section></div>${relations(concept, words, domains)}</div>`,
  };
}
