import type { Unit } from './article.js';
import { type Candidate, candidates } from './candidates.js';
import type { Log } from './log.js';

/** Where a unit of the article stands in the log; null where no message holds it. */
export type Place = Candidate | null;

/** How many units back the predecessor of a unit is looked for, units without a place between them. */
const reach = 12;
/** Longest jump that costs more than a shorter one, in messages. */
const farthest = 50;
/** A step forward costs so much a message; chat stands between a lecture's messages. */
const forward = 0.002;
/** A step back costs this and so much a message more: editors seldom reorder, answers do interleave. */
const backward = 0.06;
const backwardStep = 0.004;

function jump(from: number, to: number): number {
  const distance = Math.min(farthest, Math.abs(to - from));
  return to >= from ? forward * distance : backward + backwardStep * distance;
}

interface Step {
  candidate: Candidate;
  total: number;
  before: { unit: number; at: number } | null;
}

/**
 * The best places of the units as a whole: the sum of the likenesses less the cost of the jumps between them. Order
 * is preferred, not forced. Dynamic programming over units × candidates × reach: linear in the article's length once the candidates are known.
 */
export function align(units: readonly Pick<Unit, 'kind' | 'norm'>[], log: Log): Place[] {
  const steps: Step[][] = [];
  for (const [index, unit] of units.entries())
    steps.push(candidates(unit, log).map((candidate) => best(steps, index, candidate)));
  const places: Place[] = units.map(() => null);
  let end: { unit: number; at: number } | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const [unit, row] of steps.entries())
    for (const [at, step] of row.entries()) if (step.total >= most) [most, end] = [step.total, { unit, at }];
  while (end) {
    const step: Step = steps[end.unit]![end.at]!;
    places[end.unit] = step.candidate;
    end = step.before;
  }
  return places;
}

/** The best way to reach a candidate: from one of the units before it, or as the first after a gap of `reach`. */
function best(steps: readonly Step[][], index: number, candidate: Candidate): Step {
  let found: Step = { candidate, total: candidate.score, before: null };
  let seen = 0;
  for (let unit = index - 1; unit >= 0 && seen < reach; unit--) {
    if (!steps[unit]!.length) continue;
    seen++;
    for (const [at, step] of steps[unit]!.entries()) {
      const total = step.total + candidate.score - jump(step.candidate.message, candidate.message);
      if (total > found.total) found = { candidate, total, before: { unit, at } };
    }
  }
  return found;
}
