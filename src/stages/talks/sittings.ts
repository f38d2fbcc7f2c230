import type { Lexicon } from '../../lexicon.js';
import type { Message, Transcript } from '../../transcript.js';
import { bestStretch, type Stretch, type Weighed } from './session.js';

/** One part of a talk that was broken off and taken up again. */
export type Sitting = Pick<Stretch, 'first' | 'last'>;

/** Seconds of a break that makes two sittings of a talk. */
const pause = 3600;
/** Points of a further sitting, of which somebody speaks: five short remarks of a lecture, no mere answer. */
const enough = 4;
/** Seconds before a sitting within which the line that takes the talk up again belongs to it. */
const lead = 300;
/** Messages of the speaker, and of anybody before he goes on, in which the break is spoken of. */
const around = { own: 4, others: 12 };
/** Longest message that speaks of a break; the phrases stand in any long text. */
const longest = 160;
/** Most sittings of one talk in one log. */
const most = 4;

/** Whether a short message speaks of a break, in one of these phrases. */
export const speaksOf = ({ text }: Message, phrases: readonly string[]) =>
  text.length <= longest && phrases.some((phrase) => text.includes(phrase));

/** Whether a break is announced at the end of one sitting, or taken back at the beginning of the next. */
function hangTogether(
  tree: Transcript,
  list: readonly Weighed[],
  [before, after]: [Sitting, Sitting],
  words: Lexicon['talks'],
): boolean {
  const [end, start] = [list[before.last]!.message, list[after.first]!.message];
  if (start.clock - end.clock < pause) return false;
  const last = list.slice(Math.max(before.first, before.last - 1), before.last + around.own);
  const first = list.slice(Math.max(before.last + 1, after.first - 2), after.first + around.own);
  const called = tree.children.slice(Math.max(end.id + 1, start.id - around.others), start.id);
  const paused = last.some(({ message }) => message.id < start.id && speaksOf(message, words.paused));
  const continued = [...first.map(({ message }) => message), ...called];
  return paused || continued.some((message) => speaksOf(message, words.continued));
}

/** Whether what a speaker types is worth a further sitting. */
export const isWorthSitting = (items: readonly Weighed[], least = enough): boolean =>
  items.reduce((sum, { points }) => sum + Math.max(0, points), 0) >= least;

/** The best stretch of a part of the list, if it is worth a sitting; places count in the whole list. */
function furtherIn(
  list: readonly Weighed[],
  from: number,
  to: number,
  words: Lexicon['talks'],
): Sitting | undefined {
  const stretch = bestStretch(list.slice(from, to));
  if (!stretch || stretch.points < enough) return undefined;
  let first = from + stretch.first;
  const takesUp = (before: Message, after: Message) =>
    after.clock - before.clock <= lead && speaksOf(before, words.continued);
  while (first > from && takesUp(list[first - 1]!.message, list[first]!.message)) first--;
  return { first, last: from + stretch.last };
}

/**
 * The parts of a speaker's list in which the talk is given, in order: the best stretch, and stretches an hour or more
 * before or after it that somebody calls its beginning or its continuation. None where nothing is worth a talk.
 */
export function sittingsOf(tree: Transcript, list: Weighed[], words: Lexicon['talks']): Sitting[] {
  const best = bestStretch(list);
  if (!best) return [];
  const sittings: Sitting[] = [best];
  while (sittings.length < most) {
    const [first, last] = [sittings[0]!, sittings.at(-1)!];
    const later = furtherIn(list, last.last + 1, list.length, words);
    const earlier = furtherIn(list, 0, first.first, words);
    if (later && hangTogether(tree, list, [last, later], words)) sittings.push(later);
    else if (earlier && hangTogether(tree, list, [earlier, first], words)) sittings.unshift(earlier);
    else break;
  }
  return sittings;
}
