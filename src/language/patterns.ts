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

/**
 * Offset of a quantifier that repeats a group holding an unbounded quantifier, as in `(a+)+`: such patterns may take
 * exponential time. Undefined for a pattern without; what it lets pass takes polynomial time at worst.
 */
export function nestedQuantifier(pattern: string): number | undefined {
  const unbounded = [false];
  let at = 0;
  while (at < pattern.length) {
    if (pattern[at] === '(') {
      unbounded.push(false);
      at += /^\((?:\?(?::|=|!|<=|<!|<\w+>))?/.exec(pattern.slice(at))![0].length;
      continue;
    }
    const group = pattern[at] === ')';
    const inner = group && unbounded.pop()!;
    const end = group ? at + 1 : atomEnd(pattern, at);
    const times = repeats(pattern.slice(end));
    if (inner && times && times.most > 1) return end;
    if (inner || times?.most === Number.POSITIVE_INFINITY) unbounded[unbounded.length - 1] = true;
    at = end + (times?.length ?? 0);
  }
  return undefined;
}
