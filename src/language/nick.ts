import type { People } from '../schema/people.js';
import { assign, type Field } from './nick/assign.js';
import { atomsOf } from './nick/atoms.js';
import { wordsOf } from './nick/words.js';
import { pseudonymPerson } from './pseudonym.js';

/** A part of a nick as typed: `nick.slice(start, start + text.length)`. */
export interface NickPart {
  text: string;
  start: number;
  /** Whether the words of the part say what it is; else its place among the others does. */
  certain: boolean;
}

/** What a nick says of its owner, in whatever order; no two parts overlap. */
export type NickParts = Partial<Record<Field, NickPart>>;

/** What lies behind is not read: real nicks have at most 40 characters, and a handful of atoms. */
const most = { length: 96, atoms: 24 };

/** The beginning of a nick, not cut inside a character. */
const beginning = (nick: string) => nick.slice(0, most.length).replace(/[\ud800-\udbff]$/, '');

/**
 * Reads name, organization, role and city out of a nick such as `沈砚秋-澜仓科技-产品-苏州`, with whatever order and
 * separators, or none. All ways to divide the nick among the fields are scored, and the best one as a whole is taken;
 * a field that the nick does not spell is absent. A pseudonym says a name alone.
 */
export function parseNick(nick: string, people: People): NickParts {
  const pseudonym = pseudonymPerson(nick);
  if (pseudonym !== undefined) return { name: { text: pseudonym, start: 0, certain: true } };
  const words = wordsOf(people);
  const atoms = atomsOf(beginning(nick), words).slice(0, most.atoms);
  const parts: NickParts = {};
  for (const { field, from, to, certain } of assign(atoms, words)) {
    const { start } = atoms[from]!;
    parts[field] = { text: nick.slice(start, atoms[to - 1]!.end), start, certain };
  }
  return parts;
}
