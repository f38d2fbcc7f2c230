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

/** The text as HTML can show it: composed, without what is no character, blanks and line ends once. */
export const shown = (text: string, end = '\n'): string =>
  text
    .replace(/[\u2028\u2029\u0085]/gu, '\n')
    .replace(/[^\P{Cc}\n]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu, ' ')
    .normalize('NFC')
    .replace(/ *\n[ \n]*/gu, end)
    .replace(/ +/gu, ' ')
    .trim();
