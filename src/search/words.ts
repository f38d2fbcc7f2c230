import { charactersOf, isCharacter, nameKey } from '../language/grams.js';
import type { Named } from '../store/store.js';
import { tables } from './tables.js';

/** A Chinese character or a word of another script, folded. */
export interface Atom {
  text: string;
  /** Whether white space or a sign stands before it. */
  apart: boolean;
}

/** A word of a query, made of atoms in a row. */
export interface Unit {
  /** As typed, folded, its atoms apart where they were. */
  text: string;
  /** A name of a concept, a word of the table, or neither. */
  known: 'name' | 'word' | 'loose';
  /** Concepts that bear it. */
  names: Named[];
}

/** Most atoms of a name that is looked for. */
const longest = 12;

/** Cost of ways to divide a query: a name costs less than the words in it, a character alone more than any word. */
const cost = { name: 1, word: 2, loose: 5, gap: 0.5 };

/** Whether a word asks or joins, and is not what anybody looks for (`lexicon/search.json`). */
export const isHollow = (word: string): boolean => tables().hollow.has(word);

const atom = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+|[^\p{L}\p{N}\p{M}]+/gu;

/** The atoms of a folded text; signs only set apart what follows. */
export function atomsOf(folded: string): Atom[] {
  const atoms: Atom[] = [];
  let apart = false;
  for (const [text] of folded.matchAll(atom)) {
    if (!/[\p{L}\p{N}]/u.test(text)) apart = true;
    else {
      atoms.push({ text, apart: apart && atoms.length > 0 });
      apart = false;
    }
  }
  return atoms;
}

/** The text that atoms are, apart where they were. */
export const joined = (atoms: readonly Atom[]): string =>
  atoms.map(({ text, apart }, i) => (apart && i ? ' ' : '') + text).join('');

/** What a row of atoms is looked up by as a name. */
export const keyOf = (atoms: readonly Atom[]): string => nameKey(joined(atoms));

/** Stretches of two atoms and more, none longer than a name, that hold the one at a place; ends exclusive. */
export function stretchesAround(atoms: readonly Atom[], at: number): [from: number, to: number][] {
  const stretches: [number, number][] = [];
  for (let from = Math.max(0, at + 1 - longest); from <= at; from++)
    for (let to = Math.max(at + 1, from + 2); to <= Math.min(atoms.length, from + longest); to++)
      stretches.push([from, to]);
  return stretches;
}

/** All rows of atoms that might be a name, as names are looked up. */
export function possibleNames(atoms: readonly Atom[]): string[] {
  const names = new Set<string>();
  for (let from = 0; from < atoms.length; from++) {
    for (let to = from + 1; to <= Math.min(atoms.length, from + longest); to++) {
      names.add(keyOf(atoms.slice(from, to)));
    }
  }
  names.delete('');
  return [...names];
}

interface Way {
  cost: number;
  from: number;
  unit?: Unit;
}

const isLatin = (text: string) => charactersOf(text).length === 0;

/** What a row of atoms is, and what it costs; nothing where it is no unit. */
function unitOf(row: readonly Atom[], names: ReadonlyMap<string, Named[]>): [Unit, number] | undefined {
  const text = joined(row);
  const gaps = row.slice(1).filter(({ apart }) => apart).length;
  const found = names.get(keyOf(row)) ?? [];
  const single = row.length === 1;
  if (found.length && (!single || isLatin(text))) {
    return [{ text, known: 'name', names: found }, cost.name + gaps * cost.gap];
  }
  if (gaps) return undefined;
  if (single) return [{ text, known: 'loose', names: found }, isLatin(text) ? cost.word : cost.loose];
  return tables().words.has(text) ? [{ text, known: 'word', names: [] }, cost.word] : undefined;
}

/** The cheapest way to divide atoms into units. */
export function divide(atoms: readonly Atom[], names: ReadonlyMap<string, Named[]>): Unit[] {
  const ways: Way[] = [{ cost: 0, from: 0 }];
  for (let to = 1; to <= atoms.length; to++) {
    let best: Way = { cost: Number.POSITIVE_INFINITY, from: to - 1 };
    for (let from = Math.max(0, to - longest); from < to; from++) {
      const [unit, price] = unitOf(atoms.slice(from, to), names) ?? [];
      if (!unit) continue;
      const total = ways[from]!.cost + price!;
      if (total < best.cost) best = { cost: total, from, unit };
    }
    ways.push(best);
  }
  const units: Unit[] = [];
  for (let to = atoms.length; to > 0; to = ways[to]!.from) units.unshift(ways[to]!.unit!);
  return merged(units, atoms);
}

/** Characters that are no word stand together as typed: a word that no table has. */
function merged(units: readonly Unit[], atoms: readonly Atom[]): Unit[] {
  const out: Unit[] = [];
  let at = 0;
  for (const unit of units) {
    const open = out.at(-1);
    const loose = (one: Unit) => one.known === 'loose' && !isLatin(one.text);
    if (open && loose(open) && loose(unit) && !atoms[at]!.apart) {
      out[out.length - 1] = { text: open.text + unit.text, known: 'loose', names: [] };
    } else out.push(unit);
    at += atomsOf(unit.text).length;
  }
  return out;
}

/** Whether a unit is one Chinese character: too little to be asked for beside others. */
export const isLone = ({ text }: Pick<Unit, 'text'>): boolean => isCharacter(text);
