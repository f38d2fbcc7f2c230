import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { printed } from '../readable/printed.js';

/** Markup that is safe to send: made by `h` alone. */
export type Html = HtmlEscapedString;

/** What may stand in a template: texts are escaped, nothing is drawn for false, null and undefined. */
export type Part = Html | string | number | false | null | undefined | readonly Part[];

const seen = (part: Part): Part => {
  if (typeof part === 'string') return printed(part);
  return Array.isArray(part) ? part.map(seen) : part;
};

/**
 * A template of markup. Every text put into it is escaped, and loses what cannot be printed or turns the direction of
 * writing; attributes need their quotes in the template.
 */
export function h(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return html(strings, ...parts.map(seen)) as Html;
}

const followed = /^(?:https?:\/\/|mailto:)/iu;

/** Whether a link of a message may be followed: to the web or a mail address, and to nothing that runs. */
export function isFollowed(url: string): boolean {
  return followed.test(url) && printed(url) === url;
}

/** Texts with something between them. */
export function between(parts: readonly Part[], separator: Part): Part[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
}

/** The text with its marked slices in `<mark>`; slices that overlap or lie outside are passed over. */
export function marked(text: string, marks: readonly (readonly [number, number])[]): Part {
  const parts: Part[] = [];
  let at = 0;
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    if (start < at || end <= start || end > text.length) continue;
    parts.push(text.slice(at, start), h`<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  return [...parts, text.slice(at)];
}
