import { isCharacter } from '../../language/grams.js';
import { kept } from '../../memory/remembered.js';
import { type Clause, type Field, fields } from '../store.js';

/** One look into an index. */
export interface Look {
  table: 'grams' | 'characters' | 'sounds';
  match: string;
  /** Of a look for one Chinese character alone: the look into each field. */
  each?: ReadonlyMap<Field, string>;
}

/** A condition on entries: one look, or looks put together. */
export type Condition =
  | { look: Look }
  | { and: Condition[] }
  | { or: Condition[] }
  | { condition: Condition; without: Condition };

type Row = Extract<Clause, { row: readonly string[] }>;

/** Fields that an index of sounds has. */
const sounding: readonly Field[] = ['term', 'heading'];

/** What the index can hold; a token of anything else is in no text. */
const token = /^[\p{L}\p{N}\p{M}·]{1,64}$/u;

/** Beginnings of the tokens that say in which field a character stands. */
export const mark: Record<Field, string> = { term: 't', heading: 'h', definition: 'd', body: 'b' };

const quoted = (text: string): string => `"${text}"`;

function rowLook({ row, fields: asked = fields, prefix = false }: Row, index: 'grams' | 'sounds') {
  const among = index === 'sounds' ? asked.filter((field) => sounding.includes(field)) : asked;
  if (!row.length || !among.length || !row.every((one) => token.test(one))) return undefined;
  if (index === 'grams' && row.length === 1 && isCharacter(row[0]!)) {
    const each = new Map(among.map((field) => [field, quoted(mark[field] + row[0])]));
    return { look: { table: 'characters', match: `(${[...each.values()].join(' OR ')})`, each } } as const;
  }
  const all = index === 'sounds' ? sounding.length : fields.length;
  const columns = among.length === all ? '' : `{${among.join(' ')}} : `;
  return {
    look: { table: index, match: `${columns}${quoted(row.join(' '))}${prefix ? ' *' : ''}` },
  } as const;
}

const isLook = (condition: Condition): condition is { look: Look } => 'look' in condition;

/** Looks into one index that stand beside each other become one; what is one already stays. */
function together(conditions: Condition[], word: 'AND' | 'OR'): Condition {
  const merged = new Map<Look['table'], Look[]>();
  const rest: Condition[] = [];
  for (const one of conditions)
    if (isLook(one)) kept(merged, one.look.table, () => []).push(one.look);
    else rest.push(one);
  const looks = [...merged].map(([table, all]): Condition => {
    const match = `(${all.map((look) => look.match).join(` ${word} `)})`;
    return { look: all.length === 1 ? all[0]! : { table, match } };
  });
  const parts = [...looks, ...rest];
  if (parts.length === 1) return parts[0]!;
  return word === 'AND' ? { and: parts } : { or: parts };
}

function without(condition: Condition, not: Condition): Condition {
  if (isLook(condition) && isLook(not) && condition.look.table === not.look.table) {
    const { table, match } = condition.look;
    return { look: { table, match: `(${match} NOT ${not.look.match})` } };
  }
  return { condition, without: not };
}

/** Nesting that FTS5 takes without running out of its stack is at most so deep. */
const deepest = 24;

/**
 * What a clause asks of the indexes; undefined where nothing can meet it, as with a token that no text gives. Rows of
 * one Chinese character go to the index of characters, all others to that of grams; nothing of a token acts as syntax.
 */
export function conditionOf(clause: Clause, index: 'grams' | 'sounds', depth = 0): Condition | undefined {
  if (depth > deepest) return undefined;
  if ('row' in clause) return rowLook(clause, index);
  if ('clause' in clause) {
    const condition = conditionOf(clause.clause, index, depth + 1);
    const not = conditionOf(clause.without, index, depth + 1);
    return condition && not ? without(condition, not) : condition;
  }
  const word = 'all' in clause ? 'AND' : 'OR';
  const parts = ('all' in clause ? clause.all : clause.any).map((one) => conditionOf(one, index, depth + 1));
  const met = parts.filter((one) => one !== undefined);
  if (!met.length || (word === 'AND' && met.length < parts.length)) return undefined;
  return together(met, word);
}
