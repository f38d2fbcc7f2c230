import { decodeHTML } from 'entities';

/** The words that a reader of HTML sees; `<br>` is a line end. */
export const wordsIn = (html: string): string =>
  decodeHTML(
    html
      .replace(/<br\s*\/?>\n?/gu, '\n')
      .replace(/<!--.*?-->/gsu, '')
      .replace(/<[^>]*>/gu, ''),
  );

/** The names of the elements in HTML, in order. */
export const elementsIn = (html: string): string[] =>
  [...html.matchAll(/<([a-z][a-z0-9]*)/gu)].map(([, name]) => name!);
