import { quotes } from './bearing.js';
import type { Features } from './features.js';
import type { Place } from './place.js';
import {
  isBrief,
  type Kind,
  type Layout,
  layoutOf,
  type Way,
  wayOf,
  writeAsking,
  writeOwn,
  writePassing,
  writePersonal,
  writeThread,
} from './row.js';
import { momentOf } from './standing.js';
import type { State, Thread } from './thread.js';

/** A message as the answer to a thread. */
export interface Link {
  /** Whether its person goes on answering the thread, comes back to it, or begins; `brief` for a mere yes or no. */
  kinds: readonly Kind[];
  /** The names of features, the same list for all links, and the features. */
  names: readonly string[];
  row: ArrayLike<number>;
}

/** The features of a link by name. */
export const featuresOf = ({ names, row }: Link): Features =>
  Object.fromEntries(names.map((name, i) => [name, row[i]!]));

/** Writes what holds of a message as the answer to a thread, whatever the state. */
function writeLasting(
  rows: Float64Array,
  begin: number,
  layout: Layout,
  place: Place,
  thread: Thread,
  way: Way,
): void {
  writeOwn(rows, begin, place);
  writePersonal(rows, begin, layout, place, thread.person);
  writeAsking(rows, begin, layout, place, thread.asking);
  writeThread(rows, begin, layout, place, thread, way);
}

/**
 * A message as the answer to each of the threads that it may answer, with all features: to learn from, and to explain.
 * `scores.ts` scores the same links for many states, without writing anew what does not follow from the state.
 */
export function linksOf(place: Place, threads: readonly Thread[], state: State): Link[] {
  const layout = layoutOf(place);
  const { names } = layout;
  const moment = momentOf(place, threads, state);
  const ways = threads.map((thread, i) => wayOf(place, thread, i === moment.goesOn));
  const begins = Int32Array.from(threads, (_, i) => i * names.length);
  const rows = new Float64Array(threads.length * names.length);
  for (const [i, thread] of threads.entries())
    writeLasting(rows, begins[i]!, layout, place, thread, ways[i]!);
  const values = Float64Array.from(
    [...begins].flatMap((begin) => layout.compared.map((place) => rows[begin + place]!)),
  );
  writePassing({ rows, begin: layout.standing, width: names.length }, moment, values);
  return ways.map((way, i) => ({
    kinds: isBrief(place) ? [way, 'brief'] : [way],
    names,
    row: rows.subarray(begins[i]!, begins[i]! + names.length),
  }));
}

/** The first of the threads whose question a message quotes: it answers that, whatever the weights say; -1 if none. */
export const quotedBy = ({ view }: Place, threads: readonly Thread[]): number =>
  view.quote === '' ? -1 : threads.findIndex((thread) => quotes(view, thread));

/** Does the message quote the question? */
export const isQuoted = ({ names, row }: Link): boolean => row[names.indexOf('quotes')] === 1;
