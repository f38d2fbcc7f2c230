import { decodeHTMLStrict } from 'entities';

const emoji = /\[([\p{L}\p{N}]{1,12})\](?!\()/gu;

/** Names of the emoji codes in a text, in order: `[鼓掌][强]` gives 鼓掌, 强. */
export function emojiNames(text: string): string[] {
  return [...text.matchAll(emoji)].map((match) => match[1]!);
}

/** A text without emoji, punctuation and white space, NFKC and in lower case: for comparing whole messages. */
export function bare(text: string): string {
  return text
    .slice(0, 4000)
    .replace(emoji, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');
}

/** Decodes HTML escapes until nothing changes, at most three times: real logs escape twice (`&amp;gt;`). */
export function unescapeHtml(text: string): string {
  let before = text;
  for (let round = 0; round < 3; round++) {
    const after = decodeHTMLStrict(before);
    if (after === before) break;
    before = after;
  }
  return before;
}
