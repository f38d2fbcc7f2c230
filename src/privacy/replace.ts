import { viewOf } from '../language/view.js';
import { asTyped, type Cast, calledIn, type Stand } from './cast.js';
import { identifiersIn } from './identifiers.js';
import type { Replacement } from './place.js';

/** How often what an overlap leaves over is looked through again. */
const rounds = 4;

const standing = (text: string, start: number, end: number, by: Stand): Replacement => ({
  start,
  end,
  by: by === asTyped ? text.slice(start, end) : by,
});

/** All that might be replaced in a text, in the order of its beginning; of two that begin together the longer first. */
function candidates(text: string, cast: Cast): Replacement[] {
  const mentions = calledIn(text, cast.known).map(({ start, end, name }) =>
    standing(text, start, end, cast.mentioned(name)),
  );
  const names = cast.inText.all(text).map(({ start, end, value }) => standing(text, start, end, value));
  return [...mentions, ...identifiersIn(text), ...names].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A slice of a text. */
type Slice = Pick<Replacement, 'start' | 'end'>;

/** Of what overlaps the longest; and what of the others it does not cover, in order. */
function longest(all: readonly Replacement[]): { found: Replacement[]; left: Slice[] } {
  const found: Replacement[] = [];
  const left: Slice[] = [];
  for (const one of all) {
    const last = found.at(-1);
    if (!last || one.start >= last.end) found.push(one);
    else if (one.end - one.start > last.end - last.start) {
      left.push({ start: last.start, end: one.start });
      found[found.length - 1] = one;
    } else if (one.end > last.end) left.push({ start: last.end, end: one.end });
  }
  return { found, left: left.sort((a, b) => a.start - b.start) };
}

/** The gaps between replacements in which something was left over. */
function gapsWith(left: readonly Slice[], found: readonly Replacement[], length: number): Slice[] {
  const gaps: Slice[] = [];
  let next = 0;
  for (let index = 0; index <= found.length; index++) {
    const [start, end] = [found[index - 1]?.end ?? 0, found[index]?.start ?? length];
    while (left[next] && left[next]!.end <= start) next++;
    if (left[next] && left[next]!.start < end && start < end) gaps.push({ start, end });
  }
  return gaps;
}

/** What is replaced in a text, in order: what overlaps leave over is looked through once more. */
function chosen(text: string, cast: Cast, round = 0): Replacement[] {
  const { found, left } = longest(candidates(text, cast));
  if (left.length === 0 || round === rounds) return found;
  const again = gapsWith(left, found, text.length).flatMap(({ start, end }) =>
    chosen(text.slice(start, end), cast, round + 1).map((one) => ({
      ...one,
      start: one.start + start,
      end: one.end + start,
    })),
  );
  return [...found, ...again].sort((a, b) => a.start - b.start);
}

/** A text with pseudonyms in the place of nicks and names, and placeholders in the place of identifiers. */
export function replaced(text: string, cast: Cast): string {
  const view = viewOf(text);
  let out = '';
  let last = 0;
  for (const { start, end, by } of chosen(view.text, cast)) {
    const from = view.at(start);
    if (from < last) continue;
    out += text.slice(last, from) + by;
    last = view.at(end);
  }
  return out + text.slice(last);
}
