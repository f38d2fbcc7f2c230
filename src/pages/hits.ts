import type { Hit } from '../search/hit.js';
import type { Found } from '../search/search.js';
import { between, type Html, h, marked, type Part } from './html.js';
import { dayOf, titleOf } from './lists.js';
import type { Words } from './words.js';

/** Hits shown at first, added by each `more`, and at most. */
export const hitCounts = { first: 20, most: 100 };

/** Where what a hit names is shown: by a server, or in files. */
export interface HitLinks {
  hit(hit: Hit): string;
  talk(talk: NonNullable<Hit['talk']>): string;
  /** Of the hit's first message; undefined where it is not shown. */
  message(hit: Hit): string | undefined;
  /** The same search with more hits. */
  more(limit: number): string;
}

/** Talk, section, speaker, day and message of a hit. */
function whereOf(hit: Hit, links: HitLinks, words: Words): Part {
  const { talk, message, kind, termKind, talks = 0, above = [] } = hit;
  const parts: Part[] = [];
  if (termKind) parts.push(words.kind[termKind], talks > 0 && words.talks(talks));
  if (talk) {
    if (kind !== 'talk') parts.push(h`<a href="${links.talk(talk)}">${titleOf(talk, words)}</a>`);
    if (above.length) parts.push(between(above, ' › '));
    if (talk.speakers.length) parts.push(talk.speakers.join(words.comma));
    parts.push(dayOf(talk.date));
    const told = message === undefined ? undefined : links.message(hit);
    if (told !== undefined) parts.push(h`<a href="${told}">${words.message(message!)}</a>`);
  }
  return between(
    parts.filter((part) => part),
    h` <span aria-hidden="true">·</span> `,
  );
}

function hit(one: Hit, links: HitLinks, words: Words): Html {
  const heading = one.heading.text ? marked(one.heading.text, one.heading.marks) : words.talk.untitled;
  const snippet =
    one.snippet.text !== '' && h`<p class="snippet">${marked(one.snippet.text, one.snippet.marks)}</p>`;
  return h`<li class="hit ${one.kind}"><h2><span class="badge">${words.entry[one.kind]}</span> <a href="${links.hit(one)}">${heading}</a></h2>${snippet}<p class="about">${whereOf(one, links, words)}</p></li>`;
}

/** What was found, with what is to be told of the query; `limit` is how many were asked for. */
export function results({ hits, more, notices }: Found, limit: number, links: HitLinks, words: Words): Html {
  const further = more && limit < hitCounts.most;
  const next = Math.min(hitCounts.most, limit + hitCounts.first);
  const about = notices.map((one) => h`<p class="remark">${words.notice(one)}</p>`);
  if (hits.length === 0) return h`${about}<p class="none" role="status">${words.search.none}</p>`;
  return h`<p class="count" role="status">${words.found(hits.length, more)}</p>${about}<ol class="hits">${hits.map((one) => hit(one, links, words))}</ol>${further && h`<p class="more"><a href="${links.more(next)}">${words.search.more}</a></p>`}`;
}
