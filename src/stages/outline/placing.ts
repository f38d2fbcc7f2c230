import type { OutlineWords } from '../../lexicon.js';
import { type Heading, isBare, titleOf } from './heading.js';

/** What a heading's place in the tree depends on, beside where it stands. */
export interface Traits {
  /** Marker shape, or what kind of unmarked heading it is: siblings mostly share it. */
  shape: string;
  group: string;
  rank: number;
  ordinal: number | null;
  /** The parts of a dotted number; empty for any other. */
  path: number[];
  title: string;
  suffix: string;
  top: boolean;
  agenda: boolean;
  /** What the speaker moves on with: a first thing, a further one, another matter, the last. */
  said: 'first' | 'further' | 'on' | 'last' | 'nothing';
  /** Whether it is the talk's first, unmarked, and no later one is of its kind. */
  lone: boolean;
  /** How likely it is none. */
  doubt: number;
  /** Message ordinals of the lecture, counted in pieces, and whether nothing stands between it and the heading before. */
  index: number;
  follows: boolean;
  bare: boolean;
  /** Whether a colon ends its title. */
  colon: boolean;
  /** Whether a later heading goes on with its numbers, and whether an earlier one did. */
  goesOn: boolean;
  begins: boolean;
}

/** A heading whose section is still open, with its level. */
export interface Open {
  traits: Traits;
  level: number;
}

/**
 * Ranks of the styles where neither was seen before. The order is that of Chinese official documents (一、（一）1.（1）),
 * spoken and unnumbered headings set among them.
 */
const ranks: Record<string, number> = {
  part: 1,
  hash: 1.5,
  han: 2,
  hanParen: 3,
  number: 4,
  bare: 4,
  spoken: 4,
  line: 4.2,
  runin: 5,
  point: 4.3,
  dotted: 4.5,
  numberParen: 6,
  inParens: 7,
  circled: 8,
  letter: 9,
};

/** Unmarked headings by kind; all marked ones are one class, told apart by shape and rank. */
const classOf = (style: string) => (['spoken', 'line', 'runin'].includes(style) ? style : 'marked');

function saidBefore(text: string, words: OutlineWords): Traits['said'] {
  const kinds = ['last', 'first', 'further', 'on'] as const;
  return kinds.find((kind) => words.moves[kind].some((word) => text.includes(word))) ?? 'nothing';
}

function styleOf({ marker, origin, body, piece }: Heading): string {
  if (marker) return marker.style;
  if (origin === 'spoken') return 'spoken';
  return piece.view.text.slice(body, piece.end).trim() === '' ? 'line' : 'runin';
}

/** Whether nothing stands between a heading and the one before it. */
function follows(before: Heading | undefined, heading: Heading): boolean {
  if (!before) return false;
  const from = before.origin === 'spoken' ? before.title.end : before.body;
  if (heading.index === before.index)
    return before.piece.view.text.slice(from, heading.marker?.start ?? heading.title.start).trim() === '';
  return isBare(before) && heading.index === before.index + 1;
}

/** The traits of each heading of a lecture; `agenda` holds those that were listed beforehand. */
export function traitsOf(headings: Heading[], agenda: Set<Heading>, words: OutlineWords): Traits[] {
  const shapes = headings.map((heading) => heading.marker?.shape ?? styleOf(heading));
  return headings.map((heading, i) => {
    const style = styleOf(heading);
    const title = titleOf(heading);
    const ordinal = heading.marker?.ordinal ?? null;
    const said = heading.piece.view.text.slice(
      Math.max(heading.piece.start, heading.title.start - 16),
      heading.title.start,
    );
    const hash = heading.marker?.style === 'hash' ? (heading.marker.close - heading.marker.start) / 4 : 0;
    const later = headings.findIndex((_, k) => k > i && shapes[k] === shapes[i]);
    const step = later < 0 ? 0 : (headings[later]!.marker?.ordinal ?? 0) - (ordinal ?? 0);
    const begun = headings.some(
      (one, k) => k < i && shapes[k] === shapes[i] && one.marker?.ordinal === (ordinal ?? 0) - 1,
    );
    return {
      shape: shapes[i]!,
      group: classOf(style),
      rank: ranks[style]! + hash,
      ordinal,
      path: heading.marker?.style === 'dotted' ? heading.marker.path : [],
      colon:
        heading.origin === 'typed' &&
        /[：:]/u.test(heading.piece.view.text.slice(heading.title.end, heading.body)),
      title,
      suffix: title.slice(-2),
      top: heading.origin === 'typed' && !heading.marker && words.topWords.includes(title),
      agenda: agenda.has(heading),
      said: heading.origin === 'spoken' ? saidBefore(said, words) : 'nothing',
      doubt: 1 - (heading.score ?? 1),
      index: heading.index,
      lone: i === 0 && !heading.marker && later < 0,
      follows: follows(headings[i - 1], heading),
      bare: isBare(heading),
      goesOn: ordinal !== null && step >= 1 && step <= 2,
      begins: ordinal !== null && !begun,
    };
  });
}

