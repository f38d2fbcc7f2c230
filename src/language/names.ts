import type { Lexicon } from '../lexicon.js';
import { kept, remembered } from '../memory/remembered.js';
import { parseNick } from './nick.js';
import { pseudonymPerson } from './pseudonym.js';

/** What similarity compares: the parts of a nick, and its words in order. */
interface Compared {
  /** Letters and digits of the whole nick, of its words in order, and of its person. */
  whole: string;
  tokens: string[];
  name: string;
  person: string;
  organization?: string;
  role?: string;
  city?: string;
}

const key = (text: string) => text.normalize('NFKC').toLowerCase().trim();

/** A run of letters and digits of one script: `Abc外贸` are two. */
const run = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu;

/** The longest nick that is compared. */
const longest = 96;

/** The words of a nick as typed, in order. */
export const wordsIn = (nick: string): readonly string[] => nick.slice(0, longest).match(run) ?? [];

function comparedOf(nick: string, people: Lexicon['people']): Compared {
  const { name, organization, role, city } = parseNick(nick, people);
  const person = name?.text ?? nick.trim();
  return {
    whole: letters(nick),
    tokens: wordsIn(nick).map(key).map(letters),
    name: letters(person),
    person,
    ...(organization && { organization: organization.text }),
    ...(role && { role: role.text }),
    ...(city && { city: city.text }),
  };
}

const readers = new WeakMap<Lexicon['people'], (nick: string) => Compared>();

/** Takes a nick apart, once for all comparisons: a log holds the same nicks again and again. */
const compared = (nick: string, people: Lexicon['people']): Compared =>
  kept(readers, people, () => remembered((one) => comparedOf(one, people)))(nick);

/** The name by which a nick calls its owner: the whole nick where it spells none. */
export const personOf = (nick: string, people: Lexicon['people']): string => compared(nick, people).person;

/** Length of the longest common substring, for strings of at most 40 characters. */
function common(a: string, b: string): number {
  let best = 0;
  for (let i = 0; i < Math.min(a.length, 40); i++) {
    for (let j = 0; j < Math.min(b.length, 40); j++) {
      let n = 0;
      while (i + n < a.length && j + n < b.length && a[i + n] === b[j + n]) n++;
      if (n > best) best = n;
    }
  }
  return best;
}

const letters = (text: string) => key(text).replace(/[^\p{L}\p{N}]/gu, '');

/**
 * How sure it is that two names are one person's: one in the other, letters shared by chance at most, what shared letters
 * are worth beyond their share, and a name that stands elsewhere in the other nick. Set by hand.
 */
const alike = { within: 0.9, shared: 0.8, bonus: 0.2, elsewhere: 0.85 };
/** Weight of the personal name among the parts of a nick; letters of firms that agree so far are one firm; never quite sure. */
const weights = { person: 0.75, sameFirm: 0.5, most: 0.99 };

/** 0 to 1: how far the letters of two personal names agree: equal, one in the other, or a shared given name. */
function samePerson(x: string, y: string): number {
  if (!x || !y) return 0;
  if (x === y) return 1;
  const shorter = Math.min(x.length, y.length);
  if (shorter >= 2 && (x.includes(y) || y.includes(x))) return alike.within;
  const shared = common(x, y);
  if (shared < 2) return 0;
  return Math.min(alike.shared, shared / Math.max(x.length, y.length) + alike.bonus);
}

/** Pseudonyms of one personal name are those of nicks that differ in the rest; letters that others share by chance say nothing. */
const ofPseudonyms = 0.75;

/** Weight of an organization, a role and a city that two nicks share: people of one firm are many, of one city more. */
const shares = { organization: 0.35, role: 0.08, city: 0.08 };

/**
 * 0 to 1: whether two nicks may be one person's. People change the parts of a nick, so each part counts for itself;
 * the personal name outweighs the rest.
 */
export function nickSimilarity(a: string, b: string, people: Lexicon['people']): number {
  const [x, y] = [compared(a, people), compared(b, people)];
  if (x.whole && x.whole === y.whole) return 1;
  const pseudonyms = [a, b].map(pseudonymPerson);
  if (pseudonyms.some((one) => one !== undefined)) return pseudonyms[0] === pseudonyms[1] ? ofPseudonyms : 0;
  let score = weights.person * Math.max(samePerson(x.name, y.name), crossName(x, y), crossName(y, x));
  for (const part of ['organization', 'role', 'city'] as const) {
    const [p, q] = [x[part], y[part]];
    if (
      p &&
      q &&
      (key(p) === key(q) ||
        (part === 'organization' && samePerson(letters(p), letters(q)) >= weights.sameFirm))
    )
      score += shares[part];
  }
  return Math.min(score, weights.most);
}

/** The person of one nick may stand elsewhere in the other: `澜仓-沈砚秋-产品`. */
function crossName(a: Compared, b: Compared): number {
  if (a.name.length < 2) return 0;
  return b.tokens.includes(a.name) ? alike.elsewhere : 0;
}
