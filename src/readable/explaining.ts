import type { Entry, Span } from '../schema/note.js';

/** What stands between a term and what is said of it: closing quotes, a remark in brackets, a colon, comma or dash. */
const between =
  /^[”"’'》】」』]{0,2}(?:\s?[（(]([^（()）\n]{1,60})[）)])?\s{0,2}(?:[：:，,]|[-—–]{1,3})\s{0,2}(?=\S)/u;
/** Characters that may stand before the term where it opens its definition. */
const opening = /^[“"‘'《【「『\s]{0,2}$/u;

/**
 * The spans of a definition as they read behind their term: without the term once more, where they begin with it. A remark
 * in brackets goes with it only if it is one of the entry's other names, which are told beside the term.
 */
export function explaining({ message, source = 0, start, end, definition, aliases }: Entry): Span[] {
  const [first, ...others] = definition;
  if (!first || first.message !== message || (first.source ?? 0) !== source || start < first.start)
    return definition;
  const rest = first.text.slice(end - first.start);
  const cut = between.exec(rest);
  const isTold = cut?.[1] === undefined || aliases.some(({ text }) => text === cut[1]!.trim());
  return cut && isTold && opening.test(first.text.slice(0, start - first.start))
    ? [{ ...first, text: rest.slice(cut[0].length) }, ...others]
    : definition;
}
