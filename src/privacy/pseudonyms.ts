import { foldedText } from '../language/fold.js';
import { parseNick } from '../language/nick.js';
import { pseudonymAlphabet, pseudonymLetters, pseudonymStart } from '../language/pseudonym.js';
import { remembered } from '../memory/remembered.js';
import type { People } from '../schema/people.js';
import { keyed } from './key.js';

/** Names strangers and members alike, a pure function of key and nick: the same in every log. */
export interface Pseudonyms {
  /** A nick's own: no two nicks share one. */
  of(nick: string): string;
  /** The part that all nicks of one personal name share. */
  person(name: string): string;
}

/** What is compared of a nick: width, case and white space make no other. */
export const nickKey = (nick: string): string =>
  nick
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s|\p{Default_Ignorable_Code_Point}/gu, '');

const letters = (text: string) => foldedText(text).replace(/[^\p{L}\p{N}]/gu, '');

/** What is compared of a personal name: its letters, in simplified characters; all of a nick that has none. */
export const personKey = (name: string): string => letters(name) || nickKey(name);

/** The personal name that a nick spells, as typed; the whole nick where it spells none of two characters. */
export function nameIn(nick: string, people: People): string {
  const { name } = parseNick(nick, people);
  return name && [...letters(name.text)].length >= 2 ? name.text : nick;
}

/** A number of bytes in the letters of pseudonyms; 64 bits give up to 14 letters without a bias worth the name. */
function spelled(bytes: Uint8Array, count: number): string {
  let rest = Buffer.from(bytes).readBigUInt64BE();
  let out = '';
  const base = BigInt(pseudonymAlphabet.length);
  for (let i = 0; i < count; i++, rest /= base) out += pseudonymAlphabet[Number(rest % base)];
  return out;
}

/**
 * Pseudonyms by a key: `群友` and nine letters for the personal name, then five for the nick where it says more than the
 * name. So a person who changes firm or city in the nick stays recognizable, and those who look for the same person
 * in other nicks (the stages) still find him.
 */
export function pseudonymsOf(key: string, people: People): Pseudonyms {
  const person = remembered(
    (name) => pseudonymStart + spelled(keyed(key, 'person', personKey(name)), pseudonymLetters.person),
  );
  const own = (nick: string) => {
    const name = person(nameIn(nick, people));
    if (nickKey(nick) === personKey(nameIn(nick, people))) return name;
    return `${name}-${spelled(keyed(key, 'nick', nickKey(nick)), pseudonymLetters.nick)}`;
  };
  return { person, of: remembered((nick) => (nick === '' ? '' : own(nick))) };
}