/** Styles whose numbers go on from each other although their punctuation differs. */
const arabic = /^(?:number|bare|numberParen)/u;
const parts = /^(?:part|word)/u;
const hashes = ({ shape }: Traits) => (shape.startsWith('hash') ? Number(shape.slice(4)) : 0);
const isMarked = (one: Traits) => one.ordinal !== null || hashes(one) > 0;

function goesOnFrom(own: Traits, open: Traits): boolean {
  if (hashes(own) > 0 && hashes(own) === hashes(open)) return true;
  if (own.ordinal === null || open.ordinal !== own.ordinal - 1) return false;
  return (
    own.shape === open.shape || [arabic, parts].some((kin) => kin.test(own.shape) && kin.test(open.shape))
  );
}

/** The level that a number leaves no choice about: it goes on from an open one, or its dots name its parent. */
function forcedLevel(own: Traits, stack: Open[]): number | null {
  if (own.path.length) {
    const parent = stack.findLast(
      ({ traits }) => traits.ordinal === own.path.at(-2) && traits.path.length <= 1 && isMarked(traits),
    );
    const beside = stack.findLast(({ traits }) => traits.path.length === own.path.length);
    return beside?.level ?? (own.path.length === 2 && parent ? parent.level + 1 : own.path.length);
  }
  const next = stack.findLast(({ traits }) => goesOnFrom(own, traits));
  if (next) return next.level;
  const child = stack.find(
    ({ traits }) => own.ordinal !== null && own.ordinal > 1 && traits.path[0] === own.ordinal - 1,
  );
  return child ? Math.max(1, child.level - child.traits.path.length + 1) : null;
}

/** Parts and chapters: what has no marker stands under them. */
const isHigh = (one: Traits) => one.rank < 3 && hashes(one) === 0;

/** What places cost; chosen by hand on the labels, the half points of little matter. */
const cost = {
  never: 30,
  /** A marked heading beside one of a higher rank; above one of a lower rank. */
  rank: 3,
  /** A number 1 beside an unmarked heading that it follows at once; that has text of its own. */
  firstBeside: 3,
  firstAfterText: 1.6,
  /** The first numbers under a heading that has no like. */
  lone: 2.4,
  /** A style at another level than it had. */
  moved: 1,
  movedUnmarked: 0.3,
  /** An unmarked heading under one of its kind; beside a marked one; under one. */
  under: 1.2,
  besideMarked: 1,
  besideHigh: 2,
  underMarked: 0.6,
  /** A label with its text beside a line; a line with a colon, or one without, under what was said. */
  label: 1,
  /** Beside a heading that then has no text at all. */
  empty: 1.5,
  colon: 0.6,
  line: 0.5,
  /** What was said speaks against a place. */
  said: 1,
  agenda: 3,
  suffix: 0.8,
  depth: 0.4,
  /** Under one that may be none. */
  doubt: 10,
  doubtMarked: 3,
  deep: 0.01,
} as const;

/** Numbers that begin anew under another style are a list of it even where outlines rank them higher. */
function underMarked(own: Traits, last: Traits): number {
  if (own.rank > last.rank) return 0;
  if (own.rank === last.rank && own.shape === last.shape) return cost.never;
  return own.ordinal === 1 ? cost.rank / 2 : cost.rank;
}

