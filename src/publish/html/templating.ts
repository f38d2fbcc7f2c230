import type { PageKey } from '../../markdown/keys.js';
import { h } from '../../pages/html.js';
import type { Templating } from '../target.js';
import { addressFrom } from './address.js';
import { htmlKey, keyMark } from './document.js';

/** Where a page's head begins, with what browsers let stand before it. */
const top =
  /^\s{0,100}(?:<!doctype[^<>]{0,200}>\s{0,100})?(?:<html(?:\s[^<>]{0,500})?>\s{0,100})?(?:<head(?:\s[^<>]{0,500})?>)?/iu;
/** A policy of the template's own; values within the quotes of an attribute are none. */
const policed =
  /<meta(?:\s+[^\s"'<>=]+(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+))?)*?\s+http-equiv\s*=\s*["']?content-security-policy["'\s]/iu;

/** Nothing runs, so that an address of a member's which a template puts into a link does not either. */
const still = h`\n<meta http-equiv="Content-Security-Policy" content="script-src 'none'" />`.toString();

function marked(key: PageKey, content: string): string {
  const begun = top.exec(content)?.[0] ?? '';
  const rest = content.slice(begun.length);
  const mark = htmlKey(content) === key ? '' : `\n${keyMark(key)}`;
  return begun + mark + (policed.test(content) ? '' : still) + rest;
}

/** How templates write HTML: in texts and in attributes with their quotes. */
export const htmlTemplating: Templating = {
  escape: (words) => h`${words}`.toString(),
  link: (from, to, words) => h`<a href="${addressFrom(from, to)}">${words}</a>`.toString(),
  mark: marked,
};
