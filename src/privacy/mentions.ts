import { shipped } from '../shipped.js';
import type { Found } from './finder.js';
import { words } from './words.js';

/** A name that a text calls somebody by; behind an `@`, the offsets are those of the name without it. */
export interface Mention {
  start: number;
  end: number;
  name: string;
}

/** The longest nick that a mention is read as, in UTF-16 units; real ones have up to 40. */
const longest = 48;
const ends = new Set(words.mentionEnds);
const joins = new Set(words.nickJoins);
/** What exports leave of an emoji, and of a firm in brackets, in front of a name. */
const front = /^(?:[?？]{1,6}|\[[^\][\n]{1,20}\]|【[^】\n]{1,20}】)(?=[\p{L}\p{N}])/u;

const everybody = shipped<{ everybody: string[] }>('talks.json').everybody;

/** Whether a Latin word goes on at an offset: `allen` is not `all`. */
const goesOn = (text: string, at: number) => /[a-z0-9_]{2}/iu.test(text.slice(at - 1, at + 1));

/** Where a name that begins at an offset ends at the latest: brackets within belong to it, one that closes others does not. */
function tokenEnd(text: string, start: number): number {
  const slice = text.slice(start, start + longest);
  let open = 0;
  let at = start + (front.exec(slice)?.[0].length ?? 0);
  for (const character of slice.slice(at - start)) {
    if (/\s/u.test(character) || ends.has(character)) break;
    if (character === '(' || character === '（') open += 1;
    else if ((character === ')' || character === '）') && --open < 0) break;
    at += character.length;
  }
  return /[\ud800-\udbff]$/u.test(text.slice(start, at)) ? at - 1 : at;
}

/**
 * Names behind an `@`. `known` gives the longest known nick at an offset: a name ends with it, unless what follows joins
 * a further part of a nick to it. A name that nobody bears reaches to the next blank or mark.
 */
export function mentionsIn(text: string, known: (start: number) => Found<unknown> | undefined): Mention[] {
  const found: Mention[] = [];
  for (let at = text.search(/[@＠]/u); at >= 0 && at < text.length; at++) {
    if (text[at] !== '@' && text[at] !== '＠') continue;
    const start = at + 1;
    if (everybody.some((name) => text.startsWith(name, start) && !goesOn(text, start + name.length)))
      continue;
    const token = tokenEnd(text, start);
    const nick = known(start);
    const whole = !nick || (nick.end < token && joins.has(text[nick.end]!));
    const end = whole ? Math.max(token, nick?.end ?? 0) : nick.end;
    if (end > start) found.push({ start, end, name: text.slice(start, end) });
    at = Math.max(at, end - 1);
  }
  return found;
}
