/** Words as alternatives of a pattern with the flag `u`, the first before the others, each as it is typed. */
export const anyOf = (words: readonly string[]): string =>
  words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')).join('|');

const quantifier = /^(?:[*+?]|\{(\d+)(,(\d*))?\})/;

/** How often at most the quantifier at the start of `rest` repeats; undefined without one. */
function repeats(rest: string): { length: number; most: number } | undefined {
  const match = quantifier.exec(rest);
  if (!match) return undefined;
  const [text, least, comma, most] = match;
  if (text === '?') return { length: 1, most: 1 };
  if (least === undefined) return { length: 1, most: Number.POSITIVE_INFINITY };
  if (!comma) return { length: text.length, most: Number(least) };
  return { length: text.length, most: most ? Number(most) : Number.POSITIVE_INFINITY };
}

/** Offset behind the atom at `at`: an escape, a class, one character. */
function atomEnd(pattern: string, at: number): number {
  if (pattern[at] === '\\')
    return /^\\[pPu]\{/.test(pattern.slice(at)) ? pattern.indexOf('}', at) + 1 : at + 2;
  if (pattern[at] !== '[') return at + 1;
  let end = at + 1;
  while (end < pattern.length && pattern[end] !== ']') end += pattern[end] === '\\' ? 2 : 1;
  return end + 1;
}

interface Group {
  /** How often at most one of its parts repeats. */
  most: number;
  alternates: boolean;
}

/** A group may repeat so often, its own longest repetition counted in; so many quantifiers may be without bound. */
const bounds = { product: 2000, unbounded: 2 };

const risky = (inner: Group, most: number): boolean =>
  most === Number.POSITIVE_INFINITY
    ? inner.alternates || inner.most > 1
    : most > 1 && inner.most > 1 && most * inner.most > bounds.product;

/**
 * Offset of a quantifier that may make a match take exponential time: it repeats without bound a group that holds an
 * alternation or another quantifier (`(a+)+`, `(a|aa)+`), repeats a group of long repetitions too often, or is the third
 * without bound. Undefined for a pattern without; what it lets pass takes polynomial time at worst.
 */
export function nestedQuantifier(pattern: string): number | undefined {
  const groups: Group[] = [{ most: 1, alternates: false }];
  let unbounded = 0;
  let at = 0;
  while (at < pattern.length) {
    if (pattern[at] === '(') {
      groups.push({ most: 1, alternates: false });
      at += /^\((?:\?(?::|=|!|<=|<!|<\w+>))?/.exec(pattern.slice(at))![0].length;
      continue;
    }
    if (pattern[at] === '|') groups.at(-1)!.alternates = true;
    const inner = pattern[at] === ')' && groups.length > 1 ? groups.pop() : undefined;
    const end = pattern[at] === ')' ? at + 1 : atomEnd(pattern, at);
    const times = repeats(pattern.slice(end));
    const most = times?.most ?? 1;
    if (inner && risky(inner, most)) return end;
    if (most === Number.POSITIVE_INFINITY && ++unbounded > bounds.unbounded) return end;
    const outer = groups.at(-1)!;
    outer.most = Math.max(outer.most, most, inner ? inner.most * Math.max(most, 1) : 1);
    at = end + (times?.length ?? 0);
  }
  return undefined;
}
