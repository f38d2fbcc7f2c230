import type { Lexicon } from '../lexicon.js';

/** A nick taken apart, in the order in which groups write it: `林知远-星桥支付-产品-杭州`. */
export interface Nick {
  /** Lower-case tokens in order. */
  tokens: string[];
  person: string;
  organization?: string;
  role?: string;
  city?: string;
}

const key = (text: string) => text.normalize('NFKC').toLowerCase().trim();

/** What parts a nick beyond doubt; a blank alone may stand inside a name. */
const hard = /[-—–‐_|｜·・•/\\@（()+]/u;

/**
 * Splits a nick at the separators of `lexicon/people.json`. The first part that is neither role nor city is the person;
 * an organization is only read where the nick is clearly made of parts: hard separators, and a role, a city or a third part.
 */
export function parseNick(nick: string, people: Lexicon['people']): Nick {
  const separators = new RegExp(people.separators, 'u');
  const parts = nick.slice(0, 200).split(separators).filter(Boolean);
  const city = parts.slice(1).find((part) => people.cities.includes(part));
  const role =
    parts.slice(1).find((part) => people.roles.includes(part)) ??
    parts.find((part, at) => at > 0 && isRole(part, people));
  const names = parts.filter((part) => part !== city && part !== role);
  const person = names.find((part) => !isRole(part, people)) ?? names[0] ?? nick.trim();
  const rest = names.filter((part) => part !== person);
  const found: Nick = { tokens: parts.map(key), person, ...(role && { role }), ...(city && { city }) };
  const composed =
    hard.test(nick) && (role !== undefined || city !== undefined || parts.length >= 3 || /[（(]/u.test(nick));
  return composed ? withOrganization(found, rest, people) : found;
}

/** The firm may stand in a part of its own or before the role: `支付宝PM`. */
function withOrganization(nick: Nick, rest: string[], people: Lexicon['people']): Nick {
  const plain = nick.role !== undefined && people.roles.includes(nick.role);
  const [organization] = plain ? rest : rest.filter((part) => !isRole(part, people));
  if (organization) return { ...nick, organization };
  const joined = [nick.role, ...rest].find((part) => part !== undefined && !people.roles.includes(part));
  const role = joined && roleAtEnd(joined, people);
  return joined && role ? { ...nick, organization: joined.slice(0, -role.length), role } : nick;
}

const roleAtEnd = (part: string, people: Lexicon['people']) =>
  people.roles
    .filter((role) => role.length > 1 && part.endsWith(role) && part.length > role.length)
    .sort((a, b) => b.length - a.length)[0];

const isRole = (part: string, people: Lexicon['people']) =>
  people.roles.includes(part) || roleAtEnd(part, people) !== undefined;

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

/** 0 to 1: how far two personal names agree: equal, one in the other, or a shared given name. */
function samePerson(a: string, b: string): number {
  const [x, y] = [letters(a), letters(b)];
  if (!x || !y) return 0;
  if (x === y) return 1;
  const shorter = Math.min(x.length, y.length);
  if (shorter >= 2 && (x.includes(y) || y.includes(x))) return 0.9;
  const shared = common(x, y);
  return shared >= 2 ? Math.min(0.8, shared / Math.max(x.length, y.length) + 0.2) : 0;
}

/** Weight of an organization, a role and a city that two nicks share: people of one firm are many, of one city more. */
const shares = { organization: 0.35, role: 0.08, city: 0.08 };

/**
 * 0 to 1: whether two nicks may be one person's. People change the parts of a nick, so each part counts for itself;
 * the personal name outweighs the rest.
 */
export function nickSimilarity(a: string, b: string, people: Lexicon['people']): number {
  const whole = letters(a);
  if (whole && whole === letters(b)) return 1;
  const [x, y] = [parseNick(a, people), parseNick(b, people)];
  let score = 0.75 * Math.max(samePerson(x.person, y.person), crossName(x, y), crossName(y, x));
  for (const part of ['organization', 'role', 'city'] as const) {
    const [p, q] = [x[part], y[part]];
    if (p && q && (key(p) === key(q) || (part === 'organization' && samePerson(p, q) >= 0.5)))
      score += shares[part];
  }
  return Math.min(score, 0.99);
}

/** The person of one nick may stand second in the other: `银盛-王建-支付终端`. */
function crossName(a: Nick, b: Nick): number {
  const name = letters(a.person);
  if (name.length < 2) return 0;
  return b.tokens.slice(1).some((token) => letters(token) === name) ? 0.85 : 0;
}
