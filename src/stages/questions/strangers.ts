import type { View } from './evidence.js';

/**
 * How well a name behind an `@` that is nobody's nick fits a person, between 0 (cannot be) and 1 (best of all). Members
 * often write under one name and are mentioned by another; whoever spoke just before each mention is meant.
 */
export type Fit = (name: string, person: number) => number;

/** Messages back to which the one who is answered wrote, as a rule. */
const BACK = 40;
/** Seconds back to which he wrote. */
const BACK_SECONDS = 3600;
/** Weight of a reaction right after the mention, beside having spoken before it. */
const REACTION = 0.5;

/** Persons that a mention in a message may mean, each with a weight: the later they spoke, the more. */
function meant(views: readonly View[], index: number, excluded: Set<number>): Map<number, number> {
  const view = views[index]!;
  const weights = new Map<number, number>();
  for (let i = index - 1; i >= Math.max(0, index - BACK); i--) {
    const before = views[i]!;
    if (view.clock - before.clock > BACK_SECONDS) break;
    if (before.person === view.person || excluded.has(before.person) || weights.has(before.person)) continue;
    weights.set(before.person, 1 / (1 + weights.size));
  }
  const after = views.slice(index + 1, index + 6).find((next) => next.person !== view.person);
  if (after && weights.has(after.person)) weights.set(after.person, weights.get(after.person)! + REACTION);
  return weights;
}

/** Fits the strange names of some messages to their writers; whoever is mentioned by his own nick has no other name. */
export function fitOf(views: readonly View[]): Fit {
  const excluded = new Set(views.flatMap((view) => view.mentions.filter((who) => who >= 0)));
  const sums = new Map<string, Map<number, number>>();
  views.forEach((view, index) => {
    for (const name of view.strange) {
      const sum = sums.get(name) ?? new Map<number, number>();
      for (const [who, weight] of meant(views, index, excluded)) sum.set(who, (sum.get(who) ?? 0) + weight);
      sum.delete(view.person);
      sums.set(name, sum);
    }
  });
  const best = new Map([...sums].map(([name, sum]) => [name, Math.max(0, ...sum.values())]));
  return (name, person) => (sums.get(name)?.get(person) ?? 0) / (best.get(name) || 1);
}