/** What it costs to stand right under the last heading. */
function costUnder(own: Traits, last: Traits, level: number): number {
  let sum =
    cost.depth * Math.max(0, level - 2) + (isMarked(last) ? cost.doubtMarked : cost.doubt) * last.doubt;
  if (own.top || own.agenda) sum += cost.agenda;
  if (isMarked(own)) {
    if (isMarked(last)) return sum + underMarked(own, last);
    const apart = (isHigh(own) && !own.follows) || (own.ordinal !== null && own.ordinal > 1);
    const lone = last.lone && own.rank < ranks.numberParen!;
    return sum + (lone ? cost.lone : 0) + (apart ? cost.firstAfterText : 0);
  }
  if (own.follows) return sum;
  if (isMarked(last)) sum += last.goesOn || isHigh(last) ? 0 : cost.underMarked;
  else if (own.group === last.group) sum += own.said === 'first' && last.said !== 'first' ? 0 : cost.under;
  else if (own.group === 'spoken') sum += cost.under;
  else if (own.group === 'line') sum += last.group === 'runin' ? cost.under : own.colon ? 0 : cost.line;
  if (own.said === 'on' || own.said === 'last' || own.said === 'further') sum += cost.said;
  return sum;
}

/** What it costs to stand beside an open heading; `passed` are the open ones below it. */
function costBeside(own: Traits, open: Open, passed: Open[]): number {
  const { traits, level } = open;
  let sum = 0;
  if (passed.some((one) => one.traits.goesOn && one.traits.shape !== own.shape)) return cost.never;
  if (traits.goesOn && traits.shape !== own.shape) return cost.never;
  if (own.top && level > 1) sum += cost.agenda;
  if (own.agenda && !traits.agenda) sum += cost.agenda;
  if (!own.agenda && !own.top && traits.agenda) sum += cost.agenda / 2;
  if (hashes(own) > 1 && hashes(traits) !== hashes(own)) return cost.never;
  if (isMarked(own)) {
    if (!isMarked(traits)) {
      if (own.ordinal === 1 && own.follows && passed.length === 0)
        return sum + (traits.lone && isHigh(own) ? 0 : cost.firstBeside);
      return sum + (isHigh(own) || own.ordinal !== 1 ? 0 : cost.firstAfterText + passed.length / 2);
    }
    if (own.shape === traits.shape) {
      const back = own.ordinal !== null && own.ordinal > 1 && traits.ordinal! >= own.ordinal;
      return sum + (back ? cost.rank : 0) + (own.ordinal === 1 ? cost.moved * passed.length : 0);
    }
    const above = own.rank < traits.rank && level === 1;
    const alike = own.rank === traits.rank && own.ordinal !== 1;
    return sum + (alike || above ? cost.moved : cost.rank);
  }
  if (passed.length === 0 && own.follows) sum += cost.empty;
  if (isMarked(traits)) sum += isHigh(traits) ? cost.besideHigh : cost.besideMarked;
  else if (own.group !== traits.group && !(passed[0] && isMarked(passed[0].traits))) {
    if (own.group === 'runin') sum += cost.label;
    else if (own.group === 'line' && own.colon) sum += cost.colon;
    else if (own.group === 'line' && traits.group === 'runin') sum += cost.line;
  }
  if (own.said === 'first' && traits.said !== 'first' && own.group === traits.group && passed.length === 0)
    sum += cost.said;
  if ((own.said === 'on' || own.said === 'last') && level > 1) sum += cost.said / 2;
  if (own.said === 'further' && passed.length > 0) sum += cost.said / 2;
  if (own.suffix !== traits.suffix && passed.some((one) => one.traits.suffix === own.suffix))
    sum += cost.suffix;
  return sum;
}

/** The levels that a heading can have with what each costs; `known` is where each style stood last. */
export function placesOf(
  own: Traits,
  stack: Open[],
  known: Map<string, number>,
): { level: number; cost: number }[] {
  const forced = forcedLevel(own, stack);
  if (forced !== null) return [{ level: forced, cost: 0 }];
  const last = stack.at(-1);
  if (!last) return [{ level: 1, cost: 0 }];
  const before = known.get(own.shape);
  const other = isMarked(own) ? cost.moved : cost.movedUnmarked;
  const moved = (level: number) =>
    (before === undefined || before === level ? 0 : other) + cost.deep * (level - 1);
  const beside = stack.map((open, at) => ({
    level: open.level,
    cost: costBeside(own, open, stack.slice(at + 1)) + moved(open.level),
  }));
  const level = last.level + 1;
  return [...beside, { level, cost: costUnder(own, last.traits, level) + moved(level) }];
}
