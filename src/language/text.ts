import { decodeHTMLStrict } from 'entities';
import { remembered } from '../memory/remembered.js';

const emoji = /\[([\p{L}\p{N}]{1,12})\](?!\()/gu;

/** Names of the emoji codes in a text, in order: `[鼓掌][强]` gives 鼓掌, 强. */
export function emojiNames(text: string): string[] {
  return text.includes('[') ? [...text.matchAll(emoji)].map((match) => match[1]!) : [];
}

/** Puts something in the place of each emoji code, by its name. */
export function replaceEmoji(text: string, by: (code: string, name: string) => string): string {
  return text.includes('[') ? text.replace(emoji, by) : text;
}

const empty = /^[\s\p{P}\p{S}]$/u;

/**
 * What becomes of a character in a bare text, by its code, as far as it was met: 1 stays, 2 does not. Asking a table is
 * faster than `empty`.
 */
const fates = new Uint8Array(0x110000);

function isEmpty(character: number): boolean {
  if (fates[character] === 0) fates[character] = empty.test(String.fromCodePoint(character)) ? 2 : 1;
  return fates[character] === 2;
}

/** A text without white space, punctuation and symbols. */
function stripped(text: string): string {
  let out = '';
  let kept = 0;
  for (let i = 0; i < text.length; ) {
    const character = text.codePointAt(i)!;
    const end = i + (character > 0xffff ? 2 : 1);
    if (isEmpty(character)) {
      out += text.slice(kept, i);
      kept = end;
    }
    i = end;
  }
  return kept === 0 ? text : out + text.slice(kept);
}

const bareOf = remembered((text) =>
  stripped(
    replaceEmoji(text, () => '')
      .normalize('NFKC')
      .toLowerCase(),
  ),
);

/** A text without emoji, punctuation and white space, NFKC and in lower case: for comparing whole messages. */
export const bare = (text: string): string => bareOf(text.slice(0, 4000));

/** Decodes HTML escapes until nothing changes, at most three times: real logs escape twice (`&amp;gt;`). */
export function unescapeHtml(text: string): string {
  if (!text.includes('&')) return text;
  let before = text;
  for (let round = 0; round < 3; round++) {
    const after = decodeHTMLStrict(before);
    if (after === before) break;
    before = after;
  }
  return before;
}
