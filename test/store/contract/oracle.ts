import { charactersOf, gramsOf, isCharacter } from '../../../src/language/grams.js';
import { type Clause, type Entry, type Field, fields } from '../../../src/store/store.js';

function stands(row: readonly string[], tokens: readonly string[], prefix: boolean): boolean {
  return tokens.some((_, at) =>
    row.every((one, index) => {
      const token = tokens[at + index] ?? '';
      return prefix && index === row.length - 1 ? token.startsWith(one) : token === one;
    }),
  );
}

function inField(row: readonly string[], text: string, prefix: boolean): boolean {
  if (row.length === 1 && isCharacter(row[0]!)) return charactersOf(text).includes(row[0]!);
  return stands(row, gramsOf(text), prefix);
}

/** Whether an entry meets a clause of grams, looked at the slow way. */
export function meets(entry: Record<Field, string>, clause: Clause): boolean {
  if ('row' in clause) {
    const { row, prefix = false } = clause;
    return (clause.fields ?? fields).some((field) => inField(row, entry[field], prefix));
  }
  if ('all' in clause) return clause.all.every((one) => meets(entry, one));
  if ('any' in clause) return clause.any.some((one) => meets(entry, one));
  return meets(entry, clause.clause) && !meets(entry, clause.without);
}

/** What tells an entry apart whatever its number. */
export const nameOf = ({ kind, talk, pointer, concept }: Entry): string =>
  kind === 'concept' ? concept! : `${talk!.split('-2024')[0]}#${pointer}`;
