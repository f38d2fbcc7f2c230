import type { Piece } from './pieces.js';

/** Least length of a series whose pieces decide together. */
const least = 3;

/** Series of markers of one key among some pieces, each the next number of the one before. */
function runsOf(
  pieces: readonly Piece[],
  indexes: readonly number[],
  keyOf: (piece: Piece) => string,
): number[][] {
  const all: number[][] = [];
  const open = new Map<string, number[]>();
  for (const index of indexes) {
    const { marker } = pieces[index]!;
    if (marker?.ordinal == null) continue;
    const key = keyOf(pieces[index]!);
    const series = open.get(key);
    const last = pieces[series?.at(-1) ?? -1]?.marker?.ordinal;
    if (series && last === marker.ordinal - 1) series.push(index);
    else {
      const begun = [index];
      open.set(key, begun);
      all.push(begun);
    }
  }
  return all.filter((series) => series.length >= least);
}

/** Whether a piece is the first of its message. */
const opens = ({ view, start }: Piece) => view.text.slice(0, start).trim() === '';

/**
 * The series of numbers that stand within one message, and those of pieces that begin a message each, by the index of each
 * of their pieces: markers of one shape, each the next number of the one before. Shorter ones are left out.
 */
export function seriesIn(pieces: readonly Piece[]): Map<number, readonly number[]> {
  const indexes = [...pieces.keys()];
  const within = runsOf(pieces, indexes, ({ message, marker }) => `${message.id} ${marker!.shape}`);
  const taken = new Set(within.flat());
  const others = indexes.filter((index) => !taken.has(index) && opens(pieces[index]!));
  const across = runsOf(pieces, others, ({ marker }) => marker!.shape);
  return new Map(
    [...within, ...across].flatMap((series) => series.map((index): [number, number[]] => [index, series])),
  );
}

/** What becomes of the pieces of a series. */
export interface Evened {
  /** Headings that are none after all, and pieces that are headings, too, by their indexes. */
  drop: Set<number>;
  add: Set<number>;
}

/**
 * Makes of a series that is partly headings and partly items one or the other: of 190 series in the labels five are both.
 * Where less than half are headings, those behind the first item are items (`1）` may head its text and the others be full
 * sentences); where two thirds are, the others are headings, too.
 */
export function evened(series: Iterable<readonly number[]>, isHeading: (index: number) => boolean): Evened {
  const even: Evened = { drop: new Set(), add: new Set() };
  for (const one of new Set(series)) {
    const headings = one.filter(isHeading);
    const first = one.findIndex((index) => !isHeading(index));
    if (headings.length * 2 < one.length)
      for (const index of headings) if (one.indexOf(index) > first) even.drop.add(index);
    if (headings.length * 3 >= one.length * 2)
      for (const index of one) if (!isHeading(index)) even.add.add(index);
  }
  return even;
}
