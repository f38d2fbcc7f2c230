import { kept } from '../../memory/remembered.js';
import type { Piece } from './pieces.js';

/** Least length of a series whose pieces decide together. */
const least = 3;

/**
 * The series of numbers that stand within one message, by the index of each of its pieces: markers of one shape, each the
 * next number of the one before. Shorter ones are left out.
 */
export function seriesIn(pieces: readonly Piece[]): Map<number, readonly number[]> {
  const found = new Map<number, number[]>();
  const open = new Map<string, number[]>();
  pieces.forEach(({ marker, message }, index) => {
    if (marker?.ordinal == null) return;
    const key = `${message.id} ${marker.shape}`;
    const last = open.get(key)?.at(-1);
    const goesOn = last !== undefined && pieces[last]!.marker!.ordinal === marker.ordinal - 1;
    if (!goesOn) open.set(key, []);
    const series = kept(open, key, () => []);
    series.push(index);
    found.set(index, series);
  });
  return new Map([...found].filter(([, series]) => series.length >= least));
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
