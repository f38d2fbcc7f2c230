import { byCode } from '../by-code.js';
import { aliasesOf } from '../language/concepts.js';
import { foldedText } from '../language/fold.js';
import type { Definition, KnownConcept, TermKind } from './record.js';
import type { Field } from './store.js';

/** A definition, with what tells the order of talks. */
export type Dated = Pick<Definition, 'term' | 'aliases' | 'kind' | 'text' | 'broader'> & {
  talk: { id: string; date: string };
};

/** What is the same for all who look at a concept. */
export interface ConceptCore {
  label: string;
  kind: TermKind;
  /** Other names: of the taxonomy first, then as talks give them, the newest talk first. */
  aliases: string[];
  broader?: string;
  /** Days of the first and the last talk that defines it; `''` where none does. */
  first: string;
  last: string;
  /** Talks that define it. */
  talks: number;
  /** What is searched. */
  texts: Record<Field, string>;
}

/** Newest first; those of one talk stay in its order. */
export function newestFirst<T extends { talk: { id: string; date: string } }>(
  definitions: readonly T[],
): T[] {
  return [...definitions].sort((a, b) => byCode(b.talk.date, a.talk.date) || byCode(a.talk.id, b.talk.id));
}

/** The most frequent value; of equally frequent ones the earliest by day, then the first in code point order. */
function mostFrequent<T extends string>(values: readonly { value: T; date: string }[]): T {
  const counts = new Map<T, { count: number; date: string }>();
  for (const { value, date } of values) {
    const known = counts.get(value);
    counts.set(value, {
      count: (known?.count ?? 0) + 1,
      date: known && known.date < date ? known.date : date,
    });
  }
  const [[best]] = [...counts].sort(
    ([a, x], [b, y]) => y.count - x.count || byCode(x.date, y.date) || byCode(a, b),
  ) as [[T, unknown]];
  return best;
}

/** Names each once by their fold, without the one that a thing goes by. */
export function otherNames(label: string, names: readonly string[]): string[] {
  const seen = new Set([foldedText(label)]);
  return names.filter((name) => {
    const folded = foldedText(name);
    return !seen.has(folded) && seen.add(folded);
  });
}

const lines = (texts: readonly (string | undefined)[]): string =>
  [...new Set(texts.filter((text) => text !== undefined && text !== ''))].join('\n');

/**
 * A concept as taxonomy and talks together have it; one of the two has to know it. The order of the definitions does
 * not matter.
 */
export function conceptCore(known: KnownConcept | undefined, definitions: readonly Dated[]): ConceptCore {
  const sorted = newestFirst(definitions);
  const told = <T extends string>(of: (one: Dated) => T | undefined) =>
    sorted.flatMap((one) => {
      const value = of(one);
      return value === undefined ? [] : [{ value, date: one.talk.date }];
    });
  const label = known?.prefLabel ?? mostFrequent(told(({ term }) => term));
  const names = sorted.flatMap(({ term, aliases }) => [term, ...aliases]);
  const aliases = otherNames(label, [...(known ? aliasesOf(known) : []), ...names]);
  const above = told(({ broader }) => broader);
  const broader = known ? known.broader : above.length ? mostFrequent(above) : undefined;
  return {
    label,
    kind: known?.kind ?? mostFrequent(told(({ kind }) => kind)),
    aliases,
    ...(broader !== undefined && { broader }),
    first: sorted.at(-1)?.talk.date ?? '',
    last: sorted[0]?.talk.date ?? '',
    talks: new Set(sorted.map(({ talk }) => talk.id)).size,
    texts: {
      term: lines([label, ...aliases]),
      heading: '',
      definition: lines([known?.definition?.text, ...sorted.map(({ text }) => text)]),
      body: '',
    },
  };
}
