import type { TalkHead } from '../store/record.js';
import { talkPath, withQuery } from './address.js';
import { between, type Html, h, type Part } from './html.js';
import type { Given } from './parameters.js';
import type { Words } from './words.js';

/** A talk's title, or that it has none. */
export const titleOf = ({ title, kind }: Pick<TalkHead, 'title' | 'kind'>, { talk }: Words): string =>
  title || (kind === 'discussion' ? talk.unnamed : talk.untitled);

/** A day; nothing where none is known. */
export const dayOf = (date: string): Part =>
  !date.startsWith('0000') && date !== '' && h`<time datetime="${date}">${date}</time>`;

/** Speakers, day and group, where each leads to its talks. */
export function about(
  { speakers, date, group }: Pick<TalkHead, 'speakers' | 'date' | 'group'>,
  words: Words,
): Part {
  const people = speakers.map((name) => h`<a href="${withQuery('/talks', { speaker: name })}">${name}</a>`);
  const parts: Part[] = [dayOf(date)];
  if (people.length) parts.push(between(people, words.comma));
  if (group) parts.push(h`<a href="${withQuery('/talks', { group })}">${group}</a>`);
  return between(
    parts.filter((part) => part),
    h` <span aria-hidden="true">·</span> `,
  );
}

/** A talk in a list. */
export function card(head: TalkHead, words: Words, level: 2 | 3 = 3): Html {
  const title = h`<a href="${talkPath(head.id)}">${titleOf(head, words)}</a>`;
  const topics = head.topics
    .slice(0, 5)
    .map(
      ({ id, label }) =>
        h`<li><a class="chip" href="${withQuery('/talks', { topic: id })}">${label}</a></li>`,
    );
  return h`<li class="card">${level === 2 ? h`<h2>${title}</h2>` : h`<h3>${title}</h3>`}<p class="about">${about(head, words)}</p>${topics.length > 0 && h`<ul class="chips">${topics}</ul>`}</li>`;
}

/** Links to the rows before and after those shown. */
export function pager(
  path: string,
  given: Given,
  { offset, limit, more }: { offset: number; limit: number; more: boolean },
  { list }: Words,
): Part {
  if (offset === 0 && !more) return '';
  const to = (from: number) => withQuery(path, { ...given, limit: undefined, offset: from || undefined });
  const newer = offset > 0 && h`<a rel="prev" href="${to(Math.max(0, offset - limit))}">← ${list.newer}</a>`;
  const older = more && h`<a rel="next" href="${to(offset + limit)}">${list.older} →</a>`;
  return h`<nav class="pager" aria-label="${list.page}">${newer}<span>${offset / limit + 1}</span>${older}</nav>`;
}

/** A choice of one value, the first of which is none. */
export function select(
  id: string,
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  chosen: unknown,
  any: string,
): Html {
  const known = options.some(([value]) => value === chosen);
  const extra = typeof chosen === 'string' && !known ? [[chosen, chosen] as const] : [];
  const items = [['', any] as const, ...extra, ...options].map(
    ([value, text]) =>
      h`<option value="${value}"${value !== '' && value === chosen && h` selected=""`}>${text}</option>`,
  );
  return h`<label>${label}<select name="${id}">${items}</select></label>`;
}

/** A field of a form. */
export function field(id: string, label: string, value: unknown, type = 'text', extra: Part = ''): Html {
  return h`<label>${label}<input type="${type}" name="${id}" value="${typeof value === 'string' ? value : ''}"${extra} /></label>`;
}
