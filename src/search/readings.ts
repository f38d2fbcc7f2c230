import { foldedText } from '../language/fold.js';
import { gramsOf, isCharacter } from '../language/grams.js';
import type { Clause, Field } from '../store/store.js';
import type { Unit } from './words.js';

/** Why a text stands for what was typed. */
export type Why = 'text' | 'synonym' | 'typo' | 'apart' | 'sound';

/** One way to meet a want. */
export interface Reading {
  why: Why;
  /** How much of a full match it counts; 1 is the text as typed. */
  weight: number;
  /** Texts, folded, that all must stand in an entry. */
  texts: string[];
  /** Where they must stand; anywhere without. */
  fields?: readonly Field[];
}

/** One thing that is looked for, in one of several ways. */
export interface Want {
  /** As typed, folded. */
  text: string;
  readings: Reading[];
  /** Whether an entry without it is not what was asked for; else it only adds. */
  required: boolean;
  not?: boolean;
}

/** Number of entries that meet each want, counted up to `looked.counted`. */
export type Meeting = ReadonlyMap<Want, number>;

/**
 * What a reading counts beside the text as typed. A synonym of the taxonomy means the same, but a reader who typed the
 * one sees the other second; words of a name that stand apart may mean something else; a slip is a guess.
 */
export const weightOf: Record<Why, number> = { text: 1, synonym: 0.8, apart: 0.5, typo: 0.6, sound: 0.4 };

const reading = (why: Why, ...texts: string[]): Reading => ({ why, weight: weightOf[why], texts });

/** Most names of a concept that are searched for along with the one typed. */
const mostNames = 12;

/** All readings of a unit: as typed, by the other names of its concepts, and by its words where they were typed apart. */
export function readingsOf({ text, names }: Pick<Unit, 'text' | 'names'>): Reading[] {
  const labels = [...new Set(names.flatMap(({ labels }) => labels).map(foldedText))].filter(
    (one) => one !== text,
  );
  const words = text.split(' ');
  return [
    reading('text', text),
    ...labels.slice(0, mostNames).map((label) => reading('synonym', label)),
    ...(words.length > 1 ? [reading('apart', ...words)] : []),
  ];
}

/** The row of tokens that a text is; a lone character before or after other script is left to itself. */
export function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const token of gramsOf(text)) {
    if (isCharacter(token)) rows.push([token], []);
    else rows.at(-1)!.push(token);
  }
  return rows.filter((row) => row.length > 0);
}

const defined = (clauses: (Clause | undefined)[]) => clauses.filter((clause) => clause !== undefined);

function joined(how: 'all' | 'any', clauses: Clause[]): Clause | undefined {
  if (clauses.length < 2) return clauses[0];
  return how === 'all' ? { all: clauses } : { any: clauses };
}

/** The condition that a text stands in an entry; nothing where no token is left of it. */
function clauseOfText(text: string, fields?: readonly Field[]): Clause | undefined {
  return joined(
    'all',
    rowsOf(text).map((row) => ({ row, ...(fields && { fields }) })),
  );
}

/** The condition that an entry meets a want in any way, each in the fields that it names or else in those given. */
export function clauseOf({ readings }: Want, within?: readonly Field[]): Clause | undefined {
  const ways = readings.map(({ texts, fields }) =>
    joined('all', defined(texts.map((text) => clauseOfText(text, fields ?? within)))),
  );
  return joined('any', defined(ways));
}

/** All wants together, without those that must not be there. */
export function clauseOfAll(
  wants: readonly Want[],
  how: 'all' | 'any',
  within?: readonly Field[],
): Clause | undefined {
  const there = defined(wants.filter(({ not }) => !not).map((want) => clauseOf(want, within)));
  const away = defined(wants.filter(({ not }) => not).map((want) => clauseOf(want)));
  const clause = joined(how, there);
  const without = joined('any', away);
  return clause && without ? { clause, without } : clause;
}
