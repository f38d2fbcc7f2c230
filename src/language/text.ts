import { decodeHTMLStrict } from 'entities';
import { remembered } from './remembered.js';

const emoji = /\[([\p{L}\p{N}]{1,12})\](?!\()/gu;

/** Names of the emoji codes in a text, in order: `[鼓掌][强]` gives 鼓掌, 强. */
export function emojiNames(text: string): string[] {
  return text.includes('[') ? [...text.matchAll(emoji)].map((match) => match[1]!) : [];
}

const empty = /^[\s\p{P}\p{S}]$/u;

/** Whether a character stays in a bare text, by its code, as far as it was met: asking a table is faster than `empty`. */
const stays = new Map<number, boolean>();

function isEmpty(character: number): boolean {
  const known = stays.get(character);
  if (known !== undefined) return !known;
  const found = empty.test(String.fromCodePoint(character));
  stays.set(character, !found);
  return found;
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

const bareOf = remembered((text) => stripped(text.replace(emoji, '').normalize('NFKC').toLowerCase()));

/** A text without emoji, punctuation and white space, NFKC and in lower case: for comparing whole messages. */
export const bare = (text: string): string => bareOf(text.slice(0, 4000));

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
