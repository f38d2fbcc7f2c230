import { walkOut } from '../../models/trees.js';
import { type Desk, link, linkTo } from './desk.js';
import { COMPARED, writePassing } from './row.js';
import type { Moment } from './standing.js';

/** Adds up a link as far as no tree asks for the state. */
function sumOf({ layout, links, scale, strip }: Desk, i: number, at: number, end: number): number {
  const { rows, width } = strip;
  const { weights } = scale;
  const weight = Math.trunc(links.numbers[at + link.weights]!) + layout.standing;
  const row = i * width;
  let sum = links.numbers[at + link.sum]!;
  for (let k = 0; k < end; k++) sum += weights[weight + k]! * rows[row + k]!;
  return sum;
}

/** What the trees of a link add that ask for the state. */
function treesOf(desk: Desk, i: number, goesOn: number): number {
  const { layout, links, rows, scale, halts, strip } = desk;
  const { numbers } = links;
  const at = desk.begins[i]!;
  const row = Math.trunc(numbers[at + link.row]!);
  const from = i * strip.width;
  const to = row + layout.standing;
  const end = i === goesOn ? strip.width : layout.goingOn - layout.standing;
  for (let k = 0; k < end; k++) rows.numbers[to + k] = strip.rows[from + k]!;
  return walkOut(scale.trees, rows.numbers, row, halts, numbers[at + link.from]!, numbers[at + link.to]!);
}

/**
 * Scores the links of a message to threads of a state, 0 being the score of no link at all, and puts them on the desk.
 * Trees are walked only where a link may still be likely, that is, if its share of all may be above `least` (a
 * logarithm): most cannot, whatever their trees add, and get minus infinity. Gives the logarithm of the odds of all
 * links and of none, but for those that cannot be likely.
 */
export function score(desk: Desk, moment: Moment, least: number): number {
  const { links, layout, begins, sums, compared, strip } = desk;
  const { threads, goesOn } = moment;
  const count = threads.length;
  for (let i = 0; i < count; i++) {
    const at = linkTo(desk, threads[i]!, i === goesOn);
    begins[i] = at;
    for (let k = 0; k < COMPARED; k++) compared[i * COMPARED + k] = links.numbers[at + link.compared + k]!;
  }
  writePassing(strip, moment, compared);
  const end = layout.goingOn - layout.standing;
  let best = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    const at = begins[i]!;
    sums[i] = sumOf(desk, i, at, i === goesOn ? strip.width : end);
    best = Math.max(best, sums[i]! + links.numbers[at + link.least]!);
  }
  return walked(desk, moment, Math.log1p(Math.exp(best)), least);
}

/** Walks the trees of links that may be likely; the odds of all have at least the logarithm `all`. */
function walked(desk: Desk, { threads, goesOn }: Moment, all: number, least: number): number {
  const { begins, sums, scores } = desk;
  const { numbers } = desk.links;
  const count = threads.length;
  let odds = 1;
  let unknown = 0;
  for (let i = 0; i < count; i++) {
    const bound = sums[i]! + numbers[begins[i]! + link.most]!;
    const hopeless = bound < all + least;
    scores[i] = hopeless ? Number.NEGATIVE_INFINITY : sums[i]! + treesOf(desk, i, goesOn);
    if (hopeless) unknown += Math.exp(bound);
    else odds += Math.exp(scores[i]!);
  }
  const low = Math.log(odds);
  const high = Math.log(odds + unknown);
  for (let i = 0; i < count; i++)
    if (scores[i]! >= low + least && scores[i]! < high + least) return exact(desk, threads.length, goesOn);
  return low;
}

/** Walks all trees, where bounds do not tell which links are likely. */
function exact(desk: Desk, count: number, goesOn: number): number {
  const { sums, scores } = desk;
  let odds = 1;
  for (let i = 0; i < count; i++) {
    scores[i] = sums[i]! + treesOf(desk, i, goesOn);
    odds += Math.exp(scores[i]!);
  }
  return Math.log(odds);
}
